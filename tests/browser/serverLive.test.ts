import type { EmulatedRow } from "../../emulator";
import { useDemo } from "./demo";
import { NOW } from "./knownRuns";
import { leave, shownCount, shownWindow, untilWhole } from "./serverRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();
const MINUTE = 60_000;
const TABLE = { server: 1, size: 2_000, now: NOW, layout: "tree" };
const FAILED = 8;
const SUCCEEDED = 4;

const idOf = (n: number): string => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** A run of its own, `ago` minutes before the page's clock and five minutes long. */
async function runOf(timeline: TimelinePage, n: number, status: number, ago: number): Promise<EmulatedRow> {
  const now = await timeline.page.evaluate(() => Date.now());
  const instant = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+/, "");
  const started = instant(now - ago * MINUTE);
  return { id: idOf(n), cells: { name: `Night shift ${n}`, statuscode: status, createdon: started, startedon: started, completedon: instant(now - (ago - 5) * MINUTE), modifiedon: instant(now) } };
}

const change = (timeline: TimelinePage, upsert: readonly EmulatedRow[], remove: readonly string[] = []): Promise<unknown> =>
  timeline.page.evaluate((what) => window.demo?.change(what as never), { upsert, remove } as unknown);
const refresh = (timeline: TimelinePage): Promise<unknown> => timeline.page.evaluate(() => window.demo?.host?.refresh());

/** The tab goes out of sight, or comes back; the browser under test has only this one. */
const setHidden = (timeline: TimelinePage, hidden: boolean): Promise<void> =>
  timeline.page.evaluate((isHidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: isHidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

const untilRow = (timeline: TimelinePage, label: string): Promise<unknown> => timeline.eventually(`${label} is in view`, () => timeline.rows(), (rows) => rows.some((row) => row.label === label));

/** Rows of the whole list, in view or not. */
const rowCount = async (timeline: TimelinePage): Promise<number> => Number(await timeline.page.getAttribute(".fst-grid", "aria-rowcount"));

test("a refresh brings new, changed and deleted runs, and leaves place, selection and collapsed branches alone", async () => {
  const timeline = await demo.open(TABLE);
  await untilWhole(timeline);
  await change(timeline, [await runOf(timeline, 1, SUCCEEDED, 30), await runOf(timeline, 2, SUCCEEDED, 25)]);
  await refresh(timeline);
  const before = await shownCount(timeline);
  await timeline.eventually("two runs more", () => shownCount(timeline), (count) => count === before + 2);

  await timeline.choose("More", "Collapse all");
  await timeline.page.fill(".fst-search input", "Night shift");
  await untilRow(timeline, "Night shift 2");
  // With the key held no panel opens, which would narrow the chart.
  await timeline.page.click(".fst-row:has-text('Night shift 2')", { modifiers: ["Control"] });
  await timeline.untilFacts("1 selected");
  expect(await timeline.page.$(".fst-side")).toBeNull();
  await timeline.page.fill(".fst-search input", "");
  await timeline.eventually("the filter is off", () => shownCount(timeline), (count) => count === before + 2);
  // Words may be those of before for a moment.
  await timeline.eventually("its rows are back", () => rowCount(timeline), (count) => count > 2);
  const failures = (): Promise<number> => timeline.text(".fst-toolbar .fst-mark-failed").then((text) => Number(text.replace(/\D/g, "")));
  const failed = await failures();
  const [rows, place, range] = [await rowCount(timeline), (await timeline.row("Night shift 2")).top, await shownWindow(timeline)];

  await change(timeline, [await runOf(timeline, 2, FAILED, 25), await runOf(timeline, 3, SUCCEEDED, 20)], [idOf(1)]);
  await refresh(timeline);
  await timeline.eventually("one more has failed", failures, (count) => count === failed + 1);
  // That a run is gone is found after what has changed: the runs are counted.
  await timeline.eventually("one has come and one has gone", () => rowCount(timeline), (count) => count === rows);
  await timeline.eventually("the status line says so", () => shownCount(timeline), (count) => count === before + 2);
  expect(await shownWindow(timeline)).toEqual(range);
  expect(await timeline.facts()).toContain("1 selected");
  // Rows come and go above it: the run that is looked at keeps its place.
  expect((await timeline.row("Night shift 2")).top).toBe(place);
  await timeline.page.fill(".fst-search input", "Night shift");
  await timeline.eventually("the second and the third are left", () => timeline.rows(), (all) => all.map(({ label }) => label).join() === "Night shift 2,Night shift 3");
  expect((await timeline.row("Night shift 2")).name).toContain("Failed");
  expect(await leave(timeline)).toEqual({ asked: 0, violations: [] });
});

test("what failed while the tab was out of sight is counted, and a key walks from one to the next", async () => {
  const timeline = await demo.open(TABLE);
  await untilWhole(timeline);
  await setHidden(timeline, true);
  await timeline.page.waitForFunction((from) => Date.now() > from, (await timeline.page.evaluate(() => Date.now())) + 1100);
  const [older, newer] = [await runOf(timeline, 5, FAILED, 4), await runOf(timeline, 6, FAILED, 3)];
  const now = await timeline.page.evaluate(() => new Date().toISOString().replace(/\.\d+/, ""));
  await change(timeline, [older, newer].map((run) => ({ ...run, cells: { ...run.cells, completedon: now } })));
  await setHidden(timeline, false);
  await timeline.eventually("two are new", () => timeline.text(".fst-news"), (text) => text === "2 new failures");
  await timeline.focusRows();
  const seen: string[] = [];
  for (const left of ["1 new failure", ""]) {
    await timeline.press("x");
    await timeline.eventually(`"${left}" is left`, () => timeline.text(".fst-news"), (text) => text === left);
    const title = await timeline.eventually("the panel tells of another", () => timeline.text(".fst-side-title"), (text) => text.startsWith("Night shift") && !seen.includes(text));
    seen.push(title);
    await untilRow(timeline, title);
    expect((await timeline.row(title)).index).toBe(await timeline.focusedRow());
  }
  expect([...seen].sort()).toEqual(["Night shift 5", "Night shift 6"]);
  expect(await leave(timeline)).toEqual({ asked: 0, violations: [] });
});

test("what failed before the user's eyes is no news", async () => {
  const timeline = await demo.open(TABLE);
  await untilWhole(timeline);
  const before = await shownCount(timeline);
  await change(timeline, [await runOf(timeline, 7, FAILED, 10)]);
  await refresh(timeline);
  await timeline.eventually("the run has come", () => shownCount(timeline), (count) => count === before + 1);
  expect(await timeline.text(".fst-news")).toBe("");
});
