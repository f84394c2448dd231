import { devicePx } from "../base/devicePx";
import { Items } from "../layout/items";
import { BAR_RADIUS_PX } from "../layout/measures";
import { PAINTS } from "../layout/paint";
import { drawBars, drawFlat } from "./bars";
import { Brush } from "./brush";
import { rgb } from "./color";
import { cornerOf } from "./corner";
import { Palette } from "./palette";
import { Pen, sparePen } from "./penOf";

/** Up to so many items are drawn one by one in less time than an image takes. */
const FEW = 300;
const OPAQUE = 255;

/** A band on the canvas, and where it lies in the image; all in device px. */
interface Slice {
  readonly top: number;
  readonly height: number;
  /** Its first row in the image, and how many these are. */
  readonly from: number;
  readonly rows: number;
}

/**
 * Draws layers that lie in bands as an image that is written pixel by pixel: a thousand small rectangles cost less there than calls of the context do.
 * The pixels are those that single rectangles would give.
 */
export class BandImage {
  private image: ImageData | undefined;
  private pen: Pen | undefined;
  /** Of the image and of the canvas. */
  private columns = 0;
  /** Row by row; 0 is nothing. */
  private pixels = new Uint32Array(0);
  /** The same as bytes: red, green, blue and strength of each pixel. */
  private bytes = new Uint8ClampedArray(0);
  private corner = cornerOf(0);
  private palette: Palette | undefined;
  /** By index of a paint: its colour as a pixel. */
  private colors = new Uint32Array(0);

  /**
   * @param layers from below, all with the same bands
   * @param bars the one of them that has round corners: then all that lies in a band is as high as it, or its upper half, and so all but the corners is
   * two rows of the image, which are drawn as high as they are on screen
   */
  public draw(brush: Brush, layers: readonly Items[], bars: Items | null = null): void {
    const { ratio, palette } = brush;
    // Hollow boxes are more than their colour.
    if (layers[0].bands.length === 0 || layers.reduce((sum, { count }) => sum + count, 0) < FEW || palette.outlined.size > 0) {
      for (const items of layers) (items === bars ? drawBars : drawFlat)(brush, items);
      return;
    }
    const radius = bars !== null && hasRound(bars) ? BAR_RADIUS_PX * ratio : 0;
    if (radius !== this.corner.radius) this.corner = cornerOf(radius);
    if (palette !== this.palette) this.colors = new Uint32Array(Uint8Array.from(PAINTS.flatMap((paint) => [...rgb(palette.color[paint]), OPAQUE])).buffer);
    this.palette = palette;
    const slices = slicesOf(layers[0], ratio, bars === null ? 0 : 2 * this.corner.size + 2);
    const rows = slices.reduce((sum, slice) => sum + slice.rows, 0);
    this.begin(brush, rows);
    for (const items of layers) this.fill(items, slices, ratio, bars !== null, items === bars);
    this.show(brush, slices, rows);
  }

  /** Makes so many rows empty. */
  private begin({ context, context: { canvas } }: Brush, rows: number): void {
    if (this.image?.width === canvas.width && this.image.height >= rows) {
      this.pixels.fill(0, 0, rows * canvas.width);
      return;
    }
    this.pen ??= sparePen(context);
    const { canvas: own } = this.pen;
    own.width = this.columns = canvas.width;
    own.height = rows;
    this.image = this.pen.createImageData(own.width, rows);
    this.bytes = this.image.data;
    this.pixels = new Uint32Array(this.bytes.buffer);
  }

  private fill({ bands, count, x, y, width, height, paint }: Items, slices: readonly Slice[], ratio: number, isFolded: boolean, isRound: boolean): void {
    const { pixels, columns, colors, corner } = this;
    for (let i = 0, band = 0; i < count; i++) {
      while (band + 1 < bands.length && bands[band + 1].first <= i) band++;
      const slice = slices[band];
      const left = devicePx(x[i], ratio);
      // No item vanishes between two pixels.
      const right = Math.max(left + 1, devicePx(x[i] + width[i], ratio));
      const top = rowOf(slice, devicePx(y[i], ratio), isFolded);
      const bottom = Math.max(top + 1, rowOf(slice, devicePx(y[i] + height[i], ratio), isFolded));
      const color = colors[paint[i]];
      for (let row = top * columns; row < bottom * columns; row += columns) {
        for (let at = row + Math.max(0, left), end = row + Math.min(columns, right); at < end; at++) pixels[at] = color;
      }
      if (isRound && right - left > 2 * corner.radius) this.roundOff(left, right - 1, top, bottom - 1);
    }
  }

  /** Takes from the corners of a box what lies outside. @param last,bottom the last column and row of it */
  private roundOff(left: number, last: number, top: number, bottom: number): void {
    const { bytes, columns, corner: { size, strength } } = this;
    for (let at = 0; at < strength.length; at++) {
      const down = Math.floor(at / size);
      for (const column of [left + (at % size), last - (at % size)]) {
        if (column < 0 || column >= columns) continue;
        bytes[4 * ((top + down) * columns + column) + 3] = strength[at];
        bytes[4 * ((bottom - down) * columns + column) + 3] = strength[at];
      }
    }
  }

  private show({ context, ratio }: Brush, slices: readonly Slice[], rows: number): void {
    const { pen, image, columns, corner: { size } } = this;
    if (!pen || !image) return;
    pen.putImageData(image, 0, 0, 0, 0, columns, rows);
    const stretch = (from: number, count: number, top: number, height: number): void =>
      context.drawImage(pen.canvas, 0, from, columns, count, 0, top / ratio, columns / ratio, height / ratio);
    context.imageSmoothingEnabled = false;
    for (const { top, height, from, rows: own } of slices) {
      if (size > 0) {
        stretch(from, size, top, size);
        stretch(from + own - size, size, top + height - size, size);
      }
      stretch(from + size, own - 2 * size, top + size, height - 2 * size);
    }
    context.imageSmoothingEnabled = true;
  }
}

/** @param folded the rows of each band in the image; 0 for as many as on the canvas */
function slicesOf({ bands }: Items, ratio: number, folded: number): Slice[] {
  let end = 0;
  return bands.map((band) => {
    const top = devicePx(band.top, ratio);
    const height = devicePx(band.top + band.height, ratio) - top;
    const rows = folded || height;
    end += rows;
    return { top, height, from: end - rows, rows };
  });
}

/** The row of the image at which an edge lies. @param y of it on the canvas, device px */
function rowOf({ top, height, from, rows }: Slice, y: number, isFolded: boolean): number {
  const down = y - top;
  return from + (down <= 0 ? 0 : down >= height ? rows : isFolded ? rows / 2 : down);
}

/** Whether a bar is wide enough for round corners. */
function hasRound({ count, width }: Items): boolean {
  for (let i = 0; i < count; i++) if (width[i] > 2 * BAR_RADIUS_PX) return true;
  return false;
}
