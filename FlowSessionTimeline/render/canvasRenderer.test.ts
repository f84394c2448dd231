import * as fc from "fast-check";
import { guid } from "../domain/run.testing";
import { AXIS_PX, BAR_PX, ROW_PX } from "../layout/measures";
import { at, folded, Model, modelOf, pictureOf, someRuns, timed, windowOf } from "../layout/picture.testing";
import { SceneInput } from "../layout/scene";
import { SceneBuilder } from "../layout/sceneBuilder";
import { CanvasRenderer } from "./canvasRenderer";
import { Palette, palette } from "./palette";
import { Drawn, RecordingContext } from "./recording.testing";

const LIGHT = palette("light", "#0f6cbd");
const SYSTEM = { Canvas: "rgb(0, 0, 0)", CanvasText: "rgb(255, 255, 255)", Highlight: "rgb(26, 235, 255)", HighlightText: "rgb(0, 0, 0)", GrayText: "rgb(63, 242, 63)", LinkText: "rgb(255, 255, 0)" };
const FORCED = palette("highContrast", "", SYSTEM);

function draw(input: SceneInput, colors: Palette = LIGHT, ratio = 1): RecordingContext {
  const recorder = new RecordingContext();
  const renderer = new CanvasRenderer(recorder.context);
  renderer.resize(input.viewportPx.width, input.viewportPx.height, ratio);
  renderer.draw(new SceneBuilder().build(input), colors);
  return recorder;
}
const drawRuns = (model: Model, colors?: Palette, parts: Parameters<typeof pictureOf>[2] = {}): RecordingContext => draw(pictureOf(model, {}, parts), colors);
const someView = fc.tuple(fc.integer({ min: -5000, max: 80_000 }), fc.integer({ min: 10, max: 400_000 })).map(([from, length]) => windowOf(from, from + length));
const someLook = fc.constantFrom(LIGHT, palette("dark", "rgb(71, 158, 245)"), FORCED);

describe("the canvas renderer", () => {
  it("leaves the context as it was and draws only finite boxes, in the viewport or just beside it", () => {
    fc.assert(fc.property(someRuns(), someView, someLook, fc.constantFrom("tree", "machine"), fc.constantFrom(1, 1.25, 2), fc.nat(300), (runs, view, colors, layout, ratio, scrollPx) => {
      const recorder = draw(pictureOf(modelOf(runs), { layout: layout as "tree", collapsed: folded(guid(0)) }, { view, scrollPx, selected: new Set([guid(2)]), hoveredSlot: 1, focusedRow: 0 }), colors, ratio);
      expect(recorder.depth).toBe(0);
      expect([recorder.globalAlpha, recorder.transform]).toEqual([1, [ratio, 0, 0, ratio, 0, 0]]);
      expect(recorder.dashes.length === 0 || recorder.dashes[recorder.dashes.length - 1].length === 0).toBe(true);
      for (const one of recorder.drawn) {
        // Rounded ends, dashes and markers reach a little over the sides; a row that an edge cuts has parts beyond it.
        const beside = one.left <= -30 || one.right >= 1030;
        const below = one.top >= 600 + ROW_PX || one.bottom <= -ROW_PX;
        expect([one, beside, below]).toEqual([one, false, false]);
      }
    }), { numRuns: 150 });
  });

  it("draws the axis last, above the rows, and everything else clipped below it", () => {
    const { drawn } = drawRuns(modelOf([timed(0, 10_000, 80_000)]), LIGHT, { scrollPx: 10 });
    const axis = drawn.findIndex((one) => one.op === "fillRect" && one.top === 0 && one.bottom === AXIS_PX);
    expect(axis).toBeGreaterThan(5);
    expect(drawn.slice(1, axis).every((one) => one.clipped)).toBe(true);
    expect(drawn.slice(axis).every((one) => !one.clipped && one.bottom <= AXIS_PX)).toBe(true);
  });

  it("puts the edges of rectangles on whole device pixels at any ratio", () => {
    for (const ratio of [1, 1.25, 1.5, 2]) {
      const { drawn } = draw(pictureOf(modelOf([timed(0, 10_003, 20_007), timed(1, 40_000, 40_001)]), {}, { scrollPx: 0.8 }), LIGHT, ratio);
      for (const one of drawn.filter(({ op }) => op === "fillRect")) {
        for (const edge of [one.left, one.top]) expect(Math.abs(edge * ratio - Math.round(edge * ratio))).toBeLessThan(1e-6);
        expect((one.right - one.left) * ratio).toBeGreaterThan(1 - 1e-6);
      }
    }
  });

  it("sizes the canvas in device pixels, and its box so that these are the screen's", () => {
    const recorder = new RecordingContext();
    new CanvasRenderer(recorder.context).resize(333, 200, 1.5);
    expect([recorder.canvas.width, recorder.canvas.height, recorder.canvas.style.width, recorder.canvas.style.height]).toEqual([500, 300, `${500 / 1.5}px`, "200px"]);
  });

  const fillsOf = ({ drawn }: RecordingContext, color: string): readonly Drawn[] => drawn.filter((one) => one.op !== "stroke" && one.fill === color);

  it("fills a bar with its family's colour, an envelope with a tint of it", () => {
    const recorder = drawRuns(modelOf([timed(0, 10_000, 20_000), timed(1, 12_000, 30_000, { parentId: guid(0), statusCode: 8 })]));
    expect(fillsOf(recorder, LIGHT.color.ok).map((one) => one.alpha)).toEqual([0.22, 1]);
    expect(fillsOf(recorder, LIGHT.color.failed)).toHaveLength(1);
  });

  it("draws merged runs of one colour that touch as one rectangle, hollow ones each by itself", () => {
    // 40 runs on one lane, each as long as it is to the next.
    const input = pictureOf(modelOf(Array.from({ length: 40 }, (_, n) => timed(n, 20_000 + n * 100, 20_100 + n * 100))), { layout: "machine" });
    const merged = new SceneBuilder().build(input).layers.merged.count;
    expect(merged).toBeGreaterThan(5);
    const bars = (recorder: RecordingContext): readonly Drawn[] => recorder.drawn.filter((one) => one.op === "fillRect" && one.bottom - one.top === BAR_PX && one.right - one.left < 100);
    expect(bars(draw(input)).map((one) => one.right - one.left > 44)).toEqual([true]);
    expect(bars(draw(input, FORCED)).length).toBeGreaterThanOrEqual(merged);
  });

  it("lets an open run fade towards now", () => {
    const recorder = drawRuns(modelOf([timed(0, 10_000, null, { statusCode: 2 })]), LIGHT, { nowMs: at(60_000) });
    const fade = recorder.drawn.find((one) => typeof one.fill === "object" && one.fill !== null && "stops" in one.fill);
    expect(fade?.fill).toMatchObject({ stops: [[0, LIGHT.color.open], [1, LIGHT.faded.open]] });
  });

  it("hatches waits with lines that move with their time and their row", () => {
    const model = modelOf([timed(0, 10_000, 20_000, { createdOn: timed(9, 2000, 0).startedOn })]);
    const phase = (fromSeconds: number, scrollPx: number): number[] => {
      const { e = NaN, f = NaN } = drawRuns(model, LIGHT, { view: windowOf(fromSeconds, fromSeconds + 86_400), scrollPx }).patterns[0];
      return [e, f];
    };
    const [x, y] = phase(0, 0);
    const perPx = 86.4;
    expect((phase(2 * perPx, 0)[0] - x + 12) % 6).toBeCloseTo(4, 3);
    expect((phase(0, 5)[1] - y + 12) % 6).toBeCloseTo(1, 6);
  });

  it("uses nothing but system colours under forced colours, and tells families apart without them", () => {
    const model = modelOf([timed(0, 0, 20_000), timed(1, 0, 20_000, { statusCode: 8 }), timed(2, 10, 15_000, { parentId: guid(1), statusCode: 0 }), timed(3, 0, null, { statusCode: 2 }), timed(4, null, 30_000, { statusCode: 8 })]);
    const recorder = drawRuns(model, FORCED, { selected: new Set([guid(0)]), focusedRow: 1, hoveredSlot: 2 });
    const allowed = new Set<unknown>(Object.values(SYSTEM));
    for (const one of recorder.drawn) {
      if (typeof one.fill === "string" && one.op !== "stroke") expect(allowed).toContain(one.fill);
      if (one.op === "stroke") expect(allowed).toContain(one.stroke);
      expect(one.alpha).toBe(1);
    }
    // A succeeded bar is hollow, a failed one solid, both in the text's colour.
    const isSolid = (top: number): boolean => recorder.drawn.some((one) => one.op === "fill" && one.fill === SYSTEM.CanvasText && Math.abs(one.top - top) < 8 && one.right - one.left > 50);
    expect([isSolid(AXIS_PX + 7), isSolid(AXIS_PX + 42)]).toEqual([false, true]);
  });
});
