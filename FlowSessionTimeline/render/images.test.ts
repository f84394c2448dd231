import * as fc from "fast-check";
import { Items } from "../layout/items";
import { MIXED_BAR, ROUND_BAR } from "../layout/laneBars";
import { BAR_PX, BAR_RADIUS_PX } from "../layout/measures";
import { PAINTS } from "../layout/paint";
import { modelOf, pictureOf, rowsOf, timed, windowOf } from "../layout/picture.testing";
import { Scene } from "../layout/scene";
import { SceneBuilder } from "../layout/sceneBuilder";
import { Brush } from "./brush";
import { LaneImage } from "./laneImage";
import { Palette, palette } from "./palette";
import { RecordingContext } from "./recording.testing";
import { StripImage } from "./stripImage";

const LIGHT = palette("light", "#0f6cbd");
/** The same colours, but one that is not here is hollow: what is drawn by an image is then drawn one by one. */
const ONE_BY_ONE: Palette = { ...LIGHT, outlined: new Set(["night"] as const) };
const WIDTH = 300;
const HEIGHT = 420;
const someRatio = fc.constantFrom(1, 1.25, 1.5, 2);

function brushOf(ratio: number, look = LIGHT): { readonly brush: Brush; readonly recorder: RecordingContext } {
  const recorder = new RecordingContext();
  recorder.canvas.width = Math.round(WIDTH * ratio);
  return { recorder, brush: new Brush(recorder.context, look, ratio) };
}

/** The colour of each device pixel, row by row; "" for none, "soft" where it is not covered as a whole. */
function pixelsOf({ drawn }: RecordingContext, ratio: number): string[] {
  const columns = Math.round(WIDTH * ratio);
  const pixels = new Array<string>(columns * Math.round(HEIGHT * ratio)).fill("");
  for (const one of drawn) {
    const [left, top, right, bottom] = [one.left, one.top, one.right, one.bottom].map((edge) => Math.round(edge * ratio));
    for (let y = Math.max(0, top); y < bottom; y++) pixels.fill(one.alpha < 1 ? "soft" : String(one.fill), y * columns + Math.max(0, left), y * columns + Math.min(columns, right));
  }
  return pixels;
}

/** Runs of all lengths on some lanes, some of them failed. */
const model = modelOf(Array.from({ length: 4000 }, (_, n) => {
  const from = (n * 7919) % 86_000;
  const length = n % 3 === 0 ? (n * 131) % 4000 : (n * 17) % 60;
  return timed(n, from, from + length, { statusCode: [4, 4, 4, 8, 7][n % 5] });
}));
const rows = rowsOf(model, { layout: "machine" });
const builder = new SceneBuilder();
const sceneOf = (fromSeconds: number, seconds: number, scrollPx: number): Scene =>
  builder.build(pictureOf(model, {}, { rows, view: windowOf(fromSeconds, fromSeconds + seconds), scrollPx, viewportPx: { width: WIDTH, height: HEIGHT } }));
/** Of this time there are hundreds of bars, more than are drawn one by one. */
const MANY_SECONDS = 60_000;
const someStep = fc.record({ from: fc.integer({ min: 0, max: 20_000 }), seconds: fc.constantFrom(MANY_SECONDS, 8000), scrollPx: fc.integer({ min: 0, max: 120 }) });

describe("an image of lanes", () => {
  it("shows every bar in its place and colours, round ones with soft corners, and nothing beside them", () => {
    fc.assert(fc.property(someStep.filter(({ seconds }) => seconds === MANY_SECONDS), someRatio, ({ from: second, seconds, scrollPx }, ratio) => {
      const { bars, bands } = sceneOf(second, seconds, scrollPx).lanes;
      expect(bars.count).toBeGreaterThan(300);
      const { brush, recorder } = brushOf(ratio);
      new LaneImage().draw(brush, { bars, bands, edition: 1 });
      const shown = pixelsOf(recorder, ratio);
      const columns = Math.round(WIDTH * ratio);
      const covered = new Uint8Array(shown.length);
      for (const band of bands) {
        const [top, bottom] = [Math.round(band.top * ratio), Math.min(Math.round((band.top + BAR_PX) * ratio), Math.round(HEIGHT * ratio))];
        const middle = (top + Math.round((band.top + BAR_PX) * ratio)) / 2;
        for (let bar = band.first; bar < band.end; bar++) {
          const [from, to] = [Math.round(bars.x[bar] * ratio), Math.round((bars.x[bar] + bars.width[bar]) * ratio)];
          const isRound = bars.form[bar] === ROUND_BAR;
          if (isRound && from >= 0 && from < columns && top >= 0) expect(["soft", ""]).toContain(shown[top * columns + from]);
          // Where two bars meet in the middle of a pixel, either may have it.
          const beside = isRound ? Math.ceil(BAR_RADIUS_PX * ratio) : 1;
          for (let y = Math.max(0, top); y < bottom; y++) {
            covered.fill(1, y * columns + Math.max(0, from), y * columns + Math.min(columns, Math.max(from + 1, to, 0)));
            const color = LIGHT.color[bars.form[bar] === MIXED_BAR && y < middle - 0.5 ? "failed" : PAINTS[bars.paint[bar]]];
            const inside = Math.max(0, from + beside);
            if (y !== middle - 0.5 && inside < Math.min(columns, to - beside)) expect(shown[y * columns + inside]).toBe(color);
          }
        }
      }
      expect(shown.findIndex((color, at) => color !== "" && covered[at] === 0)).toBe(-1);
    }), { numRuns: 10 });
  });

  it("shows them after any steps of scrolling, panning and zooming as if it were the first", () => {
    fc.assert(fc.property(fc.array(fc.oneof(someStep, fc.nat(200)), { minLength: 2, maxLength: 6 }), someRatio, (steps, ratio) => {
      const image = new LaneImage();
      let last = { from: 0, seconds: MANY_SECONDS, scrollPx: 0 };
      for (const step of steps) {
        last = typeof step === "number" ? { ...last, scrollPx: step } : step;
        const { lanes } = sceneOf(last.from, last.seconds, last.scrollPx);
        const [kept, fresh] = [brushOf(ratio), brushOf(ratio)];
        image.draw(kept.brush, lanes);
        new LaneImage().draw(fresh.brush, lanes);
        expect(JSON.stringify(kept.recorder.drawn) === JSON.stringify(fresh.recorder.drawn)).toBe(true);
      }
    }), { numRuns: 8 });
  });
});

describe("an image of strips", () => {
  it("shows the pixels that single rectangles would", () => {
    const someStack = fc.array(fc.record({ height: fc.integer({ min: 1, max: 7 }), paint: fc.nat(4) }), { minLength: 2, maxLength: 4 });
    const somePx = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(fc.property(fc.array(fc.array(someStack, { minLength: 60, maxLength: 60 }), { minLength: 3, maxLength: 4 }), somePx, somePx, someRatio, (bands, topPx, leftPx, ratio) => {
      const items = new Items();
      for (const [band, stacks] of bands.entries()) {
        const bandPx = topPx + band * 50;
        items.startBand(bandPx, 30);
        for (const [column, stack] of stacks.entries()) {
          let y = bandPx + 30;
          for (const { height, paint } of stack) items.add(paint, Math.round(leftPx) + column * 4.375, (y -= height), 4.375, height, band);
        }
      }
      const [image, single] = [brushOf(ratio), brushOf(ratio, ONE_BY_ONE)];
      new StripImage().draw(image.brush, [items]);
      new StripImage().draw(single.brush, [items]);
      const expected = pixelsOf(single.recorder, ratio);
      expect(pixelsOf(image.recorder, ratio).filter((color, at) => color !== expected[at])).toEqual([]);
    }), { numRuns: 8 });
  });
});
