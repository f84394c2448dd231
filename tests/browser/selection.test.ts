import { REACTS, useDemo } from "./demo";
import { FAILURE, flowOf, knownRuns, NEVER_STARTED, runId, startOf } from "./knownRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();

/** The middle of a run's bar; a marker's is hit as well. */
async function barOf(timeline: TimelinePage, index: number): Promise<{ readonly x: number; readonly y: number }> {
  const { bar } = await timeline.bar(flowOf(index));
  return { x: (bar.left + bar.right) / 2, y: (bar.top + bar.bottom) / 2 };
}

async function clickBar(timeline: TimelinePage, index: number, held?: "Control"): Promise<void> {
  const { x, y } = await barOf(timeline, index);
  if (held) await timeline.page.keyboard.down(held);
  await timeline.page.mouse.click(x, y);
  if (held) await timeline.page.keyboard.up(held);
}

const command = (timeline: TimelinePage, name: string): Promise<boolean> => timeline.page.isEnabled(`.command-bar button[aria-label="${name}"]`);

describe.each(REACTS)("on React %i", (react) => {
  const open = (): Promise<TimelinePage> => demo.openOn(undefined, { react, layout: "tree", chrome: 1 });

  test("a click on a bar selects its run for the command bar and says everything about it", async () => {
    const timeline = await open();
    expect(await command(timeline, "Open")).toBe(false);
    await clickBar(timeline, 3);
    await timeline.untilSelected([runId(3)]);
    expect(await command(timeline, "Open")).toBe(true);
    expect(await command(timeline, "Delete (1)")).toBe(true);
    expect(await timeline.text(".fst-side-title")).toBe(flowOf(3));
    expect(await timeline.text(".fst-why")).toContain(FAILURE);
    expect(await timeline.text(".fst-why")).toContain("WindowNotFound");
    expect((await timeline.row(flowOf(3))).selected).toBe(true);
  });

  test("the panel pushes and keeps the scale: no bar moves under the pointer", async () => {
    const timeline = await open();
    const before = await timeline.bar(flowOf(3));
    await clickBar(timeline, 3);
    await timeline.element(".fst-side");
    await timeline.untilSelected([runId(3)]);
    const after = await timeline.bar(flowOf(3));
    expect(Math.abs(after.bar.left - before.bar.left)).toBeLessThanOrEqual(1);
    expect(after.top).toBe(before.top);
  });

  test("Ctrl and a click add a run to the selection and take it away again", async () => {
    const timeline = await open();
    await clickBar(timeline, 2);
    await timeline.untilSelected([runId(2)]);
    await clickBar(timeline, 4, "Control");
    await timeline.untilSelected([runId(2), runId(4)]);
    expect(await command(timeline, "Delete (2)")).toBe(true);
    expect(await command(timeline, "Open")).toBe(false);
    await timeline.untilFacts("2 selected");
    await clickBar(timeline, 2, "Control");
    await timeline.untilSelected([runId(4)]);
  });

  test("a click beside the bars selects nothing", async () => {
    const timeline = await open();
    await clickBar(timeline, 2);
    await timeline.untilSelected([runId(2)]);
    const { x, y } = await barOf(timeline, 4);
    await timeline.page.mouse.click(x + 150, y);
    await timeline.untilSelected([]);
  });

  test("a click on a label selects as one on the bar does", async () => {
    const timeline = await open();
    await timeline.page.click(`.fst-row >> text=${flowOf(6)}`);
    await timeline.untilSelected([runId(6)]);
    expect(await timeline.text(".fst-side-title")).toBe(flowOf(6));
  });

  test("the selection outlives a refresh", async () => {
    const timeline = await open();
    await clickBar(timeline, 2);
    await timeline.untilSelected([runId(2)]);
    const fetches = await timeline.page.evaluate(() => {
      window.demo?.host?.refresh();
      return window.demo?.host?.fetches ?? 0;
    });
    expect(fetches).toBeGreaterThan(1);
    await timeline.until("the refresh has been answered", () => window.demo?.host?.selectedRecordIds.length === 1 && document.querySelector(".fst-root .fst-row[aria-selected='true']"), null);
    expect(await timeline.selected()).toEqual([runId(2)]);
  });

  test("a double click on a bar opens its run", async () => {
    const timeline = await open();
    const { x, y } = await barOf(timeline, 4);
    await timeline.page.mouse.dblclick(x, y);
    await timeline.untilOpened(runId(4));
  });

  test("a double click on a label opens its run", async () => {
    const timeline = await open();
    await timeline.page.dblclick(`.fst-row >> text=${flowOf(6)}`);
    await timeline.untilOpened(runId(6));
  });

  test("Enter opens the run that has the focus", async () => {
    const timeline = await open();
    await timeline.focusRows();
    await timeline.press("ArrowDown");
    await timeline.untilFocusedRow(2);
    await timeline.press("Enter");
    await timeline.untilOpened(runId(1));
  });

  test("the button in the panel opens the run that it tells of", async () => {
    const timeline = await open();
    await clickBar(timeline, 3);
    await timeline.page.click(".fst-side >> text=Open record");
    await timeline.untilOpened(runId(3));
  });

  test("the panel's bar of waiting and running keeps its height where the panel scrolls", async () => {
    const waited = knownRuns.map((row, index) => (index === 3 ? { ...row, cells: { ...row.cells, createdon: new Date(startOf(index) - 5 * 60_000).toISOString() } } : row));
    const timeline = await demo.openOn(waited, { react, layout: "tree" }, { viewport: { width: 1280, height: 420 } });
    await clickBar(timeline, 3);
    const { scrollHeight, clientHeight } = await (await timeline.page.waitForSelector(".fst-side-body")).evaluate(({ scrollHeight, clientHeight }) => ({ scrollHeight, clientHeight }));
    expect(scrollHeight).toBeGreaterThan(clientHeight);
    expect((await timeline.box(".fst-split")).height).toBe(12);
  });

  test("the tooltip tells what a bar stands for and leaves with the pointer", async () => {
    const timeline = await open();
    const { x, y } = await barOf(timeline, 3);
    await timeline.page.mouse.move(x, y);
    await timeline.until("the tooltip is there", () => document.querySelector(".fst-chart .fst-tooltip.fst-shown"), null);
    const said = await timeline.text(".fst-chart .fst-tooltip");
    for (const part of [flowOf(3), "Failed", "14 minutes", "VM-0", FAILURE]) expect(said).toContain(part);
    await timeline.page.mouse.move(5, 5);
    await timeline.until("the tooltip is gone", () => document.querySelector(".fst-chart .fst-tooltip.fst-shown") === null, null);
  });

  test("a failed run that never started is a marker that can be clicked", async () => {
    const timeline = await open();
    await timeline.focusRows();
    await timeline.press("End");
    await timeline.eventually("the last rows are in view", () => timeline.rows(), (rows) => rows.some(({ label }) => label === flowOf(NEVER_STARTED)));
    const { bar, name } = await timeline.bar(flowOf(NEVER_STARTED));
    expect(bar.family).toBe("failed");
    expect(name).toContain(", Failed, at ");
    await clickBar(timeline, NEVER_STARTED);
    await timeline.untilSelected([runId(NEVER_STARTED)]);
    expect(await timeline.text(".fst-side-body")).toContain("not started");
  });
});
