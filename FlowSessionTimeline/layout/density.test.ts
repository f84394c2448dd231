import * as fc from "fast-check";
import { epochMs } from "../base/brand";
import { binLengthMs, Bins, binsOf } from "./bins";
import { Density } from "./density";
import { linearScale } from "./timeScale";

const BINS: Bins = { lengthMs: 8, first: 10, count: 20 };
const someSpans = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 0, max: 300 }), fc.nat(200)), { maxLength: 40 });

describe("density", () => {
  it("covers each bin as much as its spans do, by family", () => {
    fc.assert(fc.property(someSpans, (spans) => {
      const density = new Density();
      // Used twice: a buffer that is not emptied would show.
      for (let round = 0; round < 2; round++) {
        density.reset(BINS);
        for (const [family, from, length] of spans) density.addRun(family, from, from + length);
        const { families } = density.settle();
        for (let family = 0; family < families.length; family++) {
          for (let bin = 0; bin < BINS.count; bin++) {
            const low = (BINS.first + bin) * BINS.lengthMs;
            const expected = spans.reduce((sum, [f, from, length]) => sum + (f === family ? Math.max(0, Math.min(from + length, low + BINS.lengthMs) - Math.max(from, low)) : 0), 0);
            expect(families[family][bin] * BINS.lengthMs).toBeCloseTo(expected, 6);
          }
        }
      }
    }));
  });

  it("counts each run once, in the bin of its end, and none outside; instants too", () => {
    const density = new Density();
    density.reset(BINS);
    for (const ms of [79, 80, 87, 88, 239, 240]) density.addRun(1, ms, ms);
    density.addRun(1, 70, 90);
    density.addRun(2, 100, 101);
    const found = (family: number): number[][] => Array.from(density.ends[family].subarray(0, BINS.count)).map((n, bin) => [bin, n]).filter(([, n]) => n > 0);
    expect([found(1), found(2)]).toEqual([[[0, 2], [1, 2], [19, 1]], [[2, 1]]]);
  });
});

describe("bins", () => {
  it("are from 4 to 8 px wide, hold the window, and lie where they lay after panning", () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 2e12 }), (msPerPx, from) => {
      const widthPx = binLengthMs(msPerPx) / msPerPx;
      expect(widthPx).toBeGreaterThanOrEqual(4 * (1 - 1e-9));
      expect(widthPx).toBeLessThan(8 * (1 + 1e-9));
      const scale = linearScale({ fromMs: epochMs(from), toMs: epochMs(from + 1000 * msPerPx) }, 1000);
      const bins = binsOf(scale);
      expect(bins.first * bins.lengthMs).toBeLessThanOrEqual(from);
      expect((bins.first + bins.count) * bins.lengthMs).toBeGreaterThanOrEqual(scale.window.toMs);
      expect(Number.isInteger(Math.log2(bins.lengthMs))).toBe(true);
    }));
  });
});
