import * as fc from "fast-check";
import { EpochMs, epochMs } from "../base/brand";
import { runToEnd } from "../base/work";
import { anyRun, aRun, guid, rowsOf, storeHolding } from "../domain/run.testing";
import { RunStore } from "../domain/runStore";
import { ALL_OPEN } from "../layout/collapse";
import { modelAt, UTC_ZONE } from "../layout/picture.testing";
import { buildRows } from "../layout/rows";
import { RunBlocks } from "../layout/runBlocks";
import { TimeWindow } from "../layout/timeWindow";
import { ago, hoursAgo, runAt } from "../../tests/support/timelineRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { FamilyCounter, FamilyCounts } from "./familyCounts";

const blocksOf = (store: RunStore): RunBlocks => runToEnd(RunBlocks.build(store));
const familyCounts = (store: RunStore, window: TimeWindow, now: EpochMs): FamilyCounts => runToEnd(new FamilyCounter(store).countAll(blocksOf(store), window, now));

const window = { fromMs: hoursAgo(1), toMs: TEST_NOW };

describe("counts of the legend", () => {
  it("tell what is loaded from what lies in the window, by family", () => {
    const store = storeHolding([
      runAt(1, 30), runAt(2, 300), runAt(3, 30, { statusCode: 8 }), runAt(4, 30, { statusCode: 10 }), aRun(guid(5), { statusCode: 2, startedOn: ago(500) }),
      aRun(guid(6), { statusCode: 8, completedOn: ago(20) }), aRun(guid(7), { statusCode: 7 }), runAt(8, 30, { statusCode: 77 }),
    ]);
    expect(familyCounts(store, window, TEST_NOW)).toEqual({
      ok: { loaded: 2, inWindow: 1 }, failed: { loaded: 3, inWindow: 3 }, open: { loaded: 1, inWindow: 1 }, stopped: { loaded: 1, inWindow: 0 }, other: { loaded: 1, inWindow: 1 },
    });
  });

  it("count as in the window what has a row there", () => {
    fc.assert(fc.property(fc.array(anyRun(fc.nat(20).map(guid)), { maxLength: 20 }), fc.nat(50), fc.nat(50), fc.nat(60), (runs, a, b, seconds) => {
      const store = storeHolding(runs);
      const now = epochMs(seconds * 1000);
      const some = { fromMs: epochMs(Math.min(a, b) * 1000), toMs: epochMs((Math.max(a, b) + 1) * 1000) };
      const rows = runToEnd(buildRows({ ...modelAt(store), layout: "tree", matches: null, window: some, nowMs: now, collapsed: ALL_OPEN, tallTracks: new Set(), zone: UTC_ZONE, trackSet: null, sort: "start", descending: false }));
      const counted = Object.values(familyCounts(store, some, now)).reduce((sum, { inWindow }) => sum + inWindow, 0);
      expect(counted).toBe(rows.runs);
    }));
  });

  it("forget runs that have gone", () => {
    const store = storeHolding([runAt(1, 30), runAt(2, 30)]);
    store.merge(rowsOf(runAt(2, 30)), "remove");
    expect(familyCounts(store, window, TEST_NOW).ok).toEqual({ loaded: 1, inWindow: 1 });
  });

  it("count again what has changed alone, and come to the same", () => {
    const store = storeHolding([runAt(1, 30), runAt(2, 300), runAt(3, 30)]);
    const counter = new FamilyCounter(store);
    const blocks = blocksOf(store);
    runToEnd(counter.countAll(blocks, window, TEST_NOW));
    store.merge(rowsOf(runAt(2, 30, { statusCode: 8 }), runAt(3, 300)), "keep");
    const slots = [2, 3].map((n) => store.slotOf(guid(n)));
    blocks.update(slots);
    expect(counter.countAgain(blocks, slots, window, TEST_NOW)).toEqual(familyCounts(store, window, TEST_NOW));
  });
});
