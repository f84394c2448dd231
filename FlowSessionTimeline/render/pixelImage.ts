import { PAINTS } from "../layout/paint";
import { Brush } from "./brush";
import { rgb } from "./color";
import { Palette } from "./palette";
import { penOf } from "./penOf";

const OPAQUE = 255;

/** Rows of an image, and where they are drawn: in CSS px, on whole device pixels. */
export interface ImageBand {
  readonly from: number;
  readonly rows: number;
  readonly y: number;
  readonly height: number;
}

/**
 * An image that is written pixel by pixel, as wide as the canvas: a thousand small rectangles cost less there than calls of the context do. Its rows
 * are drawn where they belong, and higher than they are where many rows would be the same.
 */
export class PixelImage {
  /** Of the canvas, device px. */
  public columns = 0;
  /** Row by row, as colorsOf has them; 0 is nothing. */
  public pixels = new Uint32Array(0);
  /** The same as bytes: red, green, blue and strength of each pixel. */
  public bytes = new Uint8ClampedArray(0);
  private image: ImageData | undefined;
  private pen: CanvasRenderingContext2D | undefined;

  /** Makes room for so many rows. @param spare rows that a new image has besides; @returns true if the image is a new one, and empty */
  public reserve({ context: { canvas } }: Brush, rows: number, spare = 0): boolean {
    if (this.image?.width === canvas.width && this.image.height >= rows) return false;
    const own = this.pen?.canvas ?? canvas.ownerDocument.createElement("canvas");
    own.width = this.columns = canvas.width;
    own.height = rows + spare;
    this.pen ??= penOf(own);
    this.image = this.pen.createImageData(own.width, own.height);
    this.bytes = this.image.data;
    this.pixels = new Uint32Array(this.bytes.buffer);
    return true;
  }

  /** Empties the rows from one up to another. */
  public clear(from: number, to: number): void {
    this.pixels.fill(0, from * this.columns, to * this.columns);
  }

  /** Takes over the rows from one up to another, for `draw`. */
  public take(from: number, to: number): void {
    if (this.image && to > from) this.pen?.putImageData(this.image, 0, 0, 0, from, this.columns, to - from);
  }

  /** Draws rows that were taken over. */
  public draw({ context, ratio }: Brush, bands: readonly ImageBand[]): void {
    if (!this.pen) return;
    context.imageSmoothingEnabled = false;
    for (const { from, rows, y, height } of bands) context.drawImage(this.pen.canvas, 0, from, this.columns, rows, 0, y, this.columns / ratio, height);
    context.imageSmoothingEnabled = true;
  }
}

const known = new WeakMap<Palette, Uint32Array>();

/** By index of a paint: its colour as a pixel. */
export function colorsOf(palette: Palette): Uint32Array {
  let colors = known.get(palette);
  if (colors === undefined) {
    colors = new Uint32Array(Uint8Array.from(PAINTS.flatMap((paint) => [...rgb(palette.color[paint]), OPAQUE])).buffer);
    known.set(palette, colors);
  }
  return colors;
}
