import * as fc from "fast-check";
import { devicePx } from "../base/devicePx";
import { Items } from "../layout/items";
import { BAR_RADIUS_PX } from "../layout/measures";
import { modelOf, pictureOf, rowsOf, timed, windowOf } from "../layout/picture.testing";
import { Scene } from "../layout/scene";
import { SceneBuilder } from "../layout/sceneBuilder";
import { BandImage } from "./bandImage";
import { Brush } from "./brush";
import { Palette, palette } from "./palette";
import { RecordingContext } from "./recording.testing";

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

function drawLanes(image: BandImage, brush: Brush, { layers: { bars, merged, mergedFailures } }: Scene): void {
  image.draw(brush, [bars, merged, mergedFailures], bars);
}

/** The device pixels in the corners of round bars, each with whether it is the tip of one. */
function cornersOf({ layers: { bars } }: Scene, ratio: number): Map<number, boolean> {
  const [columns, lines, radius] = [Math.round(WIDTH * ratio), Math.round(HEIGHT * ratio), BAR_RADIUS_PX * ratio];
  const corners = new Map<number, boolean>();
  for (let i = 0; i < bars.count; i++) {
    const [left, top, right, bottom] = [bars.x[i], bars.y[i], bars.x[i] + bars.width[i], bars.y[i] + bars.height[i]].map((edge) => devicePx(edge, ratio));
    if (right - left <= 2 * radius) continue;
    for (let across = 0; across < radius; across++) {
      for (let down = 0; down < radius; down++) {
        for (const x of [left + across, right - 1 - across]) {
          for (const y of [top + down, bottom - 1 - down]) if (x >= 0 && x < columns && y >= 0 && y < lines) corners.set(y * columns + x, across + down === 0);
        }
      }
    }
  }
  return corners;
}

describe("an image of lanes", () => {
  it("shows the pixels that single bars would, but for the soft corners of round ones", () => {
    fc.assert(fc.property(someStep.filter(({ seconds }) => seconds === MANY_SECONDS), someRatio, ({ from, seconds, scrollPx }, ratio) => {
      const scene = sceneOf(from, seconds, scrollPx);
      const [image, single] = [brushOf(ratio), brushOf(ratio, ONE_BY_ONE)];
      drawLanes(new BandImage(), image.brush, scene);
      drawLanes(new BandImage(), single.brush, scene);
      // Round bars by themselves are paths: none is drawn so.
      expect(image.recorder.drawn.filter(({ op }) => op === "fill")).toEqual([]);
      const corners = cornersOf(scene, ratio);
      expect(corners.size).toBeGreaterThan(10);
      const [shown, expected] = [pixelsOf(image.recorder, ratio), pixelsOf(single.recorder, ratio)];
      const isRight = (color: string, at: number): boolean => (corners.get(at) !== true && color === expected[at]) || (corners.has(at) && ["soft", ""].includes(color));
      expect(shown.filter((color, at) => !isRight(color, at))).toEqual([]);
      // An edge that lies between two pixels but for the last digit of its number.
    }), { numRuns: 10, examples: [[{ from: 785, seconds: MANY_SECONDS, scrollPx: 0 }, 1]] });
  });

  it("shows them after any steps of scrolling, panning and zooming as if it were the first", () => {
    fc.assert(fc.property(fc.array(fc.oneof(someStep, fc.nat(200)), { minLength: 2, maxLength: 6 }), someRatio, (steps, ratio) => {
      const image = new BandImage();
      let last = { from: 0, seconds: MANY_SECONDS, scrollPx: 0 };
      for (const step of steps) {
        last = typeof step === "number" ? { ...last, scrollPx: step } : step;
        const scene = sceneOf(last.from, last.seconds, last.scrollPx);
        const [kept, fresh] = [brushOf(ratio), brushOf(ratio)];
        drawLanes(image, kept.brush, scene);
        drawLanes(new BandImage(), fresh.brush, scene);
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
      new BandImage().draw(image.brush, [items]);
      new BandImage().draw(single.brush, [items]);
      const expected = pixelsOf(single.recorder, ratio);
      expect(pixelsOf(image.recorder, ratio).filter((color, at) => color !== expected[at])).toEqual([]);
    }), { numRuns: 8 });
  });
});
