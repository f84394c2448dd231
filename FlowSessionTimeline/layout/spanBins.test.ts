import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES } from "../domain/status";
import { modelOf, NOW, someRuns, START } from "./picture.testing";
import { drawnEndMs, SHAPE_QUEUED } from "./runTimes";
import { SpanBins } from "./spanBins";
import { columnsOf } from "./spanColumns";
import { buildSpanIndex, SpanIndex } from "./spanIndex";

const byStart = (store: RunStore): Int32Array =>
  Int32Array.from(Array.from({ length: store.slotCount }, (_, slot) => slot).filter((slot) => !Number.isNaN(store.fromMs[slot])).sort((a, b) => store.fromMs[a] - store.fromMs[b]));
const indexOf = (store: RunStore, slots = byStart(store)): SpanIndex => runToEnd(buildSpanIndex(runToEnd(columnsOf(store, slots))));

/** From bins of a second to bins of 12 days, which are filled from their first run on. */
const someBins = fc.record({ level: fc.integer({ min: 10, max: 30 }), skip: fc.integer({ min: -5, max: 60 }) }).map(({ level, skip }) => {
  const lengthMs = 2 ** level;
  return { lengthMs, first: Math.floor((START + 40_000_000) / lengthMs) - 20 + skip, count: 40 };
});

describe("bins of runs", () => {
  it("cover what the runs cover, by family, and tell whether any is there", () => {
    fc.assert(fc.property(someRuns(80), someBins, fc.integer({ min: -20_000, max: 120_000 }), (runs, bins, nowSeconds) => {
      const { store } = modelOf(runs);
      const nowMs = START + nowSeconds * 1000;
      const found = new SpanBins();
      // Used twice: what is left from before would show.
      for (let round = 0; round < 2; round++) found.fill(indexOf(store), bins, nowMs);
      const slots = [...byStart(store)];
      const shareOf = (from: number, to: number, bin: number): number => {
        const low = (bins.first + bin) * bins.lengthMs;
        return Math.max(0, Math.min(to, low + bins.lengthMs) - Math.max(from, low)) / bins.lengthMs;
      };
      const sum = (of: readonly number[], bin: number): number => of.reduce((all, slot) => all + shareOf(store.fromMs[slot], drawnEndMs(store, slot, nowMs), bin), 0);
      for (let bin = 0; bin < bins.count; bin++) {
        for (let family = 0; family < STATUS_FAMILIES.length; family++) {
          const members = slots.filter((slot) => store.family[slot] === family && store.shape[slot] !== SHAPE_QUEUED);
          const starting = members.filter((slot) => Math.floor(store.fromMs[slot] / bins.lengthMs) === bins.first + bin);
          expect(found.running[family][bin]).toBeCloseTo(sum(members, bin), 6);
          expect(found.started[family][bin]).toBe(starting.length);
          if (starting.length > 0) expect(found.running[family][bin]).toBeGreaterThan(0);
        }
        const waits = slots.reduce((all, slot) => all + (store.waitFromMs(slot) < store.fromMs[slot] ? shareOf(store.waitFromMs(slot), store.fromMs[slot], bin) : 0), 0);
        expect(found.waiting[bin]).toBeCloseTo(waits + sum(slots.filter((slot) => store.shape[slot] === SHAPE_QUEUED), bin), 6);
      }
    }), { numRuns: 200 });
  });

  it("conserve runs and failures at every level, under filters and updates", () => {
    const ALL = { first: -20_000, count: 40_000 };
    fc.assert(fc.property(someRuns(80), someRuns(80), fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }), fc.integer({ min: 27, max: 40 }), (runs, news, isKept, level) => {
      const { store } = modelOf(runs);
      store.merge(news.slice(0, 20).map((run) => ({ run, problems: 0 })), "keep");
      const slots = byStart(store).filter((slot) => isKept[slot]);
      const found = new SpanBins();
      found.fill(indexOf(store, slots), { ...ALL, lengthMs: 2 ** level }, NOW);
      for (let family = 0; family < STATUS_FAMILIES.length; family++) {
        const counted = found.started[family].subarray(0, ALL.count).reduce((sum, one) => sum + one, 0);
        expect(counted).toBe([...slots].filter((slot) => store.family[slot] === family && store.shape[slot] !== SHAPE_QUEUED).length);
      }
    }), { numRuns: 60 });
  });
});
