import * as fc from "fast-check";
import { DAY, MINUTE } from "../base/brand";
import { aRun, guid, rowsOf } from "../domain/run.testing";
import { STATUS_FAMILIES } from "../domain/status";
import { isFolded } from "../layout/collapse";
import { isInWindow } from "../layout/runTimes";
import { MAX_WINDOW_MS, MIN_WINDOW_MS } from "../layout/timeWindow";
import { ago, childOf, dayBins, HandOverview, onMachine, runAt, timelineRig, TimelineRig } from "../../tests/support/timelineRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { ZOOM_STEP } from "./commands";

const windowOf = ({ timeline }: TimelineRig): { fromMs: number; toMs: number } => timeline.view.state.window ?? { fromMs: NaN, toMs: NaN };
const lengthOf = (rig: TimelineRig): number => windowOf(rig).toMs - windowOf(rig).fromMs;
const hidden = ({ timeline }: TimelineRig): string[] => [...timeline.view.state.filter.hiddenFamilies].sort();
const shownRuns = ({ timeline, source }: TimelineRig): string[] => {
  const rows = timeline.derived?.rows;
  return rows ? [...rows.node].map((node) => source.store.id(node)) : [];
};

/** Two trees of three runs, a failure in the second, and an old failure outside the first window. */
function rigOfTrees(): TimelineRig {
  const rig = timelineRig({ firstLayout: "tree" });
  rig.source.show(
    runAt(1, 100), runAt(2, 95, childOf(1)), runAt(3, 92, childOf(2)),
    runAt(4, 60), runAt(5, 55, { ...childOf(4), statusCode: 8 }), runAt(6, 52, childOf(4)),
    runAt(7, 60 * 24 * 5, { statusCode: 8 }), aRun(guid(8), { name: "no time" })
  );
  return rig;
}

describe("what a menu's entry is about", () => {
  it("is the run selected, else the row with the focus, else nothing", () => {
    const { commands, timeline } = rigOfTrees();
    const chosen = (): readonly string[] => [commands.chosenRun, commands.chosenBranch];
    expect(chosen()).toEqual(["", ""]);
    timeline.view.set({ focusedKey: guid(2) });
    expect(chosen()).toEqual([guid(2), guid(2)]);
    commands.select(guid(5));
    expect(chosen()).toEqual([guid(5), guid(5)]);
    commands.select(guid(6), true);
    expect(chosen()).toEqual([guid(2), guid(2)]);
  });

  it("is the track of a run or of a row, where rows are tracks", () => {
    const rig = timelineRig({ firstLayout: "machine" });
    rig.source.show(runAt(1, 60, onMachine("VM-1")), runAt(2, 60, onMachine("VM-2")));
    const { commands, timeline } = rig;
    const keys = timeline.derived?.rows.tracks.map(({ key }) => key) ?? [];
    timeline.view.set({ focusedKey: timeline.keyOfRow(3) });
    expect([commands.chosenRun, commands.chosenBranch]).toEqual(["", keys[1]]);
    commands.select(guid(1));
    expect([commands.chosenRun, commands.chosenBranch]).toEqual([guid(1), keys[0]]);
  });
});

describe("moving the window", () => {
  it("zooms about the middle, or about the instant under the pointer, which keeps its place", () => {
    const rig = rigOfTrees();
    const { fromMs, toMs } = windowOf(rig);
    rig.commands.zoom(2);
    expect((windowOf(rig).fromMs + windowOf(rig).toMs) / 2).toBeCloseTo((fromMs + toMs) / 2, 0);
    expect(lengthOf(rig)).toBeCloseTo((toMs - fromMs) / 2, 0);
    const anchor = ago(100);
    const share = (): number => (anchor - windowOf(rig).fromMs) / lengthOf(rig);
    const before = share();
    rig.commands.zoom(ZOOM_STEP, anchor);
    expect(share()).toBeCloseTo(before, 6);
  });

  it("stays within what can be shown, whatever is pressed how often", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("in", "out", "left", "right", "all", "now"), { maxLength: 60 }), (keys) => {
      const rig = rigOfTrees();
      const { commands } = rig;
      const action = { in: () => commands.zoom(8), out: () => commands.zoom(1 / 8), left: () => commands.panStep(-1), right: () => commands.panStep(1), all: () => commands.fitAll(), now: () => commands.goToNow() };
      for (const key of keys) action[key]();
      expect(lengthOf(rig)).toBeGreaterThanOrEqual(MIN_WINDOW_MS - 1);
      expect(lengthOf(rig)).toBeLessThanOrEqual(MAX_WINDOW_MS + 1);
    }), { numRuns: 50 });
  });

  it("pans by a tenth, earlier or later", () => {
    const rig = rigOfTrees();
    const before = windowOf(rig);
    rig.commands.panStep(1);
    expect(windowOf(rig).fromMs - before.fromMs).toBeCloseTo((before.toMs - before.fromMs) / 10, 0);
    rig.commands.panStep(-1);
    expect(windowOf(rig).fromMs).toBeCloseTo(before.fromMs, 0);
  });

  it("fits every run that has a time", () => {
    const rig = rigOfTrees();
    rig.commands.fitAll();
    const { store } = rig.source;
    const window = rig.timeline.view.state.window;
    expect([1, 2, 3, 4, 5, 6, 7].every((n) => isInWindow(store, store.slotOf(guid(n)), window, TEST_NOW))).toBe(true);
  });

  it("fits the selected runs with a margin, also a marker, and an open run up to now", () => {
    const rig = timelineRig();
    rig.source.show(runAt(1, 60), aRun(guid(2), { completedOn: ago(30), statusCode: 8 }), aRun(guid(3), { startedOn: ago(20), statusCode: 2 }));
    const fitted = (...ids: number[]): number[] => {
      rig.timeline.view.set({ selected: new Set(ids.map(guid)) });
      rig.commands.fitSelection();
      return [windowOf(rig).fromMs, windowOf(rig).toMs];
    };
    expect(fitted(1, 2)).toEqual([ago(63), ago(27)]);
    expect(fitted(2)).toEqual([ago(30) - 5000, ago(30) + 5000]);
    expect(fitted(3)).toEqual([ago(22), ago(-2)]);
  });

  it("stays where it is if nothing with a time is selected", () => {
    const rig = rigOfTrees();
    const before = windowOf(rig);
    rig.commands.fitSelection();
    rig.commands.select(guid(8));
    rig.commands.fitSelection();
    expect(windowOf(rig)).toEqual(before);
  });

  it("goes to now without changing the scale", () => {
    const rig = rigOfTrees();
    rig.timeline.setWindow({ fromMs: ago(1000), toMs: ago(900) }, true);
    rig.commands.goToNow();
    expect(lengthOf(rig)).toBeCloseTo(100 * MINUTE, 0);
    expect((TEST_NOW - windowOf(rig).fromMs) / lengthOf(rig)).toBeCloseTo(0.9);
  });

  it("takes presets", () => {
    const rig = rigOfTrees();
    rig.commands.preset("hours6");
    expect(TEST_NOW - windowOf(rig).fromMs).toBe(6 * 60 * MINUTE);
  });

  it("does nothing before there is a window", () => {
    const rig = timelineRig();
    rig.commands.zoom(2);
    rig.commands.panStep(1);
    rig.commands.goToNow();
    rig.commands.step(1);
    rig.commands.collapseAll();
    expect([rig.timeline.view.state.window, rig.clock.pending]).toEqual([null, 1]);
  });
});

describe("the filter by families", () => {
  it("shows one family alone, and all again at the second click", () => {
    const rig = rigOfTrees();
    rig.commands.onlyFamily("failed");
    expect(hidden(rig)).toEqual(["ok", "open", "other", "stopped"]);
    rig.commands.onlyFamily("open");
    expect(hidden(rig)).toEqual(["failed", "ok", "other", "stopped"]);
    rig.commands.onlyFamily("open");
    expect(hidden(rig)).toEqual([]);
  });

  it("adds and takes away one, and never hides the last", () => {
    const rig = rigOfTrees();
    rig.commands.toggleFamily("ok");
    rig.commands.toggleFamily("failed");
    rig.commands.toggleFamily("ok");
    expect(hidden(rig)).toEqual(["failed"]);
    for (const family of STATUS_FAMILIES) if (family !== "failed") rig.commands.toggleFamily(family);
    expect(hidden(rig)).toEqual([]);
  });

  it("keeps ancestors of what matches, and goes with the text", () => {
    const rig = rigOfTrees();
    rig.commands.onlyFamily("failed");
    expect(shownRuns(rig)).toEqual([guid(4), guid(5)]);
    rig.commands.setText("nothing like it");
    expect(shownRuns(rig)).toEqual([]);
    rig.commands.clearFilter();
    expect(shownRuns(rig)).toHaveLength(6);
  });
});

describe("collapsing", () => {
  it("toggles a branch, or sets it as asked", () => {
    const rig = rigOfTrees();
    rig.commands.toggle(guid(1));
    expect(shownRuns(rig)).toEqual([1, 4, 5, 6].map(guid));
    rig.commands.toggle(guid(1), false);
    rig.commands.toggle(guid(1), false);
    expect(shownRuns(rig)).toEqual([1, 4, 5, 6].map(guid));
    rig.commands.toggle(guid(1));
    rig.commands.toggle(guid(4), true);
    expect(shownRuns(rig)).toEqual([1, 2, 3, 4, 5, 6].map(guid));
  });

  it("collapses every branch and expands them again", () => {
    const rig = rigOfTrees();
    rig.commands.collapseAll();
    expect(shownRuns(rig)).toEqual([guid(1), guid(4)]);
    rig.commands.toggle(guid(1), true);
    expect(shownRuns(rig)).toEqual([1, 2, 4].map(guid));
    rig.commands.expandAll();
    expect(shownRuns(rig)).toHaveLength(6);
  });

  it("collapses tracks too", () => {
    const rig = timelineRig({ firstLayout: "machine" });
    rig.source.show(runAt(1, 60, onMachine("VM-1")), runAt(2, 60, onMachine("VM-2")));
    rig.commands.collapseAll();
    expect(rig.timeline.derived?.rows.count).toBe(2);
  });
});

describe("stepping from run to run", () => {
  const panel = ({ timeline }: TimelineRig): string => timeline.view.state.panelId;

  it("goes to the next and the previous run in time, through the tree", () => {
    const rig = rigOfTrees();
    const seen: string[] = [];
    for (const direction of [1, 1, 1, 1, -1, -1] as const) {
      rig.commands.step(direction);
      seen.push(panel(rig));
    }
    expect(seen).toEqual([1, 2, 3, 4, 3, 2].map(guid));
    expect([...rig.timeline.view.state.selected]).toEqual([guid(2)]);
  });

  it("begins at the near edge of the window", () => {
    const [forward, back] = [rigOfTrees(), rigOfTrees()];
    forward.commands.step(1);
    back.commands.step(-1);
    expect([panel(forward), panel(back)]).toEqual([guid(1), guid(6)]);
  });

  it("begins at the window also after a run without a time", () => {
    const rig = rigOfTrees();
    rig.commands.inspect(guid(8));
    rig.commands.step(1);
    expect(panel(rig)).toBe(guid(1));
  });

  it("passes over what the filter hides", () => {
    const rig = rigOfTrees();
    rig.commands.onlyFamily("failed");
    rig.commands.step(-1);
    rig.commands.step(-1);
    expect(panel(rig)).toBe(guid(7));
    expect(isInWindow(rig.source.store, rig.source.store.slotOf(guid(7)), rig.timeline.view.state.window, TEST_NOW)).toBe(true);
  });

  it("finds failures whatever the filter says, and takes a filter away that hides them", () => {
    const rig = rigOfTrees();
    rig.commands.onlyFamily("ok");
    expect(rig.commands.stepFailure(-1)).toBe(true);
    expect([panel(rig), hidden(rig)]).toEqual([guid(5), []]);
    expect(rig.commands.stepFailure(-1)).toBe(true);
    expect(panel(rig)).toBe(guid(7));
    expect(rig.commands.stepFailure(-1)).toBe(false);
    expect(panel(rig)).toBe(guid(7));
  });

  it("goes to the latest run that the filter lets through", () => {
    const rig = rigOfTrees();
    rig.commands.goToLatest();
    expect(panel(rig)).toBe(guid(6));
    rig.commands.onlyFamily("failed");
    rig.commands.goToLatest();
    expect(panel(rig)).toBe(guid(5));
  });
});

describe("folding", () => {
  it("goes to a level: roots alone, then their children too", () => {
    const rig = rigOfTrees();
    const all = shownRuns(rig).length;
    rig.commands.collapseToLevel(1);
    const roots = shownRuns(rig).length;
    expect(roots).toBeLessThan(all);
    rig.commands.collapseToLevel(2);
    expect(shownRuns(rig).length).toBeGreaterThan(roots);
    rig.commands.expandAll();
    expect(shownRuns(rig)).toHaveLength(all);
  });

  it("turns one branch against what holds for all, and back", () => {
    const rig = rigOfTrees();
    rig.commands.collapseAll();
    const roots = shownRuns(rig);
    const [root = ""] = roots;
    rig.commands.toggle(root);
    expect(shownRuns(rig).length).toBeGreaterThan(roots.length);
    rig.commands.toggle(root);
    expect(shownRuns(rig)).toEqual(roots);
  });

  it("leaves open what is above and below one row", () => {
    const rig = rigOfTrees();
    const before = shownRuns(rig);
    rig.commands.collapseOthers(guid(3));
    const shown = shownRuns(rig);
    expect(shown).toContain(guid(3));
    expect(shown.length).toBeLessThan(before.length);
  });
});

describe("going to a run", () => {
  it("uncovers it: collapsed ancestors, the filter and the window give way", () => {
    const rig = rigOfTrees();
    rig.commands.collapseAll();
    rig.commands.setText("Run 7");
    rig.timeline.setWindow({ fromMs: ago(60 * 24 * 5 + 100), toMs: ago(60 * 24 * 5 - 100) }, true);
    rig.commands.goTo(guid(3));
    expect(shownRuns(rig)).toContain(guid(3));
    expect(rig.timeline.view.state).toMatchObject({ panelId: guid(3), focusedKey: guid(3), selected: new Set([guid(3)]) });
    expect(isFolded(rig.timeline.view.state.collapsed, guid(4), 0)).toBe(true);
  });

  it("does not move a window that shows it", () => {
    const rig = rigOfTrees();
    const before = windowOf(rig);
    rig.commands.goTo(guid(5));
    expect(windowOf(rig)).toEqual(before);
  });

  it("keeps the scale when the window has to move", () => {
    const rig = rigOfTrees();
    const length = lengthOf(rig);
    rig.commands.goTo(guid(7));
    expect(lengthOf(rig)).toBeCloseTo(length, 0);
    expect(shownRuns(rig)).toEqual([guid(7)]);
  });

  it("opens the track in which it lies and puts the focus on its lanes", () => {
    const rig = timelineRig({ firstLayout: "machine" });
    rig.source.show(runAt(1, 60, onMachine("VM-1")), runAt(2, 60, onMachine("VM-2")));
    rig.commands.collapseAll();
    rig.commands.goTo(guid(2));
    expect(rig.timeline.derived?.rows.count).toBe(3);
    expect(rig.timeline.view.state.focusedKey).toMatch(/^lanes:machine:/);
  });

  it("shows a run without a time in the panel, for it has no place in the rows", () => {
    const rig = rigOfTrees();
    const before = windowOf(rig);
    rig.commands.goTo(guid(8));
    expect([rig.timeline.view.state.panelId, windowOf(rig)]).toEqual([guid(8), before]);
  });

  it("ignores a run that is not there", () => {
    const rig = rigOfTrees();
    rig.commands.goTo(guid(99));
    expect(rig.timeline.view.state.panelId).toBe("");
  });

  it("uncovers a run that came after the rows were made", () => {
    const rig = rigOfTrees();
    rig.commands.collapseAll();
    rig.clock.costPerLook = 100;
    rig.source.store.merge(rowsOf(runAt(50, 50, childOf(4)), runAt(51, 49, childOf(999))), "keep");
    expect(() => rig.commands.goTo(guid(50))).not.toThrow();
    expect(rig.timeline.view.state.panelId).toBe(guid(50));
  });
});

describe("selecting", () => {
  it("replaces, adds and takes away, and tells the host each time", () => {
    const rig = rigOfTrees();
    rig.commands.select(guid(1));
    rig.commands.select(guid(2));
    rig.commands.select(guid(3), true);
    rig.commands.select(guid(2), true);
    rig.commands.select("");
    expect(rig.selections).toEqual([[guid(1)], [guid(2)], [guid(2), guid(3)], [guid(3)], []]);
  });

  it("opens a run's record by the host", () => {
    const rig = rigOfTrees();
    rig.commands.open(guid(1));
    expect(rig.opened).toEqual([guid(1)]);
  });
});

describe("what the server has counted", () => {
  /** A run of thirty days ago is loaded; the server knows runs from forty days ago to the day before yesterday. */
  function countedRig(): TimelineRig & { readonly overview: HandOverview } {
    const overview = new HandOverview();
    const rig = timelineRig({ firstLayout: "tree" }, {}, { overview });
    rig.source.show(runAt(1, 30 * 24 * 60));
    overview.show(dayBins(40, Array.from({ length: 39 }, () => [0, 0, 9])));
    return { ...rig, overview };
  }
  const today = Math.floor(TEST_NOW / DAY) * DAY;

  it("is part of all", () => {
    const rig = countedRig();
    for (const all of [() => rig.commands.fitAll(), () => rig.commands.preset("all")]) {
      rig.commands.goToNow();
      all();
      expect(windowOf(rig).fromMs).toBeLessThanOrEqual(today - 40 * DAY);
      expect(windowOf(rig).toMs).toBeGreaterThanOrEqual(today - DAY);
    }
  });

  it("has the latest run, where that is not loaded and nothing is filtered", () => {
    const rig = countedRig();
    rig.commands.goToLatest();
    const { fromMs, toMs } = windowOf(rig);
    expect([fromMs < today - DAY, toMs > today - DAY, rig.timeline.view.state.panelId]).toEqual([true, true, ""]);
    rig.commands.setText("Run 1");
    rig.commands.goToLatest();
    expect(rig.timeline.view.state.panelId).toBe(guid(1));
  });

  it("has no later one than is loaded", () => {
    const rig = countedRig();
    rig.source.show(runAt(2, 60));
    rig.commands.goToLatest();
    expect(rig.timeline.view.state.panelId).toBe(guid(2));
  });
});
