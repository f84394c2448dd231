/** @jest-environment jsdom */
import { aRun, guid } from "../domain/run.testing";
import { ROW_PX } from "../layout/measures";
import { chartRig, ChartRig, withBrowserParts } from "../../tests/support/chartRig";
import { ago, childOf, onMachine, runAt } from "../../tests/support/timelineRig";
import { Keyboard } from "./keyboard";
import { Surroundings } from "./ports";

withBrowserParts();

interface KeyRig extends ChartRig {
  readonly keyboard: Keyboard;
  /** Presses a key where the focus is. @returns whether the page was kept from acting on it */
  readonly press: (key: string, more?: KeyboardEventInit) => Promise<boolean>;
  readonly focused: () => string;
  searches: number;
}

async function keyRig(surroundings: Partial<Surroundings>, show: (rig: ChartRig) => void): Promise<KeyRig> {
  const rig = chartRig(surroundings);
  const state = { searches: 0 };
  const keyboard = new Keyboard(rig.timeline, rig.chart, rig.commands, { focusSearch: () => void state.searches++ });
  show(rig);
  await rig.frame();
  rig.chart.focusRow(rig.timeline.keyOfRow(0));
  await rig.frame();
  const press = async (key: string, more: KeyboardEventInit = {}): Promise<boolean> => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
    (document.activeElement ?? document.body).dispatchEvent(event);
    await rig.frame();
    return event.defaultPrevented;
  };
  return Object.assign(state, rig, { keyboard, press, focused: () => document.activeElement?.getAttribute("aria-label")?.split(",")[0] ?? "" });
}

/** Run 1 > Run 2 > Run 3, then Run 4 > Run 5, then 40 more. */
const tree = ({ source }: ChartRig): void =>
  source.show(
    runAt(1, 200), runAt(2, 190, childOf(1)), runAt(3, 185, childOf(2)), runAt(4, 150), runAt(5, 145, { ...childOf(4), statusCode: 8 }),
    ...Array.from({ length: 40 }, (_, n) => runAt(6 + n, 100 - n))
  );
const treeRig = (surroundings: Partial<Surroundings> = {}): Promise<KeyRig> => keyRig({ firstLayout: "tree", ...surroundings }, tree);

describe("the keys of the tree", () => {
  it("move the focus row by row, by the page and to the ends, and scroll along", async () => {
    const { press, focused, timeline } = await treeRig();
    const path: string[] = [];
    for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "PageDown", "PageDown", "PageUp", "End", "ArrowDown", "Home", "ArrowUp"]) {
      expect(await press(key)).toBe(true);
      path.push(focused());
    }
    expect(path).toEqual(["Run 2", "Run 3", "Run 2", "Run 11", "Run 20", "Run 11", "Run 45", "Run 45", "Run 1", "Run 1"]);
    await press("End");
    expect(timeline.view.state.scrollPx).toBe(45 * ROW_PX - 300);
  });

  it("keep the focus on the run when it is scrolled out of sight", async () => {
    const { press, focused, timeline, frame } = await treeRig();
    await press("ArrowDown");
    timeline.setScroll(30 * ROW_PX);
    await frame();
    expect(focused()).toBe("Run 2");
    await press("ArrowDown");
    expect([focused(), timeline.view.state.scrollPx]).toEqual(["Run 3", 2 * ROW_PX]);
  });

  it.each([
    ["left to right", false, "ArrowLeft", "ArrowRight"],
    ["right to left", true, "ArrowRight", "ArrowLeft"],
  ])("go in and out of branches, collapse and expand: %s", async (_title, isRtl, back, forward) => {
    const { press, focused, timeline } = await treeRig({ isRtl });
    const collapsed = (): string[] => [...timeline.view.state.collapsed.flipped];
    await press(forward);
    await press(forward);
    await press(forward);
    expect(focused()).toBe("Run 3");
    await press(back);
    expect(focused()).toBe("Run 2");
    await press(back);
    expect([focused(), collapsed()]).toEqual(["Run 2", [guid(2)]]);
    await press(back);
    await press(back);
    expect([focused(), collapsed().sort()]).toEqual(["Run 1", [guid(1), guid(2)]]);
    await press(forward);
    expect([focused(), collapsed()]).toEqual(["Run 1", [guid(2)]]);
  });

  it("fold to a level, all but the row with the focus, and nothing", async () => {
    const { press, focused, timeline } = await treeRig();
    const shown = (): number => timeline.derived?.rows.count ?? NaN;
    await press("1");
    expect(shown()).toBe(42);
    await press("2");
    expect(shown()).toBe(44);
    await press("*", { shiftKey: true });
    expect(shown()).toBe(45);
    await press("ArrowDown");
    await press("o");
    expect([shown(), focused()]).toEqual([44, "Run 2"]);
    await press("3");
    expect(shown()).toBe(45);
  });

  it("count times from the start of the root, and no more", async () => {
    const { press, timeline } = await treeRig();
    await press("ArrowDown");
    await press("t");
    expect(timeline.view.state.relativeTo).toBe(guid(1));
    await press("t");
    expect(timeline.view.state.relativeTo).toBe("");
  });

  it("stay on a root that has nothing to collapse", async () => {
    const { press, focused } = await treeRig();
    await press("End");
    await press("ArrowLeft");
    expect(focused()).toBe("Run 45");
  });

  it("open a run, show and hide its panel, and add it to the selection", async () => {
    const { press, opened, timeline } = await treeRig();
    await press("Enter");
    expect(opened).toEqual([guid(1)]);
    await press(" ");
    expect(timeline.view.state.panelId).toBe(guid(1));
    await press(" ");
    expect(timeline.view.state.panelId).toBe("");
    await press("ArrowDown");
    await press(" ", { ctrlKey: true });
    expect([...timeline.view.state.selected]).toEqual([guid(1), guid(2)]);
    await press(" ", { shiftKey: true });
    expect([...timeline.view.state.selected]).toEqual([guid(1)]);
    await press(" ");
    await press("Escape");
    expect(timeline.view.state.panelId).toBe("");
  });
});

describe("the keys of the timeline", () => {
  const window = ({ timeline }: KeyRig): { fromMs: number; toMs: number } => timeline.view.state.window ?? { fromMs: NaN, toMs: NaN };

  it("pan earlier and later, the same way in either reading direction", async () => {
    for (const isRtl of [false, true]) {
      const rig = await treeRig({ isRtl });
      for (const [earlier, later, held] of [["a", "d", {}], ["A", "D", { shiftKey: true }], ["ArrowLeft", "ArrowRight", { altKey: true }]] as const) {
        const before = window(rig).fromMs;
        await rig.press(earlier, held);
        expect(window(rig).fromMs).toBeLessThan(before);
        await rig.press(later, held);
        expect(window(rig).fromMs).toBeCloseTo(before, 0);
      }
    }
  });

  it("zoom, fit all, fit the selection and go to now", async () => {
    const rig = await treeRig();
    const length = (): number => window(rig).toMs - window(rig).fromMs;
    const before = length();
    await rig.press("w");
    expect(length()).toBeCloseTo(before / 1.2, 0);
    await rig.press("s");
    expect(length()).toBeCloseTo(before, 0);
    await rig.press("0");
    expect(window(rig).fromMs).toBeGreaterThan(ago(210));
    await rig.press(" ");
    await rig.press("f");
    expect(window(rig)).toEqual({ fromMs: ago(201), toMs: ago(189) });
    await rig.press("n");
    expect(window(rig).toMs).toBeGreaterThan(ago(0));
  });

  it("step through the runs and to failures", async () => {
    const { press, timeline } = await treeRig();
    await press(".");
    expect(timeline.view.state.panelId).toBe(guid(1));
    await press(".");
    await press(",");
    expect(timeline.view.state.panelId).toBe(guid(1));
    await press("n");
    timeline.view.set({ panelId: "", selected: new Set() });
    await press("e");
    expect(timeline.view.state.panelId).toBe(guid(5));
  });

  it("find and help", async () => {
    const rig = await treeRig();
    await rig.press("/");
    await rig.press("?", { shiftKey: true });
    expect([rig.searches, rig.timeline.view.state.dialog]).toEqual([1, "help"]);
  });

  it("leave to the page what is not theirs", async () => {
    const { press, timeline } = await treeRig();
    const before = timeline.view.state;
    const taken = [await press("a", { ctrlKey: true }), await press("f", { metaKey: true }), await press("Tab"), await press("F5"), await press("ArrowDown", { ctrlKey: true }), await press("ArrowUp", { altKey: true }), await press("x")];
    expect(taken).toEqual([false, false, false, false, false, false, false]);
    expect(timeline.view.state).toBe(before);
  });

  it("are heard only while the focus is in the rows", async () => {
    const { press, timeline } = await treeRig();
    const input = document.createElement("input");
    document.body.append(input);
    input.focus();
    const before = timeline.view.state;
    expect(await press("w")).toBe(false);
    expect(timeline.view.state).toBe(before);
  });

  it("are silent after the end", async () => {
    const { press, keyboard, timeline } = await treeRig();
    keyboard.dispose();
    const before = timeline.view.state;
    await press("w");
    expect(timeline.view.state).toBe(before);
  });
});

describe("the keys on packed tracks", () => {
  const tracks = (surroundings: Partial<Surroundings> = {}): Promise<KeyRig> =>
    keyRig({ firstLayout: "machine", ...surroundings }, ({ source }) => source.show(runAt(1, 60, onMachine("VM-1")), runAt(2, 50, onMachine("VM-1")), aRun(guid(3), { startedOn: ago(40), completedOn: ago(30), statusCode: 8, name: "Run 3", ...onMachine("VM-1") }), runAt(4, 55, onMachine("VM-2"))));

  it.each([false, true])("walk the runs of a track in time and say each: right to left %p", async (isRtl) => {
    const { press, focused, timeline, chart } = await tracks({ isRtl });
    await press("ArrowDown");
    const walked: string[] = [];
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"]) {
      await press(key);
      walked.push(focused());
    }
    expect(walked).toEqual(["Run 1", "Run 2", "Run 3", "Run 3", "Run 2"]);
    expect([...timeline.view.state.selected]).toEqual([guid(2)]);
    expect(chart.dom.announcer.textContent).toContain("Run 2");
  });

  it("turn pages also where one track is taller than the screen", async () => {
    const { press, timeline } = await keyRig({ firstLayout: "machine" }, ({ source }) => source.show(...Array.from({ length: 20 }, (_, n) => runAt(1 + n, 60, onMachine("VM-1"))), runAt(50, 60, onMachine("VM-2"))));
    const rows: number[] = [];
    for (const key of ["PageDown", "PageDown", "PageDown", "PageDown", "PageUp", "PageUp", "PageUp"]) {
      await press(key);
      rows.push(timeline.rowOf(timeline.view.state.focusedKey));
    }
    expect(rows).toEqual([1, 2, 3, 3, 1, 0, 0]);
  });

  it("open and inspect the run that was walked to, and none before", async () => {
    const { press, opened, timeline } = await tracks();
    await press("ArrowDown");
    await press("Enter");
    expect(opened).toEqual([]);
    await press("ArrowLeft");
    await press("Enter");
    await press(" ");
    expect([opened, timeline.view.state.panelId]).toEqual([[guid(3)], guid(3)]);
  });

  it("do not take the selected run of another track for one of this", async () => {
    const { press, opened } = await tracks();
    await press("ArrowDown");
    await press("ArrowRight");
    await press("End");
    await press("Enter");
    expect(opened).toEqual([]);
  });

  it("fold all tracks but the one whose lanes have the focus", async () => {
    const { press, timeline } = await tracks();
    await press("End");
    await press("o");
    expect(timeline.derived?.rows.count).toBe(3);
    expect(timeline.derived?.rows.tracks[timeline.derived.rows.node[2]].key).toContain("VM-2");
  });

  it("collapse and expand a track, and never select it as if it were a run", async () => {
    const { press, timeline } = await tracks();
    await press("Enter");
    expect(timeline.derived?.rows.count).toBe(3);
    await press(" ");
    expect(timeline.derived?.rows.count).toBe(4);
    await press(" ", { ctrlKey: true });
    expect([...timeline.view.state.selected]).toEqual([]);
  });
});
