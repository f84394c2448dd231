import * as fc from "fast-check";
import { STATUS_FAMILIES } from "../domain/status";
import { guid, named } from "../domain/run.testing";
import { UserZone } from "../domain/userZone";
import { Collapse } from "./collapse";
import { laneEndMs } from "./lanes";
import { LANE_PX, LANES_PADDING_PX, MAX_LANES, ROW_PX } from "./measures";
import { at, folded, Model, modelOf, NOW, rowsOf, someRuns, timed, windowOf } from "./picture.testing";
import { SortKey } from "./rows";
import { RowTable, Track } from "./rowTable";
import { groupName } from "./trackOrder";
import { executionMs, isInWindow } from "./runTimes";
import { TimeWindow } from "./timeWindow";

const idOf = ({ store, forest }: Model, node: number): string => (forest.isGhost(node) ? forest.ghostId(node) : store.id(node));

/** The tree as one writes it down: each wanted node, and in it its wanted children. */
function naive(model: Model, matches: Uint8Array | null, window: TimeWindow | null, { fromDepth, flipped }: Collapse): string[] {
  const { store, forest } = model;
  const wanted = (node: number): boolean => !forest.isGhost(node) && (matches === null || matches[node] === 1) && isInWindow(store, node, window, NOW);
  const childrenOf = (node: number): number[] => {
    const found: number[] = [];
    for (let child = forest.firstChild(node); child >= 0; child = forest.nextSibling[child]) found.push(child);
    return found;
  };
  const isKept = (node: number): boolean => wanted(node) || childrenOf(node).some(isKept);
  const write = (nodes: readonly number[], depth: number): string[] => {
    const kept = nodes.filter(isKept);
    return kept.flatMap((node, i) => {
      const hasChildren = childrenOf(node).some(isKept);
      const isOpen = hasChildren && depth >= fromDepth === flipped.has(idOf(model, node));
      const isDimmed = matches !== null && !forest.isGhost(node) && matches[node] === 0;
      const line = [idOf(model, node), depth, hasChildren, isOpen, isDimmed, i + 1, kept.length].join(" ");
      return [line, ...(isOpen ? write(childrenOf(node), depth + 1) : [])];
    });
  };
  return write(Array.from(forest.roots), 0);
}

const written = (model: Model, rows: RowTable): string[] => Array.from({ length: rows.count }, (_, row) =>
  [idOf(model, rows.node[row]), rows.depth(row), rows.hasChildren(row), rows.isExpanded(row), rows.isDimmed(row), rows.position[row], rows.setSize(row)].join(" "));

const someWindow = fc.option(fc.tuple(fc.integer({ min: -10_000, max: 100_000 }), fc.integer({ min: 10, max: 60_000 })).map(([from, length]) => windowOf(from, from + length)));
const someCollapsed: fc.Arbitrary<Collapse> = fc.record({ fromDepth: fc.constantFrom(Infinity, 0, 1, 2), flipped: fc.array(fc.nat(70)).map((ns) => new Set(ns.map(guid))) });
const somePicture = fc.record({ runs: someRuns(), window: someWindow, collapsed: someCollapsed, bits: fc.option(fc.array(fc.nat(1), { minLength: 60, maxLength: 60 }).map((bits) => Uint8Array.from(bits))) });

describe("the rows of the tree", () => {
  it("are the matching runs of the window with their ancestors, in the forest's order, as a naive model has them", () => {
    fc.assert(fc.property(somePicture, ({ runs, window, collapsed, bits }) => {
      const model = modelOf(runs);
      const matches = bits;
      const rows = rowsOf(model, { window, collapsed, matches });
      expect(written(model, rows)).toEqual(naive(model, matches, window, collapsed));
      expect(rows.runs).toBe(runs.filter((_, slot) => (matches === null || matches[slot] === 1) && isInWindow(model.store, slot, window, NOW)).length);
    }), { numRuns: 300 });
  });

  it("hold nothing twice, know their parents and find themselves again", () => {
    fc.assert(fc.property(somePicture, ({ runs, window, collapsed, bits }) => {
      const model = modelOf(runs);
      const rows = rowsOf(model, { window, collapsed, matches: bits, sort: "duration", descending: true });
      expect(new Set(rows.node).size).toBe(rows.count);
      for (let row = 0; row < rows.count; row++) {
        expect(rows.rowOfNode(rows.node[row])).toBe(row);
        expect(rows.parentRow(row)).toBe(rows.depth(row) === 0 ? -1 : rows.rowOfNode(model.forest.parent[rows.node[row]]));
        expect(rows.parentRow(row)).toBeLessThan(row);
        expect(rows.topPx[row + 1] - rows.topPx[row]).toBe(ROW_PX);
        expect(rows.rowAt(rows.topPx[row])).toBe(row);
        expect(rows.rowAt(rows.topPx[row + 1] - 0.01)).toBe(row);
      }
      expect(rows.heightPx).toBe(rows.count * ROW_PX);
      expect([rows.rowAt(-100), rows.rowAt(1e9)]).toEqual(rows.count === 0 ? [-1, -1] : [0, rows.count - 1]);
    }));
  });

  it("keep the same rows however siblings are sorted, and each subtree together", () => {
    fc.assert(fc.property(somePicture, fc.constantFrom<SortKey>("start", "duration", "wait", "name"), fc.boolean(), ({ runs, window }, sort, descending) => {
      const model = modelOf(runs);
      const plain = rowsOf(model, { window });
      const sorted = rowsOf(model, { window, sort, descending });
      expect([...sorted.node].sort()).toEqual([...plain.node].sort());
      expect(sorted.runs).toBe(plain.runs);
      for (let row = 1; row < sorted.count; row++) expect(sorted.depth(row)).toBeLessThanOrEqual(sorted.depth(row - 1) + 1);
    }));
  });

  const sortedIds = (sort: SortKey, descending: boolean): number[] => {
    const model = modelOf([
      timed(0, 10, 40, { createdOn: at(5), flow: named("b10") }), timed(1, 0, 100, { flow: named("b9") }), timed(2, 30, 35, { createdOn: at(0), flow: named("á") }), timed(3, null, null, { flow: named("c") }),
    ]);
    return Array.from(rowsOf(model, { sort, descending }).node);
  };
  it.each<[SortKey, boolean, number[]]>([
    ["start", false, [1, 2, 0, 3]], ["start", true, [0, 1, 2, 3]], ["duration", true, [1, 0, 2, 3]], ["duration", false, [2, 0, 1, 3]],
    ["wait", true, [2, 0, 1, 3]], ["name", false, [2, 1, 0, 3]], ["name", true, [3, 0, 1, 2]],
  ])("sorted by %s, descending %s; what has no value comes last either way", (sort, descending, expected) => expect(sortedIds(sort, descending)).toEqual(expected));

  it("include a wait that reaches into the window, a marker only if it lies in it, and a run without a time only without a window", () => {
    const model = modelOf([timed(0, 100, 110, { createdOn: at(20) }), timed(1, null, 50, { statusCode: 8 }), timed(2, null, 10, { statusCode: 8 }), timed(3, null, null)]);
    expect(Array.from(rowsOf(model, { window: windowOf(40, 60) }).node)).toEqual([0, 1]);
    expect(rowsOf(model).count).toBe(4);
  });

  it("end an open run at now: it does not reach into the future", () => {
    const model = modelOf([timed(0, 0, null, { statusCode: 2 })]);
    expect(rowsOf(model, { window: windowOf(100_010, 100_100) }).count).toBe(0);
    expect(rowsOf(model, { window: windowOf(99_990, 100_100) }).count).toBe(1);
  });

  it("come in slices and do not overflow on a chain as long as the store", () => {
    const model = modelOf(Array.from({ length: 20_000 }, (_, n) => timed(n, n, n + 1, n === 0 ? {} : { parentId: guid(n - 1) })));
    const rows = rowsOf(model);
    expect(rows.count).toBe(20_000);
    expect(rows.depth(rows.count - 1)).toBe(19_999);
  });
});

const laneOf = (track: Track, slot: number): number => track.laneOffsets.findIndex((_, lane) => track.laneSlots.subarray(track.laneOffsets[lane], track.laneOffsets[lane + 1]).includes(slot));

describe("the rows of tracks", () => {
  it("hold each matching run of the window on exactly one track and lane, packed without overlap", () => {
    fc.assert(fc.property(somePicture, fc.constantFrom("machine", "flow", "status", "owner", "machineGroup"), ({ runs, window, bits }, layout) => {
      const model = modelOf(runs);
      const { store } = model;
      const rows = rowsOf(model, { layout: layout as "machine", window, matches: bits });
      const expected = runs.map((_, slot) => slot).filter((slot) => (bits === null || bits[slot] === 1) && !Number.isNaN(store.fromMs[slot]));
      const inWindow = expected.filter((slot) => isInWindow(store, slot, window, NOW));
      const shown = rows.tracks.flatMap((track) => [...track.slots]).filter((slot) => isInWindow(store, slot, window, NOW));
      expect(shown.sort()).toEqual(inWindow.sort());
      expect(rows.runs).toBe(inWindow.length);
      for (const track of rows.tracks) {
        expect([...track.laneSlots].sort()).toEqual([...track.slots].sort());
        const inside = [...track.slots].filter((slot) => isInWindow(store, slot, window, NOW)).map((slot) => laneOf(track, slot));
        expect(track.laneCount).toBe(Math.max(...inside) + 1);
        for (let lane = 0; lane + 1 < track.laneOffsets.length; lane++) {
          for (let i = track.laneOffsets[lane] + 1; i < track.laneOffsets[lane + 1]; i++) {
            expect(store.fromMs[track.laneSlots[i]]).toBeGreaterThanOrEqual(laneEndMs(store, track.laneSlots[i - 1]));
          }
        }
      }
    }));
  });

  it("count runs, failures and the time in which at least one run executed, all inside the window", () => {
    fc.assert(fc.property(someRuns(), fc.integer({ min: 0, max: 200 }), (runs, from) => {
      const window = windowOf(40_000 + from, 40_200 + from);
      const model = modelOf(runs);
      const { store } = model;
      for (const track of rowsOf(model, { layout: "machine", window }).tracks) {
        const inside = [...track.slots].filter((slot) => isInWindow(store, slot, window, NOW));
        expect(track.runsInWindow).toBe(inside.length);
        expect(track.failuresInWindow).toBe(inside.filter((slot) => STATUS_FAMILIES[store.family[slot]] === "failed").length);
        let busy = 0;
        for (let ms: number = window.fromMs; ms < window.toMs; ms += 1000) {
          busy += inside.some((slot) => store.fromMs[slot] <= ms && store.fromMs[slot] + executionMs(store, slot, NOW) > ms) ? 1000 : 0;
        }
        expect(track.busyMs).toBe(busy);
      }
    }));
  });

  const onMachines = (...names: readonly string[]): Model => modelOf(names.map((name, n) => timed(n, 10 * n, 10 * n + 30, { machine: named(name) })));

  it("are a header and its lanes, by name with numbers by value, what has no machine last; a collapsed one is a header only", () => {
    const model = onMachines("VM-10", "VM-2", "", "VM-2");
    const rows = rowsOf(model, { layout: "machine", collapsed: folded(rowsOf(model, { layout: "machine" }).tracks[2].key) });
    expect(rows.tracks.map((track) => groupName(track.group))).toEqual(["VM-2", "VM-10", ""]);
    expect(Array.from({ length: rows.count }, (_, row) => rows.kind(row))).toEqual(["track", "lanes", "track", "lanes", "track"]);
    expect(Array.from(rows.node, (_, row) => rows.parentRow(row))).toEqual([-1, 0, -1, 2, -1]);
    expect(Array.from(rows.position)).toEqual([1, 1, 2, 1, 3]);
    expect(Array.from(rows.node, (_, row) => [rows.depth(row), rows.setSize(row)].join(" of "))).toEqual(["0 of 3", "1 of 1", "0 of 3", "1 of 1", "0 of 3"]);
    expect(rows.topPx[2] - rows.topPx[1]).toBe(2 * LANE_PX + LANES_PADDING_PX);
    expect([rows.rowOfNode(1), rows.rowOfNode(0), rows.rowOfNode(2)]).toEqual([1, 3, 4]);
  });

  it("of statuses stand in the order of the legend", () => {
    const model = modelOf([4, 8, 2, 7].map((statusCode, n) => timed(n, 0, statusCode === 2 ? null : 10, { statusCode })));
    expect(rowsOf(model, { layout: "status" }).tracks.map(({ group }) => group)).toEqual([8, 2, 4, 7].map((code) => ({ kind: "status", code })));
  });

  it("leave out what shows nothing in the window, and keep a run's lane when the window moves", () => {
    const model = onMachines("a", "a", "b");
    const [early, late] = [windowOf(0, 15), windowOf(15, 25)].map((window) => rowsOf(model, { layout: "machine", window }));
    expect(early.tracks.map((track) => groupName(track.group))).toEqual(["a"]);
    expect(late.tracks.map((track) => groupName(track.group))).toEqual(["a", "b"]);
    expect([...late.tracks[0].slots].map((slot) => laneOf(late.tracks[0], slot))).toEqual([...early.tracks[0].slots].map((slot) => laneOf(early.tracks[0], slot)));
  });

  it("show twelve lanes and count what lies on the others, until all lanes are wanted; one lane too many is no reason", () => {
    const atOnce = (count: number): Model => modelOf(Array.from({ length: count }, (_, n) => timed(n, n, 500, { machine: named("VM"), statusCode: n === count - 1 ? 8 : 4 })));
    const model = atOnce(20);
    const [track] = rowsOf(model, { layout: "machine" }).tracks;
    expect([track.laneCount, track.shownLanes, track.moreRuns, track.moreFailures]).toEqual([20, MAX_LANES, 8, 1]);
    const all = rowsOf(model, { layout: "machine", tallTracks: new Set([track.key]) });
    expect([all.tracks[0].shownLanes, all.tracks[0].moreRuns, all.topPx[2] - all.topPx[1]]).toEqual([20, 0, 20 * LANE_PX + LANES_PADDING_PX]);
    expect(rowsOf(atOnce(MAX_LANES + 1), { layout: "machine" }).tracks[0].shownLanes).toBe(MAX_LANES + 1);
  });

  it("of days follow the user's clock, the last day first; a run belongs to the day in which it starts", () => {
    const zone = new UserZone(() => 120);
    const model = modelOf([timed(0, 0, 10), timed(1, 21 * 3600, 40 * 3600), timed(2, 22 * 3600, 22 * 3600 + 5), timed(3, -2 * 3600 - 1, 0)]);
    const rows = rowsOf(model, { layout: "day", zone });
    expect(rows.tracks.map((track) => [...track.slots])).toEqual([[2], [0, 1], [3]]);
    expect(rows.tracks.map(({ group }) => group)).toEqual([22, -2, -26].map((hour) => ({ kind: "day", fromMs: at(hour * 3600) })));
  });

  it("of run modes, triggers and error codes are called after them, what has none last", () => {
    const model = modelOf([
      timed(0, 0, 1, { errorCode: "E2", runMode: { value: 1, label: "Attended" } }), timed(1, 2, 3, { errorCode: "E1", runMode: { value: 0, label: "Unattended" } }), timed(2, 4, 5),
    ]);
    const names = (layout: "errorCode" | "runMode" | "trigger"): string[] => rowsOf(model, { layout }).tracks.map((track) => groupName(track.group));
    expect([names("errorCode"), names("runMode"), names("trigger")]).toEqual([["E1", "E2", ""], ["Attended", "Unattended", ""], [""]]);
  });
});
