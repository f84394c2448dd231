/** @jest-environment jsdom */
import { epochMs } from "../base/brand";
import { Run } from "../domain/run";
import { aRun, guid } from "../domain/run.testing";
import { ROW_PX } from "../layout/measures";
import { chartRig, ChartRig, withBrowserParts } from "../../tests/support/chartRig";
import { ago, childOf, onMachine, runAt } from "../../tests/support/timelineRig";
import { Keyboard } from "./keyboard";
import { isInWindow } from "../layout/runTimes";
import { NewFailures } from "./newFailures";
import { Surroundings } from "./ports";
import { mergedFocusOf } from "./trackWalk";

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
  const newFailures = new NewFailures(rig.timeline, rig.commands);
  const keyboard = new Keyboard(rig.timeline, rig.chart, rig.commands, { focusSearch: () => void state.searches++, nextNewFailure: () => newFailures.next() });
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
    const taken = [await press("a", { ctrlKey: true }), await press("f", { metaKey: true }), await press("Tab"), await press("F5"), await press("ArrowDown", { ctrlKey: true }), await press("ArrowUp", { altKey: true }), await press("y")];
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

  describe("where runs are drawn as one", () => {
    /** In one bin of the first window: five runs of 5 s, 20 s apart, the third failed; before and after them one of 10 min. */
    const START = Math.ceil(ago(120) / 2 ** 19) * 2 ** 19;
    const short = (n: number, startMs: number): Run => aRun(guid(n), { startedOn: epochMs(startMs), completedOn: epochMs(startMs + 5000), statusCode: n === 3 ? 8 : 4, name: `Run ${n}`, ...onMachine("VM-1") });
    const merged = (surroundings: Partial<Surroundings> = {}): Promise<KeyRig> =>
      keyRig({ firstLayout: "machine", ...surroundings }, ({ source }) => source.show(runAt(10, 200, { ...onMachine("VM-1") }), ...[1, 2, 3, 4, 5].map((n) => short(n, START + n * 20_000)), runAt(11, 30, onMachine("VM-1"))));
    const words = "Runs|5, Failures|1, Tooltip_Span|";

    it("stop once, say how many and how many failed, and select none of them", async () => {
      const { press, timeline, chart } = await merged();
      await press("ArrowDown");
      const said: string[] = [];
      for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft"]) {
        await press(key);
        said.push((document.activeElement?.getAttribute("aria-label") ?? "").slice(0, words.length));
        expect(chart.dom.announcer.textContent?.slice(0, 6)).toBe(said[said.length - 1].slice(0, 6));
      }
      expect(said.map((one) => one.split(",")[0])).toEqual(["Run 10", "Runs|5", "Run 11", "Run 11", "Runs|5", "Run 10", "Run 10"]);
      expect(said[1]).toBe(words);
      await press("ArrowRight");
      expect([[...timeline.view.state.selected], timeline.view.state.mergedAt]).toEqual([[], guid(1)]);
      await press("ArrowRight");
      expect([[...timeline.view.state.selected], timeline.view.state.mergedAt]).toEqual([[guid(11)], ""]);
    });

    it.each(["Enter", "+"])("split with %p and go on from the first of them", async (key) => {
      const { press, focused, opened, timeline } = await merged();
      await press("ArrowDown");
      await press("ArrowRight");
      await press("ArrowRight");
      await press(key);
      expect([focused(), [...timeline.view.state.selected], opened]).toEqual(["Run 1", [guid(1)], []]);
      const path: string[] = [];
      for (let i = 0; i < 5; i++) {
        await press("ArrowRight");
        path.push(focused());
      }
      expect(path).toEqual(["Run 2", "Run 3", "Run 4", "Run 5", "Run 11"]);
      expect(isInWindow(timeline.ports.source.store, timeline.ports.source.store.slotOf(guid(11)), timeline.view.state.window, timeline.clock.now())).toBe(true);
    });

    it("outline what the focus is at, and the item that hides the one selected run", async () => {
      const { press, timeline, commands } = await merged();
      await press("ArrowDown");
      expect(mergedFocusOf(timeline)).toBeNull();
      await press("ArrowRight");
      expect(mergedFocusOf(timeline)).toBeNull();
      await press("ArrowRight");
      const outlined = mergedFocusOf(timeline);
      expect(outlined?.track).toBe(0);
      commands.select(guid(4));
      expect(mergedFocusOf(timeline)).toEqual(outlined);
    });

    it("step one by one with the keys of time", async () => {
      const { press, timeline } = await merged();
      await press("ArrowDown");
      await press("ArrowRight");
      for (const n of [1, 2, 3]) {
        await press(".");
        expect([...timeline.view.state.selected]).toEqual([guid(n)]);
      }
    });
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

it("the host hears neither the press nor the release of a key that is ours, and both of any other", async () => {
  const { chart } = await treeRig();
  const heard: string[] = [];
  for (const type of ["keydown", "keyup"] as const) chart.dom.root.addEventListener(type, ({ key }) => void heard.push(`${type} ${key}`));
  for (const key of ["ArrowDown", "F7"]) {
    for (const type of ["keydown", "keyup"]) document.activeElement?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
  }
  expect(heard).toEqual(["keydown F7", "keyup F7"]);
});
