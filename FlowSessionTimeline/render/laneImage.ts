import { Items } from "../layout/items";
import { LaneBand, LaneBars, MIXED_BAR, ROUND_BAR, SceneLanes } from "../layout/laneBars";
import { BAR_PX, BAR_RADIUS_PX } from "../layout/measures";
import { paintIndex } from "../layout/paint";
import { drawBars, drawFlat } from "./bars";
import { Brush } from "./brush";
import { cornerOf } from "./corner";
import { LaneLook, rowsOf, writeLane } from "./lanePixels";
import { colorsOf, ImageBand, PixelImage } from "./pixelImage";

/** Up to so many bars are drawn one by one in less time than an image takes. */
const FEW = 300;
/** Lanes for which there is room beside those in view, so that one more of them makes no new image. */
const SPARE = 8;
const FAILED = paintIndex("failed");

/**
 * Draws thousands of bars with a few calls per lane. All of a bar but its corners is two rows of an image, one for each half, which are drawn as high
 * as they are on screen. The pixels are those of single bars. A lane is written once while only rows scroll.
 */
export class LaneImage {
  private readonly image = new PixelImage();
  /** By first bar of a lane: its place in the image. */
  private places = new Map<number, number>();
  /** What the image shows, and how. */
  private made: readonly unknown[] = [];
  private look: LaneLook = { colors: new Uint32Array(0), ratio: NaN, corner: cornerOf(0) };

  public draw(brush: Brush, { bars, bands, edition }: SceneLanes): void {
    const lanes = bands.filter(({ first, end }) => end > first);
    // Hollow bars are more than their colour.
    if (lanes.reduce((sum, { first, end }) => sum + end - first, 0) < FEW || brush.palette.outlined.size > 0) return drawEach(brush, bars, lanes);
    this.rest(brush, bars, edition, lanes.some(({ isRound }) => isRound));
    const { corner } = this.look;
    const rows = rowsOf(corner);
    if (this.image.reserve(brush, lanes.length * rows, SPARE * rows)) this.places.clear();
    this.writeNew(bars, lanes, rows);
    this.image.draw(brush, lanes.flatMap((lane) => partsOf(brush, lane.top, (this.places.get(lane.first) ?? 0) * rows, corner.size)));
  }

  /** Forgets what was written of other bars, or looks otherwise. */
  private rest({ palette, ratio }: Brush, bars: LaneBars, edition: number, isRound: boolean): void {
    const made = [bars, edition, palette, ratio];
    const isSame = made.every((one, i) => one === this.made[i]);
    const radius = isRound || (isSame && this.look.corner.size > 0) ? BAR_RADIUS_PX * ratio : 0;
    if (isSame && radius === this.look.corner.radius) return;
    this.look = { ratio, colors: colorsOf(palette), corner: radius === this.look.corner.radius ? this.look.corner : cornerOf(radius) };
    this.made = made;
    this.places.clear();
  }

  /** Writes the lanes that have come into view where those were that have gone. */
  private writeNew(bars: LaneBars, lanes: readonly LaneBand[], rows: number): void {
    const places = new Map(lanes.flatMap(({ first }) => (this.places.has(first) ? [[first, this.places.get(first) ?? 0]] : [])));
    const taken = new Set(places.values());
    let [place, low, high] = [0, Infinity, -1];
    for (const lane of lanes) {
      if (places.has(lane.first)) continue;
      while (taken.has(place)) place++;
      this.image.clear(place * rows, (place + 1) * rows);
      writeLane(this.image, place * rows, bars, lane, this.look);
      places.set(lane.first, place);
      [low, high] = [Math.min(low, place), place];
      place++;
    }
    this.image.take(low * rows, (high + 1) * rows);
    this.places = places;
  }
}

/** Where the rows of a lane are drawn: the upper corners, both halves, the lower corners. @param top of the bars, px; @param from the first row */
function partsOf(brush: Brush, top: number, from: number, corners: number): readonly ImageBand[] {
  const [y, bottom, cornersPx] = [brush.snap(top), brush.snap(top + BAR_PX), corners / brush.ratio];
  const halves = { from: from + corners, rows: 2, y: y + cornersPx, height: bottom - y - 2 * cornersPx };
  if (corners === 0) return [halves];
  return [{ from, rows: corners, y, height: cornersPx }, halves, { from: from + corners + 2, rows: corners, y: bottom - cornersPx, height: cornersPx }];
}

function drawEach(brush: Brush, { x, width, paint, form, ref }: LaneBars, lanes: readonly LaneBand[]): void {
  const [round, flat, upperHalves] = [new Items(), new Items(), new Items()];
  for (const { top, first, end } of lanes) {
    for (let bar = first; bar < end; bar++) {
      (form[bar] === ROUND_BAR ? round : flat).add(paint[bar], x[bar], top, width[bar], BAR_PX, ref[bar]);
      if (form[bar] === MIXED_BAR) upperHalves.add(FAILED, x[bar], top, width[bar], BAR_PX / 2, ref[bar]);
    }
  }
  drawBars(brush, round);
  drawFlat(brush, flat);
  drawFlat(brush, upperHalves);
}
