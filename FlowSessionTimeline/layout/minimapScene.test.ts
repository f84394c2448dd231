import * as fc from "fast-check";
import { DAY, EpochMs, epochMs, HOUR } from "../base/brand";
import { STATUS_FAMILIES } from "../domain/status";
import { Items } from "./items";
import { MinimapBins } from "./minimapBins";
import { minimapExtent } from "./minimapExtent";
import { columnUnder } from "./binColumns";
import { BASE_PX, minimapGrid, MinimapScene, minimapScene } from "./minimapScene";
import { PAINTS } from "./paint";
import { FORMATS, measure, START } from "./picture.testing";
import { linearScale } from "./timeScale";

const MINUTE_BIN = 65_536;

/** Bins from START on. @param counts per bin, by family in the legend's order */
function binsOf(counts: readonly (readonly number[])[], parts: Partial<MinimapBins> = {}): MinimapBins {
  return {
    source: "loaded", lengthMs: MINUTE_BIN, first: Math.floor(START / MINUTE_BIN), count: counts.length, before: 0, after: 0, lastEndMs: -Infinity,
    families: STATUS_FAMILIES.map((_, family) => Int32Array.from(counts, (bin) => bin[family] ?? 0)), ...parts,
  };
}
const FAR = epochMs(START + 900 * DAY);
const sceneOf = (bins: MinimapBins, widthPx = 1000, nowMs: EpochMs = FAR): MinimapScene =>
  minimapScene({ bins, scale: linearScale(minimapExtent(bins, nowMs), widthPx), nowMs, formats: FORMATS, measure });

interface Box { readonly x: number; readonly top: number; readonly width: number; readonly height: number; readonly paint: string; readonly n: number }
const boxes = (items: Items): Box[] => Array.from({ length: items.count }, (_, i) =>
  ({ x: items.x[i], top: items.y[i], width: items.width[i], height: items.height[i], paint: PAINTS[items.paint[i]], n: items.ref[i] }));
/** The parts of columns. */
const parts = (scene: MinimapScene): Box[] => [...boxes(scene.columns), ...boxes(scene.failures)];
const openLines = (scene: MinimapScene): Box[] => boxes(scene.lines).filter((one) => one.paint === "open");

const someBins = fc.array(fc.tuple(...STATUS_FAMILIES.map(() => fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(5), fc.nat(100_000)))), { minLength: 1, maxLength: 400 })
  .map((counts) => binsOf(counts));
const someWidth = fc.integer({ min: 200, max: 3000 });

describe("the minimap's picture", () => {
  it("shows each run once, in the colour of its family, on the base line or on others of its column", () => {
    fc.assert(fc.property(someBins, someWidth, (bins, width) => {
      const drawn = parts(sceneOf(bins, width));
      STATUS_FAMILIES.forEach((family, index) => {
        const shown = drawn.filter((one) => one.paint === family).reduce((sum, one) => sum + one.n, 0);
        expect(shown).toBe(bins.families[index].reduce((sum, n) => sum + n, 0));
      });
      for (const one of drawn) {
        expect(one.top).toBeGreaterThanOrEqual(2);
        expect(one.top + one.height).toBeLessThanOrEqual(BASE_PX + 1e-9);
      }
    }));
  });

  it("shows days of the server as it does other bins, side by side and each run once, at any width", () => {
    fc.assert(fc.property(someBins, someWidth, (counts, width) => {
      const days: MinimapBins = { ...counts, source: "server", lengthMs: DAY, first: Math.floor(START / DAY) };
      const scene = sceneOf(days, width);
      expect(parts(scene).reduce((sum, one) => sum + one.n, 0)).toBe(days.families.reduce((sum, bins) => bins.reduce((a, b) => a + b, sum), 0));
      const xs = [...new Set(parts(scene).map((one) => one.x))].sort((a, b) => a - b);
      xs.forEach((x, i) => expect(i === 0 ? 4 : x - xs[i - 1]).toBeGreaterThanOrEqual(4 - 1e-6));
    }));
  });

  it("shows every failure at least two px high, also one among a hundred thousand", () => {
    fc.assert(fc.property(someBins, someWidth, (bins, width) => {
      for (const one of boxes(sceneOf(bins, width).failures)) {
        expect(one.height).toBeGreaterThanOrEqual(2);
        expect(one.top + one.height).toBe(BASE_PX);
        expect(one.width).toBeGreaterThanOrEqual(2);
      }
    }));
    expect(boxes(sceneOf(binsOf([[1, 0, 100_000]])).failures)).toHaveLength(1);
  });

  it("has columns wide enough to see at any width, side by side", () => {
    fc.assert(fc.property(someBins, someWidth, (bins, width) => {
      const scene = sceneOf(bins, width);
      const xs = [...new Set(parts(scene).map((one) => one.x))].sort((a, b) => a - b);
      for (let i = 1; i < xs.length; i++) expect(xs[i] - xs[i - 1]).toBeGreaterThanOrEqual(4 - 1e-6);
      for (const one of parts(scene)) expect(one.width).toBeGreaterThanOrEqual(3 - 1e-6);
    }));
  });

  it("counts under an instant what the column there shows", () => {
    const bins = binsOf([[1, 0, 5], [0, 0, 0], [2, 1, 0]]);
    const scale = linearScale(minimapExtent(bins, FAR), 1000);
    const under = (bin: number): number => columnUnder(minimapGrid(bins, scale), epochMs((bins.first + bin + 0.5) * MINUTE_BIN)).total;
    expect([0, 1, 2].map(under)).toEqual([6, 0, 3]);
  });

  it("has a line from the first open run to now", () => {
    const bins = binsOf([[0, 0, 1], ...Array.from({ length: 60 }, () => []), [0, 1], [0, 0, 1]]);
    const now = epochMs((bins.first + 70) * MINUTE_BIN);
    const scale = linearScale(minimapExtent(bins, now), 1000);
    const lines = openLines(sceneOf(bins, 1000, now));
    expect(lines).toHaveLength(1);
    expect(lines[0].x + lines[0].width).toBeCloseTo(scale.toPx(now), 6);
    expect(openLines(sceneOf(binsOf([[1, 0, 1]])))).toEqual([]);
  });

  it("says where one is with labels that do not meet", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 10, max: 24 }), someWidth, (count, power, width) => {
      const bins = binsOf(Array.from({ length: count }, () => []), { lengthMs: 2 ** power, first: Math.floor(START / 2 ** power) });
      const { labels } = sceneOf(bins, width);
      const spans = Array.from({ length: labels.count }, (_, i) => [labels.x[i], labels.x[i] + measure(labels.text[i], labels.bold[i])]).sort(([a], [b]) => a - b);
      spans.forEach(([from, to], i) => {
        expect(to).toBeLessThanOrEqual(width);
        if (i > 0) expect(from).toBeGreaterThan(spans[i - 1][1]);
      });
    }));
    const { labels } = sceneOf(binsOf(Array.from({ length: 60 * 24 * 5 }, () => [])));
    expect(labels.text.slice(0, labels.count)).toEqual(expect.arrayContaining(["June 2026", "Thu 4", "Fri 5"]));
  });
});

describe("the extent of a minimap", () => {
  it("holds all bins, and now where it is near", () => {
    fc.assert(fc.property(someBins, fc.double({ min: -1, max: 3, noNaN: true }), (bins, share) => {
      const from = bins.first * bins.lengthMs;
      const to = from + bins.count * bins.lengthMs;
      const now = epochMs(to + share * (to - from));
      const extent = minimapExtent(bins, now);
      expect(extent.fromMs).toBeLessThanOrEqual(from);
      expect(extent.toMs).toBeGreaterThanOrEqual(to);
      if (share <= 0.25) expect(extent.toMs).toBeGreaterThan(now);
      // No more than two of 64 units are empty at the ends together, and a minute is the least.
      expect(extent.toMs - extent.fromMs).toBeLessThanOrEqual(Math.max(60_000, Math.max(to, share <= 0.25 ? now : to) - from) * 1.07);
    }));
  });

  it("reaches to the last end, but a run without end in sight does not squash the others", () => {
    const short = binsOf(Array.from({ length: 60 }, () => [0, 0, 1]), { lastEndMs: START + 100 * MINUTE_BIN });
    expect(minimapExtent(short, FAR).toMs).toBeGreaterThanOrEqual(START + 100 * MINUTE_BIN);
    const endless = binsOf(Array.from({ length: 60 }, () => [0, 0, 1]), { lastEndMs: START + 5000 * DAY });
    expect(minimapExtent(endless, FAR).toMs).toBeLessThan(START + 130 * MINUTE_BIN);
  });

  it("stands still while now moves and runs arrive, but for a step now and then", () => {
    const steps = new Set<string>();
    for (let minute = 0; minute < 600; minute++) {
      const count = 1320 + Math.floor((minute * 60_000) / MINUTE_BIN);
      const extent = minimapExtent(binsOf([], { count }), epochMs(START + 24 * HOUR + minute * 60_000));
      steps.add(`${extent.fromMs} ${extent.toMs}`);
    }
    expect(steps.size).toBeLessThan(24);
  });
});
