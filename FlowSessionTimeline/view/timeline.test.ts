import { DAY, HOUR, MINUTE } from "../base/brand";
import { Run } from "../domain/run";
import { aRun, guid } from "../domain/run.testing";
import { ALL_OPEN } from "../layout/collapse";
import { AXIS_PX, ROW_PX } from "../layout/measures";
import { ago, childOf, CountingPainter, hoursAgo, onMachine, runAt, timelineRig, TimelineRig } from "../../tests/support/timelineRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { anchorOf } from "./anchor";

const many = (count: number, from = 1): Run[] => Array.from({ length: count }, (_, n) => runAt(from + n, 600 - n));
const titles = ({ timeline, source }: TimelineRig): string[] => {
  const rows = timeline.derived?.rows;
  return rows ? [...rows.node].map((node) => source.store.title(node)) : [];
};
/** Where a run's row is on screen, px from the top of the rows. */
const onScreen = ({ timeline }: TimelineRig, n: number): number => (timeline.derived?.rows.topPx[timeline.rowOf(guid(n))] ?? NaN) - timeline.view.state.scrollPx;

describe("the first picture", () => {
  it("waits for runs", () => {
    const { timeline, source } = timelineRig();
    expect([timeline.view.state.window, timeline.derived]).toEqual([null, undefined]);
    source.show();
    expect(timeline.view.state.window).toBeNull();
    source.show(runAt(1, 60));
    expect(timeline.view.state.window?.fromMs).toBe(TEST_NOW - DAY);
    expect(timeline.derived?.rows.count).toBe(1);
  });

  it("opens on the maker's window", () => {
    const { timeline, source } = timelineRig({ firstWindow: "hour1" });
    source.show(runAt(1, 30), runAt(2, 300));
    expect(timeline.view.state.window?.fromMs).toBe(TEST_NOW - HOUR);
    expect(timeline.derived?.rows.count).toBe(1);
  });

  it("is tracks for more than 200 root runs, and stays so when later pages bring more or fewer", () => {
    const rig = timelineRig();
    rig.source.show(...many(50));
    expect(rig.timeline.view.state.layout).toBe("tree");
    rig.source.show(...many(400));
    expect(rig.timeline.view.state.layout).toBe("tree");
    const tracks = timelineRig();
    tracks.source.show(...many(201));
    expect(tracks.timeline.view.state.layout).toBe("machine");
  });

  it("takes up the layout and the column's width that the user had chosen", () => {
    const { timeline, source } = timelineRig({ firstLayout: "tree" }, { layout: "flow", labelColumnPx: 222 });
    source.show(runAt(1, 60));
    expect([timeline.view.state.layout, timeline.view.state.labelColumnPx]).toEqual(["flow", 222]);
  });

  it.each([{ layout: "sideways", labelColumnPx: 3, parentBars: "both" }, { layout: 7, labelColumnPx: "wide" }, {}])("does not trust what is remembered: %j", (remembered) => {
    const { timeline, source } = timelineRig({}, remembered as { layout?: string });
    source.show(runAt(1, 60));
    expect([timeline.view.state.layout, timeline.view.state.labelColumnPx, timeline.view.state.parentBars]).toEqual(["tree", 330, "envelope"]);
  });

  it("remembers what the user chose, not what was chosen for them, once they have let go or left", () => {
    const { commands, timeline, source, remembered } = timelineRig();
    source.show(...many(201));
    expect(remembered).toEqual([]);
    timeline.view.set({ labelColumnPx: 200 });
    timeline.view.set({ labelColumnPx: 210 });
    commands.setLayout("flow");
    expect(remembered).toEqual([]);
    timeline.dispose();
    expect(remembered).toEqual([{ layout: "flow", labelColumnPx: 210, parentBars: "envelope" }]);
  });

  it("shows parents as the user last chose, in other views too", () => {
    const { timeline, source, remembered } = timelineRig({}, { parentBars: "own" });
    expect(timeline.view.state.parentBars).toBe("own");
    timeline.view.set({ parentBars: "envelope" });
    source.startOver("view 2");
    timeline.view.set({ parentBars: "own" });
    source.startOver("view 3");
    expect(timeline.view.state.parentBars).toBe("own");
    timeline.dispose();
    expect(remembered).toEqual([{ labelColumnPx: 330, parentBars: "own" }]);
  });
});

describe("another question", () => {
  it("starts the picture anew", () => {
    const { commands, timeline, source } = timelineRig();
    source.show(runAt(1, 60), runAt(2, 50));
    commands.inspect(guid(1));
    commands.setText("run");
    commands.toggle(guid(1));
    timeline.view.set({ focusedKey: guid(1), scrollPx: 10 });
    source.startOver("view 2");
    expect(timeline.derived).toBeUndefined();
    expect(timeline.view.state).toMatchObject({ window: null, settledWindow: null, panelId: "", focusedKey: "", scrollPx: 0, selected: new Set(), collapsed: ALL_OPEN });
    expect(timeline.view.state.filter.text).toBe("");
    source.show(runAt(3, 60 * 24 * 10));
    expect(timeline.view.state.window?.toMs).toBeLessThan(hoursAgo(24 * 9));
    expect(timeline.derived?.rows.count).toBe(1);
  });

  it("keeps the layout that the user chose in this session", () => {
    const { commands, timeline, source } = timelineRig();
    source.show(runAt(1, 60));
    commands.setLayout("status");
    source.startOver("view 2");
    source.show(...many(300));
    expect(timeline.view.state.layout).toBe("status");
  });

  it("chooses the layout anew where the user chose none", () => {
    const { timeline, source } = timelineRig();
    source.show(...many(300));
    source.startOver("view 2");
    source.show(runAt(1, 60));
    expect(timeline.view.state.layout).toBe("tree");
  });

  it("drops rows of the old one that are still being made", async () => {
    const { timeline, source, clock } = timelineRig({ firstLayout: "tree" });
    clock.costPerLook = 100;
    source.show(...Array.from({ length: 20_000 }, (_, n) => runAt(n + 1, 60)));
    expect(timeline.derived).toBeUndefined();
    source.startOver("view 2");
    await clock.advance(1000);
    expect(timeline.derived).toBeUndefined();
  });
});

describe("rows and the window", () => {
  it("stay while a gesture goes on and follow when it has paused", async () => {
    const { timeline, source, clock } = timelineRig({ firstWindow: "all" });
    source.show(runAt(1, 600), runAt(2, 60));
    const early = { fromMs: ago(620), toMs: ago(500) };
    timeline.setWindow({ fromMs: ago(630), toMs: ago(510) }, false);
    await clock.advance(100);
    timeline.setWindow(early, false);
    await clock.advance(100);
    expect(timeline.derived?.rows.count).toBe(2);
    await clock.advance(100);
    expect([timeline.derived?.rows.count, timeline.view.state.settledWindow]).toEqual([1, early]);
  });

  it("follow at once when the window was not moved by a gesture", async () => {
    const { timeline, source, clock } = timelineRig({ firstWindow: "all" });
    source.show(runAt(1, 600), runAt(2, 60));
    timeline.setWindow({ fromMs: ago(630), toMs: ago(510) }, false);
    timeline.setWindow({ fromMs: ago(120), toMs: ago(0) }, true);
    expect(titles({ timeline, source } as TimelineRig)).toEqual(["Run 2"]);
    await clock.advance(1000);
    expect(timeline.view.state.settledWindow).toEqual({ fromMs: ago(120), toMs: ago(0) });
  });

  it("are not made again for scrolling, hovering or selecting", () => {
    const { commands, timeline, source } = timelineRig();
    source.show(runAt(1, 60));
    const { derived } = timeline;
    timeline.view.set({ scrollPx: 4, hoveredId: guid(1) });
    commands.inspect(guid(1));
    expect(timeline.derived).toBe(derived);
  });

  it("hold all runs when the list is kept fixed", () => {
    const { timeline, source } = timelineRig({ firstWindow: "hour1" });
    source.show(runAt(1, 600), runAt(2, 30));
    timeline.view.set({ allRows: true });
    expect(timeline.derived?.rows.count).toBe(2);
  });
});

describe("when rows change", () => {
  /** Runs in the order of time; the focus is on one of them, scrolled so that it is in the middle of the screen. */
  function focused(n: number): TimelineRig {
    const rig = timelineRig({ firstLayout: "tree" });
    rig.source.show(...many(100));
    rig.timeline.attach(new CountingPainter(10 * ROW_PX));
    rig.timeline.view.set({ focusedKey: guid(n) });
    rig.timeline.setScroll((n - 5) * ROW_PX);
    return rig;
  }

  it("the focused row keeps its place on screen", () => {
    const rig = focused(50);
    const before = onScreen(rig, 50);
    rig.source.show(...many(100), ...Array.from({ length: 7 }, (_, n) => runAt(500 + n, 700)));
    expect(rig.timeline.rowOf(guid(50))).toBe(56);
    expect(onScreen(rig, 50)).toBe(before);
  });

  it("the topmost row keeps its place if the focus is out of sight", () => {
    const rig = focused(50);
    rig.timeline.setScroll(10 * ROW_PX + 7);
    rig.source.show(...many(100), runAt(500, 700));
    expect(onScreen(rig, 11)).toBe(-7);
  });

  it("the focused run keeps its place on screen when it is grouped, sorted, filtered and folded", () => {
    // Three at once on each machine, so that a run's lane matters.
    const runs = Array.from({ length: 120 }, (_, n) => runAt(n + 1, 700 - n * 4, { ...onMachine(`VM-${n % 9}`), ...(n % 10 === 3 ? childOf(n) : {}) }));
    const rig = timelineRig({ firstLayout: "tree" });
    rig.source.show(...runs);
    rig.timeline.attach(new CountingPainter(8 * ROW_PX));
    const { store } = rig.source;
    const middle = (): number => {
      const { derived } = rig.timeline;
      return derived ? anchorOf(derived, store, [guid(61)], rig.timeline.view.state.scrollPx, 8 * ROW_PX).offsetPx : NaN;
    };
    rig.timeline.view.set({ focusedKey: guid(61) });
    rig.timeline.setScroll(57 * ROW_PX);
    const before = middle();
    for (const change of [() => rig.commands.setLayout("machine"), () => rig.commands.setLayout("tree"), () => rig.timeline.view.set({ sort: "duration" }), () => rig.timeline.view.set({ sort: "start", descending: true }), () => rig.commands.collapseAll(), () => rig.commands.setText("run")]) {
      change();
      expect(middle()).toBeCloseTo(before, 0);
    }
  });

  it("the list never scrolls past its end", () => {
    const rig = focused(95);
    rig.source.show(...many(12));
    expect(rig.timeline.view.state.scrollPx).toBe(2 * ROW_PX);
    rig.source.show(...many(3));
    expect(rig.timeline.view.state.scrollPx).toBe(0);
  });

  it("the next sibling takes the focus of a run that is gone, else its parent, else none", () => {
    const rig = timelineRig();
    const parent = runAt(1, 100);
    const [first, second, third] = [runAt(2, 90, childOf(1)), runAt(3, 80, childOf(1)), runAt(4, 70, childOf(1))];
    rig.source.show(parent, first, second, third);
    rig.timeline.view.set({ focusedKey: guid(2) });
    rig.source.show(parent, third);
    expect(rig.timeline.view.state.focusedKey).toBe(guid(4));
    rig.source.show(parent);
    expect(rig.timeline.view.state.focusedKey).toBe(guid(1));
    rig.source.show();
    expect(rig.timeline.view.state.focusedKey).toBe("");
  });

  it("runs that are gone are no longer selected or in the panel", () => {
    const { commands, timeline, source, selections } = timelineRig();
    source.show(runAt(1, 60), runAt(2, 50));
    commands.inspect(guid(1));
    commands.select(guid(2), true);
    source.show(runAt(2, 50));
    expect([[...timeline.view.state.selected], timeline.view.state.panelId]).toEqual([[guid(2)], ""]);
    expect(selections[selections.length - 1]).toEqual([guid(2)]);
  });

  it("an unchanged set of rows makes no new picture of them", () => {
    const { timeline, source } = timelineRig();
    source.show(runAt(1, 60));
    const { derived } = timeline;
    source.show(runAt(1, 60));
    expect(timeline.derived).toBe(derived);
  });
});

describe("scrolling", () => {
  it("brings a row just into view", () => {
    const { timeline, source } = timelineRig({ firstLayout: "tree" });
    source.show(...many(100));
    timeline.attach(new CountingPainter(10 * ROW_PX));
    const scrolled = (row: number): number => {
      timeline.revealRow(row);
      return timeline.view.state.scrollPx / ROW_PX;
    };
    expect([20, 15, 5, 99, 0].map(scrolled)).toEqual([11, 11, 5, 90, 0]);
  });

  it("shows the top of a row that is taller than the screen", () => {
    const { timeline, source } = timelineRig({ firstLayout: "machine" });
    source.show(...Array.from({ length: 40 }, (_, n) => runAt(n + 1, 60, onMachine("VM"))));
    timeline.attach(new CountingPainter(100));
    timeline.revealRow(1);
    expect(timeline.view.state.scrollPx).toBe(ROW_PX);
  });

  it("says whether there is more in a direction, so that the page can take over", () => {
    const { timeline, source } = timelineRig({ firstLayout: "tree" });
    source.show(...many(20));
    timeline.attach(new CountingPainter(10 * ROW_PX));
    const ways = (): boolean[] => [timeline.canScroll(-1), timeline.canScroll(1)];
    expect(ways()).toEqual([false, true]);
    timeline.setScroll(100);
    expect(ways()).toEqual([true, true]);
    timeline.setScroll(1e9);
    expect(ways()).toEqual([true, false]);
  });
});

describe("frames", () => {
  it("are painted once for any number of changes, and none while nothing changes", async () => {
    const { timeline, source, clock } = timelineRig({ firstWindow: "all" });
    const painter = new CountingPainter();
    timeline.attach(painter);
    source.show(runAt(1, 600));
    timeline.view.set({ hoveredId: guid(1) });
    timeline.setScroll(3);
    await clock.advance(10 * MINUTE);
    expect(painter.paintedAt).toHaveLength(1);
  });

  it("tell the source of its runs' picture, and of none before there are runs", async () => {
    const { timeline, source, clock } = timelineRig();
    timeline.attach(new CountingPainter());
    await clock.advance(50);
    expect(source.pictures).toBe(0);
    source.show(runAt(1, 60));
    expect(source.pictures).toBe(0);
    await clock.advance(50);
    expect(source.pictures).toBe(1);
  });

  it("move the now line once a second while it is on screen", async () => {
    const { timeline, source, clock } = timelineRig();
    const painter = new CountingPainter();
    timeline.attach(painter);
    source.show(runAt(1, 30));
    await clock.advance(10_500);
    expect(painter.paintedAt.length).toBeGreaterThanOrEqual(10);
    expect(painter.paintedAt.length).toBeLessThanOrEqual(12);
    timeline.setWindow({ fromMs: ago(600), toMs: ago(500) }, true);
    await clock.advance(100);
    painter.paintedAt.length = 0;
    await clock.advance(60_000);
    expect(painter.paintedAt).toEqual([]);
  });

  it("tells nobody who was taken down by one who was told before", () => {
    const { timeline } = timelineRig();
    const told: string[] = [];
    let end = (): void => undefined;
    timeline.news.onChange(() => end());
    end = timeline.news.onChange(() => void told.push("gone"));
    timeline.view.set({ dialog: "help" });
    expect(told).toEqual([]);
  });

  it("tells the shell once of a change whose rows are made within it", () => {
    const { timeline, source } = timelineRig();
    source.show(runAt(1, 30), runAt(2, 20));
    let told = 0;
    timeline.news.onChange(() => void told++);
    timeline.setWindow({ fromMs: ago(90), toMs: ago(10) }, true);
    expect([told, timeline.derived?.wish.window.fromMs]).toEqual([1, ago(90)]);
    timeline.view.set({ dialog: "help" });
    expect(told).toBe(2);
  });

  it("never render the shell", async () => {
    const { timeline, source, clock } = timelineRig();
    source.show(runAt(1, 30), runAt(2, 20));
    let renders = 0;
    timeline.news.onChange(() => void renders++);
    timeline.attach(new CountingPainter(ROW_PX + AXIS_PX));
    timeline.setScroll(10);
    timeline.setWindow({ fromMs: ago(90), toMs: ago(10) }, false);
    timeline.view.set({ hoveredId: guid(1), focusedKey: guid(1) });
    await clock.advance(100);
    expect(renders).toBe(0);
  });
});

it("nothing is pending after the end, whatever was under way", async () => {
  const { commands, timeline, source, clock } = timelineRig();
  const painter = new CountingPainter();
  timeline.attach(painter);
  source.show(runAt(1, 30), aRun(guid(2), { startedOn: ago(5), statusCode: 2 }));
  await clock.advance(50);
  timeline.setWindow({ fromMs: ago(60), toMs: ago(-1) }, false);
  clock.costPerLook = 100;
  source.show(...Array.from({ length: 20_000 }, (_, n) => runAt(n + 1, 60)));
  commands.setLayout("flow");
  let renders = 0;
  timeline.news.onChange(() => void renders++);
  timeline.dispose();
  expect([clock.pending, source.listenerCount]).toEqual([0, 0]);
  painter.paintedAt.length = 0;
  source.show(runAt(3, 10));
  timeline.invalidate();
  await clock.advance(10_000);
  expect([clock.pending, painter.paintedAt, renders]).toEqual([0, [], 0]);
});

it("is not drawn again when the host grants it the width that it has, and is when its texts are others", async () => {
  const { timeline, source, clock } = timelineRig();
  const painter = new CountingPainter();
  timeline.attach(painter);
  source.show(runAt(1, 30));
  await clock.advance(50);
  painter.paintedAt.length = 0;
  timeline.setSurroundings({ ...timeline.surroundings, widthPx: 1280 });
  await clock.advance(50);
  expect(painter.paintedAt).toHaveLength(0);
  timeline.setSurroundings({ ...timeline.surroundings, isRtl: true });
  await clock.advance(50);
  expect(painter.paintedAt).toHaveLength(1);
});

describe("more runs than can be listed", () => {
  it("have no rows; these come back when the server has fewer for the window", () => {
    const { timeline, source, commands } = timelineRig({ firstLayout: "tree" });
    source.show(...many(40));
    source.serve({});
    expect(timeline.derived?.rows.count).toBe(40);
    commands.select(guid(3));
    source.serve({ phase: "beyond", received: 0, expected: 3_000_000 });
    expect([timeline.derived?.rows.count, timeline.derived?.rows.heightPx, timeline.derived?.counts.ok.loaded]).toEqual([0, 0, 40]);
    commands.setLayout("machine");
    expect(timeline.derived?.rows.count).toBe(0);
    commands.setLayout("tree");
    source.serve({ phase: "reading", received: 40, expected: null });
    expect(timeline.derived?.rows.count).toBe(40);
    expect([...timeline.view.state.selected]).toEqual([guid(3)]);
  });
});
