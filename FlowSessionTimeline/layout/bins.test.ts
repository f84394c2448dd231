import * as fc from "fast-check";
import { epochMs } from "../base/brand";
import { binLengthMs, binsOf } from "./bins";
import { linearScale } from "./timeScale";

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
