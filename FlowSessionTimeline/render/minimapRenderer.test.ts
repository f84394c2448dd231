import { epochMs } from "../base/brand";
import { STATUS_FAMILIES } from "../domain/status";
import { MinimapBins } from "../layout/minimapBins";
import { minimapExtent } from "../layout/minimapExtent";
import { BASE_PX, MINIMAP_PX, minimapScene } from "../layout/minimapScene";
import { FORMATS, measure, START } from "../layout/picture.testing";
import { linearScale } from "../layout/timeScale";
import { contrast } from "./color";
import { MinimapRenderer } from "./minimapRenderer";
import { Palette, palette } from "./palette";
import { Drawn, RecordingContext } from "./recording.testing";

const SYSTEM = { Canvas: "rgb(0, 0, 0)", CanvasText: "rgb(255, 255, 255)", Highlight: "rgb(26, 235, 255)", HighlightText: "rgb(0, 0, 0)", GrayText: "rgb(63, 242, 63)", LinkText: "rgb(255, 255, 0)" };
const LOOKS: Readonly<Record<string, Palette>> = { light: palette("light", "#0f6cbd"), dark: palette("dark", "#479ef5"), forced: palette("highContrast", "", SYSTEM) };
const NOW = epochMs(START + 60 * 65_536);
/** Two failures, eight succeeded runs and three open ones, in one bin. */
const COUNTS = [2, 3, 8, 0, 0];
const BINS: MinimapBins = {
  source: "loaded", lengthMs: 65_536, first: Math.floor(START / 65_536), count: 60, before: 0, after: 0, lastEndMs: -Infinity,
  families: STATUS_FAMILIES.map((_, family) => Int32Array.from({ length: 60 }, (_zero, bin) => (bin === 30 ? COUNTS[family] : 0))),
};

/** Beside the minimap, CSS px. */
const MARGIN_PX = 8;
const SCENE = minimapScene({ bins: BINS, scale: linearScale(minimapExtent(BINS, NOW), 800), nowMs: NOW, formats: FORMATS, measure });

function rendererOn(recorder: RecordingContext, ratio: number): MinimapRenderer {
  const renderer = new MinimapRenderer(recorder.context);
  renderer.resize(800, ratio);
  return renderer;
}
function draw(look: Palette, ratio = 2): RecordingContext {
  const recorder = new RecordingContext();
  rendererOn(recorder, ratio).draw(SCENE, look);
  return recorder;
}
/** The parts of the one column, from the bottom up. */
const columnOf = ({ drawn }: RecordingContext): Drawn[] =>
  drawn.filter((one) => one.op === "fillRect" && one.top > 2 && one.bottom <= BASE_PX && one.right - one.left < 30).sort((a, b) => b.bottom - a.bottom);

describe("the minimap's renderer", () => {
  it.each(Object.keys(LOOKS))("draws failures at the bottom of a column, open runs on top, each part to be told from its neighbour: %s", (look) => {
    const colors = LOOKS[look];
    const parts = columnOf(draw(colors));
    const fills = parts.map((one) => String(one.fill));
    expect(fills).toHaveLength(3);
    expect([fills[0], fills[2]]).toEqual([colors.color.failed, colors.color.open]);
    expect(new Set(parts.map((one) => `${String(one.fill)} ${one.right - one.left > 1 ? "wide" : "thin"}`)).size).toBe(3);
    for (const fill of fills) expect(contrast(fill, colors.background)).toBeGreaterThanOrEqual(3);
  });

  it("fills device pixels whole, at any ratio", () => {
    for (const ratio of [1, 1.25, 2]) {
      const recorder = draw(LOOKS.light, ratio);
      expect([recorder.canvas.width, recorder.canvas.height]).toEqual([(800 + 2 * MARGIN_PX) * ratio, MINIMAP_PX * ratio]);
      for (const { left, top, right, bottom } of recorder.drawn.filter((one) => one.op === "fillRect")) {
        for (const edge of [left, top, right, bottom]) expect(Math.abs(edge * ratio - Math.round(edge * ratio))).toBeLessThan(1e-6);
      }
    }
  });
});

describe("the brush over the minimap", () => {
  const span = { leftPx: 100.3, rightPx: 300.4 };

  it.each(Object.keys(LOOKS))("is framed in the brand's colour on whole pixels, with grips at its ends, tinted unless colours are forced: %s", (look) => {
    const recorder = new RecordingContext();
    const renderer = rendererOn(recorder, 1);
    renderer.draw(SCENE, LOOKS[look]);
    const before = recorder.drawn.length;
    renderer.drawBrush(span, LOOKS[look]);
    const drawn = recorder.drawn.slice(before);
    expect(new Set(drawn.map(({ fill }) => fill))).toEqual(new Set([LOOKS[look].brand]));
    expect(drawn.filter(({ op }) => op === "fill").map(({ left, right }) => [left, right])).toEqual([[100, 300], [95.5, 304.5]]);
    expect(drawn.filter(({ alpha }) => alpha < 1).map(({ left, right }) => [left, right])).toEqual(look === "forced" ? [] : [[100, 300]]);
  });

  it("moves over what was drawn before, which is drawn once more and then copied", () => {
    const recorder = new RecordingContext();
    const renderer = rendererOn(recorder, 1);
    renderer.draw(SCENE, LOOKS.light);
    renderer.drawBrush(span, LOOKS.light);
    const first = recorder.drawn.length;
    for (const by of [10, 20]) renderer.drawBrush({ leftPx: 100 + by, rightPx: 300 + by }, LOOKS.light);
    const moves = recorder.drawn.slice(first);
    expect(moves.map(({ op }) => op)).toEqual(["drawImage", "fillRect", "fill", "fill", "drawImage", "fillRect", "fill", "fill"]);
    renderer.drawBrush(null, LOOKS.light);
    expect(recorder.drawn[recorder.drawn.length - 1].op).toBe("drawImage");
  });

  it("reaches with its grips into the margins and no further", () => {
    const recorder = new RecordingContext();
    const renderer = rendererOn(recorder, 1);
    renderer.draw(SCENE, LOOKS.light);
    renderer.drawBrush({ leftPx: 0, rightPx: 800 }, LOOKS.light);
    expect(Math.min(...recorder.drawn.map(({ left }) => left))).toBeGreaterThanOrEqual(-MARGIN_PX);
    expect(Math.max(...recorder.drawn.map(({ right }) => right))).toBeLessThanOrEqual(800 + MARGIN_PX);
  });
});
