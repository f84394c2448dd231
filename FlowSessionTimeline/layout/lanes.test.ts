import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { RunStore } from "../domain/runStore";
import { storeHolding } from "../domain/run.testing";
import { laneEndMs, packLanes } from "./lanes";
import { someRuns, timed } from "./picture.testing";

const byStart = (store: RunStore): Int32Array =>
  Int32Array.from(Array.from({ length: store.slotCount }, (_, slot) => slot).filter((slot) => !Number.isNaN(store.fromMs[slot])).sort((a, b) => store.fromMs[a] - store.fromMs[b] || a - b));
const pack = (store: RunStore, slots = byStart(store)): { readonly slots: Int32Array; readonly lane: Int32Array; readonly count: number } => ({ slots, ...runToEnd(packLanes({ fromMs: Float64Array.from(slots, (slot) => store.fromMs[slot]), toMs: Float64Array.from(slots, (slot) => store.toMs[slot]), length: slots.length })) });
const lanesOf = (...spans: readonly (readonly [number, number | null])[]): number[] =>
  Array.from(pack(storeHolding(spans.map(([from, to], n) => timed(n, from, to, { statusCode: to === null ? 2 : 4 })))).lane);

describe("packing lanes", () => {
  it("takes the first lane that is free at the start", () => {
    expect(lanesOf([0, 10], [5, 20], [10, 15], [12, 30], [20, 25])).toEqual([0, 1, 0, 2, 0]);
  });

  it("gives an instant a second, and an open run its lane for good", () => {
    expect(lanesOf([0, 0], [0, 0], [1, 1], [2, null], [3, 4])).toEqual([0, 1, 0, 0, 1]);
  });

  it("starts again at the first lane where the track was empty", () => {
    expect(lanesOf([0, 10], [1, 10], [2, 10], [10, 12], [11, 12])).toEqual([0, 1, 2, 0, 1]);
  });

  it("never lets two runs of a lane overlap", () => {
    fc.assert(fc.property(someRuns(80), (runs) => {
      const store = storeHolding(runs);
      const { slots, lane } = pack(store);
      const free = new Map<number, number>();
      slots.forEach((slot, i) => {
        expect(store.fromMs[slot]).toBeGreaterThanOrEqual(free.get(lane[i]) ?? -Infinity);
        free.set(lane[i], laneEndMs(store, slot));
      });
    }));
  });

  it("uses as few lanes as there are runs at once", () => {
    fc.assert(fc.property(someRuns(80), (runs) => {
      const store = storeHolding(runs);
      const { slots, count } = pack(store);
      const atOnce = Array.from(slots, (slot) => slots.filter((other) => store.fromMs[other] <= store.fromMs[slot] && laneEndMs(store, other) > store.fromMs[slot]).length);
      expect(count).toBe(Math.max(0, ...atOnce));
    }));
  });

  it("moves nothing that is settled when later rows arrive", () => {
    fc.assert(fc.property(someRuns(60), someRuns(30), (early, more) => {
      const store = storeHolding(early);
      const before = pack(store);
      const until = Math.max(-Infinity, ...Array.from(before.slots, (slot) => store.fromMs[slot]));
      const late = more.map((run, n) => timed(1000 + n, 0, 60, { ...run, id: timed(1000 + n, 0, 0).id }));
      store.merge(late.map((run) => ({ run, problems: 0 })), "keep");
      const after = pack(store, byStart(store).filter((slot) => slot < early.length || store.fromMs[slot] > until));
      before.slots.forEach((slot, i) => expect(after.lane[after.slots.indexOf(slot)]).toBe(before.lane[i]));
    }));
  });

  it("moves nothing behind a moment at which the track is empty when a row before it arrives late", () => {
    const spans = [timed(0, 100, 110), timed(1, 105, 120), timed(2, 200, 210), timed(3, 201, 220)];
    const store = storeHolding(spans);
    const before = pack(store);
    store.merge([{ run: timed(9, 90, 150), problems: 0 }], "keep");
    const after = pack(store);
    for (const slot of [2, 3]) expect(after.lane[after.slots.indexOf(slot)]).toBe(before.lane[before.slots.indexOf(slot)]);
    expect(after.lane[after.slots.indexOf(0)]).toBe(1);
  });
});
