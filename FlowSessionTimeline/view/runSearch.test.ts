import * as fc from "fast-check";
import { epochMs } from "../base/brand";
import { Run } from "../domain/run";
import { aRun, guid, storeHolding } from "../domain/run.testing";
import { nextInTime } from "./runSearch";

const at = (seconds: number | null, n: number): Run => aRun(guid(n), seconds === null ? {} : { startedOn: epochMs(seconds * 1000), completedOn: epochMs(seconds * 1000 + 500) });
const anyRuns = fc.array(fc.option(fc.nat(8)), { maxLength: 30 }).map((starts) => starts.map(at));
const all = (): boolean => true;

describe("the next run in time", () => {
  it("walks every run with a time once, in the order of a sort, in either direction", () => {
    fc.assert(fc.property(anyRuns, fc.constantFrom<-1 | 1>(-1, 1), (runs, direction) => {
      const store = storeHolding(runs);
      const sorted = runs.map((_, slot) => slot).filter((slot) => !Number.isNaN(store.fromMs[slot])).sort((a, b) => ((store.fromMs[a] ?? 0) - (store.fromMs[b] ?? 0) || a - b) * direction);
      const walked: number[] = [];
      let cursor = { atMs: -Infinity * direction, slot: -1 };
      for (let slot = nextInTime(store, null, cursor, direction, all); slot >= 0 && walked.length <= runs.length; slot = nextInTime(store, null, cursor, direction, all)) {
        walked.push(slot);
        cursor = { atMs: store.fromMs[slot] ?? NaN, slot };
      }
      expect(walked).toEqual(sorted);
    }));
  });

  it("passes over runs that the filter or the caller does not want", () => {
    fc.assert(fc.property(anyRuns, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (runs, kept) => {
      const store = storeHolding(runs);
      const matches = Uint8Array.from(kept, Number);
      const found = nextInTime(store, matches, { atMs: -1, slot: -1 }, 1, (slot) => slot % 2 === 0);
      const wanted = runs.map((_, slot) => slot).filter((slot) => matches[slot] === 1 && slot % 2 === 0 && !Number.isNaN(store.fromMs[slot]));
      const first = Math.min(...wanted.map((slot) => store.fromMs[slot] ?? NaN));
      expect(found).toBe(wanted.find((slot) => store.fromMs[slot] === first) ?? -1);
    }));
  });

  it("counts a run at a bare instant as next", () => {
    const store = storeHolding([at(5, 1)]);
    expect(nextInTime(store, null, { atMs: 5000, slot: -1 }, 1, all)).toBe(0);
    expect(nextInTime(store, null, { atMs: 5000, slot: 0 }, 1, all)).toBe(-1);
  });
});
