import { realRuns, useDemo } from "./demo";
import { NOW } from "./knownRuns";
import type { RowOnScreen } from "./probe";
import type { TimelinePage } from "./timelinePage";

const csv = realRuns();
const demo = useDemo(csv);
const SEARCH = csv === null ? { size: 2000, seed: 3, pageSize: "all", now: NOW } : {};

/** What is true of the rows that the demo serves, worked out from the rows themselves. */
interface Truth {
  readonly runs: number;
  readonly failed: number;
  /** Without a span: they have no start, or no end, or end before they start. */
  readonly failedMarkers: number;
  readonly surplus: number;
  /** The failed run whose place on the axis is last. */
  readonly lastFailure: { readonly id: string; readonly message: string };
}

const truthOf = (timeline: TimelinePage): Promise<Truth> =>
  timeline.page.evaluate(() => {
    const rows = window.demo?.table?.rows ?? [];
    const text = (row: (typeof rows)[number], column: string): string => String(row.cells[column] ?? "");
    const age = (row: (typeof rows)[number]): string => text(row, "modifiedon") || text(row, "createdon");
    const runs = new Map<string, (typeof rows)[number]>();
    for (const row of rows) {
      const before = runs.get(row.id);
      if (!before || age(row) >= age(before)) runs.set(row.id, row);
    }
    const failed = [...runs.values()].filter(({ cells }) => [8, 9, 10].includes(Number(cells.statuscode)));
    const place = (row: (typeof rows)[number]): string => text(row, "startedon") || text(row, "completedon") || text(row, "createdon");
    const last = failed.reduce((best, one) => (place(one) > place(best) ? one : best));
    return {
      runs: runs.size,
      failed: failed.length,
      failedMarkers: failed.filter((one) => text(one, "startedon") === "" || text(one, "completedon") < text(one, "startedon")).length,
      surplus: rows.length - runs.size,
      lastFailure: { id: last.id, message: text(last, "errormessage") },
    };
  });

const whole = (n: number): string => n.toLocaleString("en-US");

/** Every row of the list, by its keyboard. */
async function allRows(timeline: TimelinePage): Promise<readonly RowOnScreen[]> {
  const found = new Map<number, RowOnScreen>();
  const count = Number(await timeline.page.getAttribute(".fst-grid", "aria-rowcount"));
  await timeline.focusRows();
  await timeline.press("Home");
  for (let focused = await timeline.eventually("the first row has the focus", () => timeline.focusedRow(), (row) => row === 1); ; ) {
    await timeline.frame();
    for (const row of await timeline.rows()) found.set(row.index, row);
    if (focused === count) break;
    const before = focused;
    await timeline.press("PageDown");
    focused = await timeline.eventually("the focus is a page further down", () => timeline.focusedRow(), (row) => row > before);
  }
  expect(found.size).toBe(count);
  return [...found.values()];
}

if (csv !== null) {
  test("the file is the one that the figures are true of", async () => {
    const timeline = await demo.open();
    const { runs, failed, failedMarkers, surplus, lastFailure } = await truthOf(timeline);
    expect({ runs, failed, failedMarkers, surplus, id: lastFailure.id }).toEqual({ runs: 3819, failed: 935, failedMarkers: 931, surplus: 6, id: "d625574e-5de0-ec11-bb3d-0022480c5de7" });
  });
}

test("the first window shows readable bars", async () => {
  const timeline = await demo.open({ ...SEARCH, layout: "tree" });
  const bars = (await timeline.rows()).flatMap(({ bar }) => (bar ? [bar] : []));
  expect(bars.length).toBeGreaterThan(10);
  for (const { top, bottom, left, right } of bars) expect([bottom - top >= 6, right - left >= 2]).toEqual([true, true]);
});

test("0 fits all runs, and the status line counts them", async () => {
  const timeline = await demo.open({ ...SEARCH, layout: "tree" });
  const { runs } = await truthOf(timeline);
  await timeline.focusRows();
  await timeline.press("0");
  // Generated rows hold a few runs without any time: they have no place in any window.
  if (csv !== null) await timeline.untilFacts(`${whole(runs)} runs in this window`);
  await timeline.untilFacts(`all ${whole(runs)} loaded`);
  expect(Number(await timeline.page.getAttribute(".fst-grid", "aria-rowcount"))).toBeGreaterThanOrEqual(csv === null ? runs * 0.95 : runs);
});

test("End reaches the last of all runs, Home the first", async () => {
  const timeline = await demo.open({ ...SEARCH, layout: "tree", window: "all" });
  const count = Number(await timeline.page.getAttribute(".fst-grid", "aria-rowcount"));
  await timeline.focusRows();
  await timeline.press("End");
  await timeline.untilFocusedRow(count);
  await timeline.eventually("the last row is in view", () => timeline.rows(), (rows) => rows[rows.length - 1]?.index === count);
  await timeline.press("Home");
  await timeline.eventually("the first row is in view", () => timeline.rows(), (rows) => rows[0]?.index === 1);
});

test("the Failed filter finds every failed run, and those without a span are markers", async () => {
  const timeline = await demo.open({ ...SEARCH, layout: "tree", window: "all" });
  const { failed, failedMarkers } = await truthOf(timeline);
  await timeline.page.click(".fst-chip.fst-mark-failed");
  await timeline.untilFacts("filtered");
  await timeline.untilFacts(`${whole(failed)} runs in this window`);
  const names = (await allRows(timeline)).map(({ name }) => name);
  expect(names.filter((name) => /, (Failed|Faulted|Timed out), at /.test(name))).toHaveLength(failedMarkers);
});

test("surplus rows of repeated ids are one data note", async () => {
  const timeline = await demo.open({ ...SEARCH, layout: "tree" });
  const { surplus } = await truthOf(timeline);
  await timeline.page.click(".fst-status >> text=/data notes?/");
  const headings = await timeline.page.$$eval(".fst-side h3", (titles) => titles.map(({ textContent }) => textContent ?? ""));
  expect(headings.filter((title) => title.includes("repeated"))).toEqual([surplus === 1 ? "1 surplus row with a repeated id" : `${surplus} surplus rows with repeated ids`]);
});

test.each(["tree", "auto"])("one click leads from the first picture (%s) to the last failure: its bar, its row and why it failed", async (layout) => {
  const timeline = await demo.open({ ...SEARCH, layout });
  const { id, message } = (await truthOf(timeline)).lastFailure;
  await timeline.page.click(".fst-toolbar button[aria-label='Go to the failure before']");
  await timeline.eventually("the panel tells of the last failure", () => timeline.text(".fst-side-body"), (text) => text.includes(id));
  expect(await timeline.text(".fst-error")).toBe(message.trim());
  const { left, top, width, height } = await timeline.box(".fst-error");
  const { width: pageWidth, height: pageHeight } = timeline.page.viewportSize() ?? { width: 0, height: 0 };
  expect([left >= 0, top >= 0, left + width <= pageWidth, top + height <= pageHeight]).toEqual([true, true, true, true]);
  const row = await timeline.eventually("its row is in view, with a mark of its colour", async () => (await timeline.rows()).find(({ selected }) => selected), (one) => one?.bar?.family === "failed");
  expect(row?.selected).toBe(true);
});
