import * as fc from "fast-check";
import { DAY, HOUR } from "../base/brand";
import { runToEnd } from "../base/work";
import { Run } from "../domain/run";
import { rowsOf, storeHolding } from "../domain/run.testing";
import { buildForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES } from "../domain/status";
import { MinimapBins } from "./minimapBins";
import { countRuns, MinimapCounts } from "./minimapCounts";
import { someRuns, START, timed } from "./picture.testing";

const byStart = (store: RunStore): Int32Array => runToEnd(buildForest(store)).byStart;
const counted = (store: RunStore, matches: Uint8Array | null = null): MinimapCounts | null => runToEnd(countRuns(store, byStart(store), matches));
function countsOf(runs: readonly Run[]): MinimapCounts {
  const counts = counted(storeHolding(runs));
  if (!counts) throw new Error("no run has a time");
  return counts;
}

/** What the bins hold by family, and what lies beyond them. */
const sums = (bins: MinimapBins | null): number[] =>
  bins ? [...bins.families.map((counts) => counts.subarray(0, bins.count).reduce((sum, n) => sum + n, 0)), bins.before + bins.after] : [];
/** The same from the store. */
function expected(store: RunStore, bins: MinimapBins, matches: Uint8Array | null): number[] {
  const counts = [...STATUS_FAMILIES.map(() => 0), 0];
  for (let slot = 0; slot < store.slotCount; slot++) {
    if (!store.isLive(slot) || Number.isNaN(store.fromMs[slot]) || (matches && matches[slot] !== 1)) continue;
    const bin = Math.floor(store.fromMs[slot] / bins.lengthMs) - bins.first;
    counts[bin >= 0 && bin < bins.families[0].length ? store.family[slot] : STATUS_FAMILIES.length]++;
  }
  return counts;
}
/** Some of a store's slots, by the bits of a number. */
const someOf = (store: RunStore, bits: number): Uint8Array => Uint8Array.from({ length: store.slotCount }, (_, slot) => (bits >> slot % 30) & 1);
const nonEmpty = (bins: MinimapBins): number[] => [...bins.families[STATUS_FAMILIES.indexOf("ok")].entries()].filter(([, n]) => n > 0).map(([bin]) => bin);

describe("the minimap's counts", () => {
  it("hold every run with a time that the filter lets through once, in its family and where it starts", () => {
    fc.assert(fc.property(someRuns(), fc.option(fc.integer()), (runs, bits) => {
      const store = storeHolding(runs);
      const matches = bits === null ? null : someOf(store, bits);
      const bins = counted(store, matches);
      if (bins) expect(sums(bins)).toEqual(expected(store, bins, matches));
      else expect([...store.fromMs].slice(0, store.slotCount).every(Number.isNaN)).toBe(true);
    }));
  });

  it("are after an update of the slots that changed what a count of all gives, whatever came, went or moved", () => {
    fc.assert(fc.property(someRuns(), someRuns(), fc.option(fc.integer()), (before, after, bits) => {
      const store = storeHolding(before);
      const bins = counted(store);
      if (!bins) return;
      store.merge(rowsOf(...after), "remove");
      const matches = bits === null ? null : someOf(store, bits);
      bins.update(store, Array(store.slotCount).keys(), matches);
      expect(sums(bins)).toEqual(expected(store, bins, matches));
    }));
  });

  it("find room for later runs, and say when a run no longer fits", () => {
    const store = storeHolding([timed(0, 0, 10), timed(1, 1000, 1010)]);
    const bins = counted(store);
    store.merge(rowsOf(timed(2, 1500, 1510)), "keep");
    expect(bins?.update(store, [2], null)).toBe(true);
    expect(sums(bins)[STATUS_FAMILIES.indexOf("ok")]).toBe(3);
    store.merge(rowsOf(timed(3, -50_000, -49_990)), "keep");
    expect(bins?.update(store, [3], null)).toBe(false);
    expect(bins?.before).toBe(1);
    // It does not fit still, but that is known.
    expect(bins?.update(store, [3], null)).toBe(true);
  });

  it("lie in bins of a power of two ms that are anchored to the epoch, so that the same run lies in the same bin", () => {
    const bins = countsOf(Array.from({ length: 50 }, (_, n) => timed(n, n * 3600, n * 3600 + 60)));
    expect(Math.log2(bins.lengthMs) % 1).toBe(0);
    expect(bins.first).toBe(Math.floor(START / bins.lengthMs));
    expect(nonEmpty(bins)).toHaveLength(50);
  });
});

describe("a few lone runs", () => {
  const busy = Array.from({ length: 200 }, (_, n) => timed(n, n * 60, n * 60 + 30));
  const YEARS = (20 * 365 * DAY) / 1000;

  it.each([
    ["long before", [-YEARS], [1, 0]],
    ["long after", [YEARS], [0, 1]],
    ["on either side", [-YEARS, -YEARS / 2, YEARS], [2, 1]],
  ])("%s are counted apart, so that all others keep their room", (_where, at, beyond) => {
    const bins = countsOf([...busy, ...at.map((seconds, n) => timed(1000 + n, seconds, seconds + 5))]);
    expect([bins.before, bins.after]).toEqual(beyond);
    expect(bins.count * bins.lengthMs).toBeLessThan(4 * HOUR);
    expect(nonEmpty(bins)).toHaveLength(200);
  });

  it("stay where the others would not gain much, or where they are not few", () => {
    const near = countsOf([...busy, timed(1000, -20_000, -19_990)]);
    expect([near.before, near.after]).toEqual([0, 0]);
    const many = countsOf([...busy, ...Array.from({ length: 40 }, (_, n) => timed(1000 + n, -YEARS + n, -YEARS + n + 1))]);
    expect([many.before, many.after]).toEqual([0, 0]);
  });

  it("stay beside the others where they lie no further from them than these are long", () => {
    const bins = countsOf([...busy, timed(1000, -9_000, -8_990), timed(1001, -YEARS, -YEARS + 5)]);
    expect([bins.before, bins.after]).toEqual([1, 0]);
  });
});
