import { REACTS, useDemo } from "./demo";
import { knownRuns, NOW } from "./knownRuns";

const demo = useDemo();

it.each(REACTS)("under React %i the dataset's pages come from the Worker, and the page holds no runs itself", async (react) => {
  const timeline = await demo.open({ server: 1, size: 400, seed: 2, now: NOW, react, pageSize: 50 });
  const answered = await timeline.page.evaluate(() => (window.demo?.server?.ledger.entries ?? []).filter((entry) => entry.answeredAt !== null).map(({ kind, rows, error }) => ({ kind, rows, error })));
  expect(answered).toContainEqual({ kind: "page", rows: 50, error: null });
  expect(answered.filter(({ error }) => error !== null)).toEqual([]);
  expect(await timeline.page.evaluate(() => window.demo?.table?.rows.length)).toBe(0);
});

it("what changes on the server is on screen after a refresh", async () => {
  const empty = await demo.openEmpty({ server: 1, window: "all" });
  await empty.page.evaluate(async (rows) => {
    await window.demo?.change({ set: rows as never });
    window.demo?.host?.refresh();
  }, knownRuns as unknown);
  await empty.untilRows();
  expect((await empty.rows()).length).toBeGreaterThan(3);
});

it("without a server the app says that it is offline", async () => {
  const timeline = await demo.open({ size: 200, now: NOW });
  expect(await timeline.page.evaluate(() => window.demo?.server === undefined)).toBe(true);
  expect(await timeline.page.evaluate(() => window.demo?.table?.rows.length)).toBe(200);
});
