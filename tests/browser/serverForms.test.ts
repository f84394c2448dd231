import { useDemo } from "./demo";
import { NOW } from "./knownRuns";
import { leave, runsSince, shownCount, untilWhole, type ServerRun } from "./serverRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();
const FORM = { server: 1, size: 2_000, now: NOW, chrome: 1, pageSize: 4, window: "all" };

/** Codes by the toolbar's marks: failed, open, succeeded, stopped; every other code is of the fifth. Marks without runs are not shown on a form. */
const MARKED: readonly (readonly number[])[] = [[8, 9, 10], [1, 2, 3, 6], [4], [7, 11, 14]];

function byMark(runs: readonly ServerRun[]): readonly number[] {
  const counts = MARKED.map((codes) => runs.filter(({ status }) => codes.includes(status)).length);
  return [...counts, runs.length - counts.reduce((sum, count) => sum + count, 0)].filter((count) => count > 0);
}

const shownByMark = (timeline: TimelinePage): Promise<readonly number[]> =>
  timeline.page.$$eval(".fst-toolbar .fst-chip", (chips) => chips.map((chip) => Number((chip.textContent ?? "").replace(/[^\d]/g, ""))));

/** Who is most often in a column of the table. */
function mostFrequent(ids: readonly (string | null)[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? "";
}

/** Every run of the table, read on a page of its own. */
async function table(): Promise<readonly ServerRun[]> {
  return runsSince(await demo.open({ server: 1, size: FORM.size, now: NOW }), 0);
}

const hasTime = ({ createdOn, startedOn, completedOn }: ServerRun): boolean => createdOn !== null || startedOn !== null || completedOn !== null;

test("a machine's form with four rows a page shows exactly the machine's runs", async () => {
  const all = await table();
  const machine = mostFrequent(all.map((run) => run.machine));
  const own = all.filter((run) => run.machine === machine && hasTime(run));
  const timeline = await demo.open({ ...FORM, place: "machine", machine });
  await untilWhole(timeline);
  await timeline.eventually("its runs are counted", () => shownCount(timeline), (count) => count === own.length);
  expect(own.length).toBeGreaterThan(100);
  expect(own.length).toBeLessThan(all.length / 2);
  expect(await shownByMark(timeline)).toEqual(byMark(own));
  expect(await timeline.text(".fst-status")).not.toContain("Load more");
  expect(await leave(timeline)).toEqual({ asked: 0, violations: [] });
});

test("a run's form with four rows a page shows exactly the run's children", async () => {
  const all = await table();
  const run = mostFrequent(all.map(({ parent }) => parent));
  const own = all.filter(({ parent }) => parent === run);
  const timeline = await demo.open({ ...FORM, place: "form", run });
  await untilWhole(timeline);
  await timeline.eventually("its children are counted", () => shownCount(timeline), (count) => count === own.length);
  expect(own.length).toBeGreaterThan(4);
  expect(await shownByMark(timeline)).toEqual(byMark(own));
  // Their parent is not of this list: one outline stands for it, around its children.
  expect(await timeline.page.getAttribute(".fst-grid", "aria-rowcount")).toBe(String(own.length + 1));
  expect(await leave(timeline)).toEqual({ asked: 0, violations: [] });
});

test("a search in the host's box leaves the list's own runs, with a sentence that says why, and its end brings every run back", async () => {
  const timeline = await demo.open({ ...FORM, place: "grid", pageSize: 50, window: "hours24" });
  await untilWhole(timeline);
  const before = await shownCount(timeline);
  await timeline.page.fill(".quick-find input", "invoice");
  await timeline.eventually("the status line says why there is less", () => timeline.text(".fst-status"), (text) =>
    text.includes("Loaded so far only: the list is narrowed by a search that the control is not told. Clear that search, or load more.")
  );
  await timeline.untilFacts("loaded");
  const found = await timeline.eventually("the runs found are on screen", () => shownCount(timeline), (count) => count > 0 && count < before);
  expect(await timeline.facts()).toMatch(/ · 50 of [\d,]+ loaded · /);
  expect(found).toBeLessThanOrEqual(50);
  await timeline.page.fill(".quick-find input", "");
  await timeline.eventually("every run of the window is back", () => shownCount(timeline), (count) => count === before);
  await untilWhole(timeline);
  expect(await timeline.text(".fst-status")).not.toContain("Loaded so far only");
  expect(await leave(timeline)).toEqual({ asked: 0, violations: [] });
});
