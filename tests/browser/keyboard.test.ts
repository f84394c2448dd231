import { REACTS, useDemo } from "./demo";
import { COUNT, flowOf, INNER, OUTER, runId } from "./knownRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();

/** aria-rowindex of a run while everything is expanded. */
const rowOf = (index: number): number => index + 1;

describe.each(REACTS)("on React %i", (react) => {
  const open = async (search: Readonly<Record<string, string | number>> = {}): Promise<TimelinePage> => {
    const timeline = await demo.openOn(undefined, { react, layout: "tree", ...search });
    await timeline.focusRows();
    await timeline.untilFocusedRow(1);
    return timeline;
  };
  const walkTo = async (timeline: TimelinePage, row: number): Promise<void> => {
    for (let at = (await timeline.focusedRow()) + 1; at <= row; at++) {
      await timeline.press("ArrowDown");
      await timeline.untilFocusedRow(at);
    }
  };

  test("one Tab stop leads into the rows, arrows move inside", async () => {
    const timeline = await open();
    expect(await timeline.page.$$eval(".fst-row[tabindex='0']", (rows) => rows.length)).toBe(1);
    await timeline.press("ArrowDown");
    await timeline.untilFocusedRow(2);
    await timeline.press("ArrowUp");
    await timeline.untilFocusedRow(1);
    await timeline.press("ArrowUp");
    await timeline.untilFocusedRow(1);
    expect(await timeline.page.$$eval(".fst-row[tabindex='0']", (rows) => rows.length)).toBe(1);
  });

  test("Home, End and the page keys reach every row, and the focused row is in view", async () => {
    const timeline = await open();
    await timeline.press("End");
    await timeline.untilFocusedRow(COUNT);
    await timeline.eventually("the last row is in view", () => timeline.rows(), (rows) => rows.some(({ index }) => index === COUNT));
    await timeline.press("PageUp");
    const page = await timeline.eventually("a page up", () => timeline.focusedRow(), (row) => row < COUNT - 10);
    expect((await timeline.rows()).map(({ index }) => index)).toContain(page);
    await timeline.press("Home");
    await timeline.untilFocusedRow(1);
    await timeline.eventually("the first row is in view", () => timeline.rows(), (rows) => rows[0]?.index === 1);
  });

  test("the focused row keeps the focus and its element while it is scrolled out of sight and back", async () => {
    const timeline = await open();
    await walkTo(timeline, 3);
    await timeline.page.evaluate(() => document.activeElement?.setAttribute("data-mark", "mine"));
    const { left, top } = await timeline.box(".fst-plot");
    await timeline.wheel({ x: left + 200, y: top + 200 }, { y: 600 });
    await timeline.eventually("row 3 is out of sight", () => timeline.rows(), (rows) => (rows[0]?.index ?? 0) > 10);
    expect(await timeline.focusedRow()).toBe(3);
    await timeline.wheel({ x: left + 200, y: top + 200 }, { y: -600 });
    await timeline.eventually("row 3 is back", () => timeline.rows(), (rows) => rows.some(({ index }) => index === 3));
    expect(await timeline.page.evaluate(() => document.activeElement?.getAttribute("data-mark"))).toBe("mine");
    expect(await timeline.focusedRow()).toBe(3);
  });

  test("Left collapses and goes to the parent, Right expands and goes to the first child", async () => {
    const timeline = await open();
    await walkTo(timeline, rowOf(INNER));
    expect(await timeline.row(flowOf(INNER))).toMatchObject({ expanded: "true", level: 2 });
    await timeline.press("ArrowLeft");
    await timeline.eventually("the branch is collapsed", () => timeline.row(flowOf(INNER)), ({ expanded }) => expanded === "false");
    expect((await timeline.rows()).map(({ label }) => label)).not.toContain(flowOf(13));
    await timeline.press("ArrowLeft");
    await timeline.untilFocusedRow(rowOf(OUTER));
    await timeline.press("ArrowRight");
    await timeline.untilFocusedRow(rowOf(11));
    await timeline.press("ArrowDown");
    await timeline.untilFocusedRow(rowOf(INNER));
    await timeline.press("ArrowRight");
    await timeline.eventually("the branch is expanded", () => timeline.row(flowOf(INNER)), ({ expanded }) => expanded === "true");
    expect(await timeline.row(flowOf(13))).toMatchObject({ level: 3, index: rowOf(13) });
  });

  test("right to left turns Left and Right around", async () => {
    const timeline = await open({ rtl: 1 });
    await walkTo(timeline, rowOf(OUTER));
    await timeline.press("ArrowRight");
    await timeline.eventually("the branch is collapsed", () => timeline.row(flowOf(OUTER)), ({ expanded }) => expanded === "false");
    await timeline.press("ArrowLeft");
    await timeline.eventually("the branch is expanded", () => timeline.row(flowOf(OUTER)), ({ expanded }) => expanded === "true");
  });

  test("0 fits all runs from a window of an hour", async () => {
    const timeline = await open({ window: "hour1" });
    await timeline.eventually("few runs are listed", () => timeline.facts(), (facts) => /^[1-5] runs? in this window/.test(facts));
    await timeline.press("0");
    await timeline.untilFacts(`${COUNT} runs in this window`);
  });

  test("the period and the comma go to the next and the previous run in time", async () => {
    const timeline = await open();
    await walkTo(timeline, 5);
    await timeline.press("Space");
    await timeline.untilSelected([runId(4)]);
    await timeline.press(".");
    await timeline.untilSelected([runId(5)]);
    await timeline.press(",");
    await timeline.untilSelected([runId(4)]);
    await timeline.press(",");
    await timeline.untilSelected([runId(3)]);
  });

  test("W and S zoom, A and D pan", async () => {
    const timeline = await open();
    const distance = async (): Promise<number> => (await timeline.bar(flowOf(15))).bar.left - (await timeline.bar(flowOf(5))).bar.left;
    const before = await distance();
    await timeline.press("w");
    await timeline.eventually("the picture is larger", distance, (now) => Math.abs(now / before - 1.2) < 0.02);
    await timeline.press("s");
    await timeline.eventually("the picture is as before", distance, (now) => Math.abs(now / before - 1) < 0.02);
    const { bar } = await timeline.bar(flowOf(15));
    await timeline.press("d");
    const moved = await timeline.untilBar(flowOf(15), "is further left", ({ left }) => left < bar.left - 20);
    await timeline.press("a");
    await timeline.untilBar(flowOf(15), "is back", ({ left }) => Math.abs(left - bar.left) <= 1);
    expect(moved?.bar?.left).toBeLessThan(bar.left);
  });

  test("the slash finds, and single keys then belong to the search box", async () => {
    const timeline = await open();
    await timeline.press("/");
    await timeline.until("the search box has the focus", () => document.activeElement?.closest(".fst-search"), null);
    await timeline.page.keyboard.type("Flow 0.");
    await timeline.eventually("the text stands there", () => timeline.page.inputValue(".fst-search input"), (text) => text === "Flow 0.");
    expect(await timeline.selected()).toEqual([]);
  });

  test("the question mark helps, Escape closes the help and gives the focus back to the rows", async () => {
    const timeline = await open();
    await walkTo(timeline, 2);
    await timeline.press("?");
    await timeline.eventually("the help is open", () => timeline.text(".fst-side-title"), (title) => title === "Keys and gestures");
    await timeline.press("Escape");
    await timeline.until("the help is closed", () => document.querySelector(".fst-side") === null, null);
    await timeline.untilFocusedRow(2);
  });

  test("Space opens the details and Escape closes them, with the focus in its row", async () => {
    const timeline = await open();
    await walkTo(timeline, 4);
    await timeline.press("Space");
    await timeline.eventually("the details are open", () => timeline.text(".fst-side-title"), (title) => title === flowOf(3));
    await timeline.press("Escape");
    await timeline.until("the details are closed", () => document.querySelector(".fst-side") === null, null);
    await timeline.untilFocusedRow(4);
  });

  test("Escape inside the details closes them and gives the focus back to the rows", async () => {
    const timeline = await open();
    await walkTo(timeline, 4);
    await timeline.press("Space");
    await timeline.page.focus(".fst-side button[aria-label='Close']");
    await timeline.press("Escape");
    await timeline.until("the details are closed", () => document.querySelector(".fst-side") === null, null);
    await timeline.untilFocusedRow(4);
  });

  test("on packed lanes Left and Right walk the runs and say them", async () => {
    const timeline = await open({ layout: "machine" });
    await timeline.press("ArrowDown");
    await timeline.untilFocusedRow(2);
    await timeline.press("ArrowRight");
    await timeline.untilSelected([runId(0)]);
    await timeline.press("ArrowRight");
    await timeline.untilSelected([runId(3)]);
    expect(await timeline.text(".fst-announcer")).toContain(`${flowOf(3)}, Failed, started`);
    await timeline.press("ArrowLeft");
    await timeline.untilSelected([runId(0)]);
    await timeline.press("Enter");
    await timeline.untilOpened(runId(0));
  });
});
