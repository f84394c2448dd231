import * as fc from "fast-check";
import { DAY, epochMs } from "../base/brand";
import { STATUS_FAMILIES } from "../domain/status";
import { hitTest } from "./hitTest";
import { AXIS_PX, OVERSCAN_PX } from "./measures";
import { MinimapBins } from "./minimapBins";
import { modelOf, pictureOf, START, windowOf } from "./picture.testing";
import { Scene, SceneInput } from "./scene";
import { SceneBuilder } from "./sceneBuilder";

const DAY_S = DAY / 1000;
const FAILED = STATUS_FAMILIES.indexOf("failed");

/** Days of UTC from START on. @param days per day, runs by family in the legend's order */
const daysOf = (days: readonly (readonly number[])[]): MinimapBins => ({
  source: "server", lengthMs: DAY, first: START / DAY, count: days.length, before: 0, after: 0, lastEndMs: -Infinity,
  families: STATUS_FAMILIES.map((_, family) => Int32Array.from(days, (day) => day[family] ?? 0)),
});
const sceneOf = (density: MinimapBins, fromDay: number, toDay: number, parts: Partial<SceneInput> = {}): Scene =>
  new SceneBuilder().build(pictureOf(modelOf([]), {}, { density, view: windowOf(fromDay * DAY_S, toDay * DAY_S), ...parts }));
const heightsOf = ({ layers }: Scene): Map<number, number> => {
  const heights = new Map<number, number>();
  for (const { count, ref, height } of [layers.densities, layers.densityFailures]) for (let i = 0; i < count; i++) heights.set(ref[i], (heights.get(ref[i]) ?? 0) + height[i]);
  return heights;
};
const someDays = fc.array(fc.tuple(...STATUS_FAMILIES.map(() => fc.oneof(fc.constant(0), fc.nat(9), fc.nat(500_000)))), { minLength: 1, maxLength: 60 }).map(daysOf);

describe("densities in place of rows", () => {
  it("hold every run of the days in the window once, whatever the zoom", () => {
    fc.assert(fc.property(someDays, fc.integer({ min: -5, max: 60 }), fc.integer({ min: 1, max: 400 }), (bins, from, length) => {
      const { densities } = sceneOf(bins, from, from + length);
      const first = densities[0]?.fromMs ?? 0;
      const end = densities[densities.length - 1]?.toMs ?? 0;
      let total = 0;
      for (let bin = 0; bin < bins.count; bin++) {
        const at = (bins.first + bin) * DAY;
        const isSeen = at < START + (from + length) * DAY && at + DAY > START + from * DAY;
        if (isSeen || (at >= first && at < end)) total += bins.families.reduce((sum, counts) => sum + counts[bin], 0);
      }
      expect(densities.reduce((sum, one) => sum + one.total, 0)).toBe(total);
    }));
  });

  it("stay in the plot, also where one day is wider than it", () => {
    fc.assert(fc.property(someDays, fc.double({ min: 0, max: 50, noNaN: true }), fc.double({ min: 0.001, max: 100, noNaN: true }), (bins, from, length) => {
      const { layers, widthPx, heightPx } = sceneOf(bins, from, from + length);
      for (const { count, x, y, width, height } of [layers.densities, layers.densityFailures]) {
        for (let i = 0; i < count; i++) {
          expect(x[i]).toBeGreaterThanOrEqual(-OVERSCAN_PX);
          expect(x[i] + width[i]).toBeLessThanOrEqual(widthPx + OVERSCAN_PX);
          expect(y[i]).toBeGreaterThan(AXIS_PX);
          expect(y[i] + height[i]).toBeLessThanOrEqual(heightPx + 1e-6);
        }
      }
    }));
  });

  it("never hide a failure: it is at least three px high on the common ground", () => {
    fc.assert(fc.property(someDays, (bins) => {
      const { layers: { densityFailures: red }, densities, heightPx } = sceneOf(bins, 0, 60);
      expect(red.count).toBe(densities.filter(({ byFamily }) => byFamily[FAILED] > 0).length);
      for (let i = 0; i < red.count; i++) {
        expect(red.height[i]).toBeGreaterThanOrEqual(3);
        expect(red.y[i] + red.height[i]).toBeCloseTo(heightPx, 6);
      }
    }));
  });

  it("are as high as their counts are, and lines say which counts", () => {
    const scene = sceneOf(daysOf([[0, 0, 100_000], [0, 0, 50_000], [0, 0, 25_000]]), 0, 3);
    const [all, half, quarter] = heightsOf(scene).values();
    expect([half / all, quarter / all]).toEqual([expect.closeTo(0.5, 6), expect.closeTo(0.25, 6)]);
    expect(scene.labels.text.slice(0, scene.labels.count)).toEqual(["50000", "100000"]);
    const { densityLines } = scene.layers;
    expect(densityLines.y[0]).toBeCloseTo(600 - half, 6);
    expect(densityLines.y[1]).toBeCloseTo(600 - all, 6);
  });

  it("are found under the pointer at any height below the axis", () => {
    const scene = sceneOf(daysOf([[0, 0, 100_000], [], [1]]), 0, 3);
    const under = (day: number, yPx: number): number | undefined => {
      const hit = hitTest(scene, (day / 3) * 1000, yPx);
      return hit?.kind === "density" ? hit.column.total : undefined;
    };
    expect([under(0.5, 590), under(0.5, AXIS_PX + 1), under(0.5, AXIS_PX - 1), under(1.5, 590), under(2.5, 60)]).toEqual([100_000, 100_000, undefined, undefined, 1]);
  });

  it("go when there are rows again", () => {
    const builder = new SceneBuilder();
    const input = pictureOf(modelOf([]), {}, { density: daysOf([[1]]) });
    expect(builder.build(input).densities).toHaveLength(1);
    const { densities, layers } = builder.build({ ...input, density: null });
    expect([densities.length, layers.densities.count, layers.densityLines.count]).toEqual([0, 0, 0]);
    expect(builder.build({ ...input, density: daysOf([[]]), nowMs: epochMs(START) }).densities).toEqual([]);
  });
});
