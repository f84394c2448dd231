import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { anyRun, guid, rowsOf, storeHolding } from "../domain/run.testing";
import { NO_FILTER } from "../domain/runFilter";
import { ALL_OPEN } from "../layout/collapse";
import { LayoutKind } from "../layout/rows";
import { UTC_ZONE } from "../layout/picture.testing";
import { hoursAgo, runAt } from "../../tests/support/timelineRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { epochMs } from "../base/brand";
import { Derived, Wish } from "./derived";
import { Stages } from "./stages";

const WISH: Wish = { layout: "tree", sort: "start", descending: false, filter: NO_FILTER, collapsed: ALL_OPEN, tallTracks: new Set(), zone: UTC_ZONE, window: { fromMs: hoursAgo(24), toMs: TEST_NOW }, allRows: false, asDensity: false };
const someRuns = fc.array(anyRun(fc.nat(12).map(guid)), { maxLength: 15 });

/** What can be seen of it. */
const seen = ({ rows, matches, counts, forest }: Derived): unknown => ({
  node: [...rows.node], depth: Array.from(rows.node, (_, row) => rows.depth(row)), flags: [...rows.flags], runs: rows.runs, tops: [...rows.topPx], matches: matches && [...matches], counts,
  tracks: rows.tracks.map((track) => [track.key, [...track.slots], track.laneCount, track.runsInWindow, track.failuresInWindow]), from: Array.from(forest.parent, (_, node) => forest.envelopeFromMs(node)), to: Array.from(forest.parent, (_, node) => forest.envelopeToMs(node)),
});

describe("deriving rows", () => {
  it("comes to the same after any merges as if all were made anew", () => {
    fc.assert(fc.property(someRuns, fc.array(someRuns, { maxLength: 4 }), fc.constantFrom<LayoutKind>("tree", "machine"), fc.constantFrom("", "a"), (first, later, layout, text) => {
      const store = storeHolding(first);
      const stages = new Stages(store, String);
      const wish: Wish = { ...WISH, layout, filter: { ...NO_FILTER, text }, window: { fromMs: epochMs(0), toMs: epochMs(30_000) } };
      const now = epochMs(60_000);
      runToEnd(stages.derive(wish, now));
      for (const runs of later) {
        store.merge(rowsOf(...runs.slice(0, 3)), "keep");
        expect(seen(runToEnd(stages.derive(wish, now)))).toEqual(seen(runToEnd(new Stages(store, String).derive(wish, now))));
      }
    }), { numRuns: 300 });
  });

  it("keeps the rows when a run of the tree ends", () => {
    const store = storeHolding([runAt(1, 30, { completedOn: null, statusCode: 2 }), runAt(2, 20)]);
    const stages = new Stages(store, String);
    const { rows, counts } = runToEnd(stages.derive(WISH, TEST_NOW));
    store.merge(rowsOf(runAt(1, 30)), "keep");
    const after = runToEnd(stages.derive(WISH, TEST_NOW));
    expect(after.rows).toBe(rows);
    expect([counts.open.loaded, after.counts.open.loaded]).toEqual([1, 0]);
  });

  it("keeps all rows when the window moves, and counts again what lies in it", () => {
    const stages = new Stages(storeHolding([runAt(1, 30), runAt(2, 300)]), String);
    const wish: Wish = { ...WISH, allRows: true };
    const { rows, counts } = runToEnd(stages.derive(wish, TEST_NOW));
    const after = runToEnd(stages.derive({ ...wish, window: { fromMs: hoursAgo(1), toMs: TEST_NOW } }, TEST_NOW));
    expect(after.rows).toBe(rows);
    expect([counts.ok.inWindow, after.counts.ok.inWindow]).toEqual([2, 1]);
    const inWindow = runToEnd(stages.derive({ ...wish, allRows: false, window: { fromMs: hoursAgo(1), toMs: TEST_NOW } }, TEST_NOW));
    expect(inWindow.rows.count).toBe(1);
  });
});
