import * as fc from "fast-check";
import { DAY, epochMs, HOUR } from "../base/brand";
import { runToEnd } from "../base/work";
import { anyRun, aRun, guid, storeHolding } from "../domain/run.testing";
import { buildForest } from "../domain/runForest";
import { isInWindow } from "../layout/runTimes";
import { ago, childOf, dayBins, hoursAgo, runAt } from "../../tests/support/timelineRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { firstLayout, presetWindow, windowOfAll } from "./firstView";

const lastDay = { fromMs: hoursAgo(24), toMs: TEST_NOW };

describe("the first window", () => {
  it("is the last 24 hours if they hold a run", () => {
    const window = presetWindow(storeHolding([runAt(1, 60), runAt(2, 60 * 24 * 30)]), "auto", TEST_NOW);
    expect(window.fromMs).toBe(TEST_NOW - DAY);
    expect(window.toMs).toBeGreaterThan(TEST_NOW);
  });

  it("is the 24 hours that end with the latest run if the last 24 hours are empty", () => {
    const window = presetWindow(storeHolding([runAt(1, 60 * 24 * 30), runAt(2, 60 * 24 * 40)]), "auto", TEST_NOW);
    expect(window.fromMs).toBe(ago(60 * 24 * 30 - 10) - DAY);
    expect(window.toMs).toBeGreaterThan(ago(60 * 24 * 30 - 10));
  });

  it("counts a run that is still open as one of now", () => {
    const open = aRun(guid(1), { startedOn: hoursAgo(100), statusCode: 2 });
    expect(presetWindow(storeHolding([open]), "hour1", TEST_NOW).fromMs).toBe(TEST_NOW - HOUR);
  });

  it("is the last 24 hours without any run", () => {
    expect(presetWindow(storeHolding([]), "all", TEST_NOW)).toEqual(lastDay);
    expect(presetWindow(storeHolding([]), "auto", TEST_NOW).fromMs).toBe(lastDay.fromMs);
  });

  it("holds every run with a time, and now if one is open, when all are wanted", () => {
    const runs = [runAt(1, 60 * 24 * 9), aRun(guid(2), { startedOn: hoursAgo(300), statusCode: 2 }), aRun(guid(3))];
    const store = storeHolding(runs);
    const window = windowOfAll(store, TEST_NOW);
    expect([0, 1, 2].map((slot) => isInWindow(store, slot, window, TEST_NOW))).toEqual([true, true, false]);
    expect(window.toMs).toBeGreaterThan(TEST_NOW);
  });

  it("is never empty while there are runs with a time, whatever the preset", () => {
    const preset = fc.constantFrom("auto", "hour1", "hours6", "hours24", "days7", "days30", "all" as const);
    fc.assert(fc.property(fc.array(anyRun(fc.nat(20).map(guid)), { maxLength: 20 }), preset, fc.nat(200_000), (runs, wanted, now) => {
      const store = storeHolding(runs);
      const window = presetWindow(store, wanted, epochMs(now));
      const timed = [...Array(store.slotCount).keys()].filter((slot) => !Number.isNaN(store.fromMs[slot]));
      expect(timed.length === 0 || timed.some((slot) => isInWindow(store, slot, window, now))).toBe(true);
    }));
  });
});

describe("the first layout", () => {
  const roots = (count: number): ReturnType<typeof runAt>[] => Array.from({ length: count }, (_, n) => runAt(n + 1, 60));
  const chosen = (runs: readonly ReturnType<typeof runAt>[], wanted: Parameters<typeof firstLayout>[0] = "auto"): string => {
    const store = storeHolding(runs);
    return firstLayout(wanted, store, runToEnd(buildForest(store)), lastDay, TEST_NOW);
  };

  it("is the tree up to 200 root runs in the window, tracks by machine above", () => {
    expect([chosen(roots(200)), chosen(roots(201))]).toEqual(["tree", "machine"]);
  });

  it("does not count children, ghosts and what lies outside the window", () => {
    const children = Array.from({ length: 300 }, (_, n) => runAt(1000 + n, 60, childOf(1)));
    const orphans = Array.from({ length: 300 }, (_, n) => runAt(2000 + n, 60, childOf(5000 + n)));
    const old = Array.from({ length: 300 }, (_, n) => runAt(3000 + n, 60 * 24 * 3));
    expect(chosen([...roots(200), ...children, ...orphans, ...old])).toBe("tree");
  });

  it("takes a first page of the newest runs for a part of the window, and the time before them for as busy", () => {
    const page = Array.from({ length: 50 }, (_, n) => runAt(1 + n, 1 + n));
    const store = storeHolding(page);
    const layout = (isPart: boolean): string => firstLayout("auto", store, runToEnd(buildForest(store)), lastDay, TEST_NOW, isPart);
    expect([layout(false), layout(true)]).toEqual(["tree", "machine"]);
    const slow = storeHolding(Array.from({ length: 50 }, (_, n) => runAt(1 + n, 1 + 28 * n)));
    expect(firstLayout("auto", slow, runToEnd(buildForest(slow)), lastDay, TEST_NOW, true)).toBe("tree");
  });

  it("is the maker's if there is one", () => {
    expect([chosen(roots(500), "tree"), chosen(roots(1), "status")]).toEqual(["tree", "status"]);
  });
});


describe("the first window with counts of the server", () => {
  const DAYS = 24 * 60;
  /** The test's now is noon of the last day. */
  const counts = dayBins(9, [[0, 0, 40], [], [2], [], [], [], [], [0, 0, 7], [], []]);
  const startOfDay = (daysAgo: number): number => Math.floor(TEST_NOW / DAY) * DAY - daysAgo * DAY;

  it("ends with the latest day that has runs, where these are not loaded", () => {
    const old = storeHolding([runAt(1, 60 * DAYS)]);
    const window = presetWindow(old, "auto", TEST_NOW, counts);
    expect(window.fromMs).toBe(startOfDay(1) - DAY);
    expect(window.toMs).toBeGreaterThan(startOfDay(1));
    expect(presetWindow(old, "hours6", TEST_NOW, counts).fromMs).toBe(startOfDay(1) - 6 * HOUR);
  });

  it("ends with the latest run of that day, where it is loaded", () => {
    const loaded = storeHolding([runAt(1, 1.75 * DAYS)]);
    expect(presetWindow(loaded, "auto", TEST_NOW, counts).fromMs).toBe(ago(1.75 * DAYS - 10) - DAY);
  });

  it("ends now where runs were counted today", () => {
    const today = dayBins(1, [[0, 0, 4], [1]]);
    expect(presetWindow(storeHolding([runAt(1, 60 * DAYS)]), "auto", TEST_NOW, today).fromMs).toBe(TEST_NOW - DAY);
  });

  it("holds all that was counted and all that is loaded, but no future, when all are wanted", () => {
    const window = windowOfAll(storeHolding([runAt(1, 2 * DAYS)]), TEST_NOW, counts);
    expect(window.fromMs).toBeLessThan(startOfDay(9));
    expect(window.fromMs).toBeGreaterThan(startOfDay(10));
    const today = windowOfAll(storeHolding([runAt(1, 3 * DAYS)]), TEST_NOW, dayBins(1, [[], [2]]));
    expect(today.toMs).toBeGreaterThan(TEST_NOW);
    expect(today.toMs).toBeLessThan(TEST_NOW + 0.1 * DAY);
    expect(windowOfAll(storeHolding([runAt(1, 20 * DAYS)]), TEST_NOW, counts).fromMs).toBeLessThan(ago(20 * DAYS));
  });

  it("is that of the loaded runs, where these are all that was counted", () => {
    const loaded = storeHolding([runAt(1, 2 * DAYS), runAt(2, 2 * DAYS - 5)]);
    expect(windowOfAll(loaded, TEST_NOW, dayBins(2, [[1, 0, 1]]))).toEqual(windowOfAll(loaded, TEST_NOW));
    expect(windowOfAll(loaded, TEST_NOW, dayBins(2, [[1, 0, 2]]))).not.toEqual(windowOfAll(loaded, TEST_NOW));
  });

  it("is as without them where they hold no run", () => {
    const store = storeHolding([runAt(1, 30 * DAYS)]);
    expect(presetWindow(store, "auto", TEST_NOW, dayBins(3, [[], [], []]))).toEqual(presetWindow(store, "auto", TEST_NOW));
    expect(windowOfAll(store, TEST_NOW, dayBins(3, [[]]))).toEqual(windowOfAll(store, TEST_NOW));
  });
});
