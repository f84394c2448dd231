import { devicePx } from "../base/devicePx";
import { Items } from "../layout/items";
import { Paint, PAINTS } from "../layout/paint";
import { Palette } from "./palette";
import { Pen } from "./penOf";

/** Draws one item whose fill is already set; the box lies on whole device pixels. */
export type DrawItem = (x: number, y: number, width: number, height: number, paint: Paint) => void;

/** A context with a palette and a pixel grid: what all layers are drawn with. */
export class Brush {
  public constructor(
    public readonly context: Pen,
    public readonly palette: Palette,
    /** Device pixels per CSS px. */
    public readonly ratio: number,
  ) {}

  /** The nearest edge between two device pixels, in CSS px: edges elsewhere are blurred. */
  public snap(px: number): number {
    return devicePx(px, this.ratio) / this.ratio;
  }

  /**
   * Calls `draw` for each item, paint by paint: changing a colour costs more than filling. No item vanishes between two pixels.
   * @param joins of a paint, whether items that touch side by side are drawn as one
   */
  public each(items: Items, draw: DrawItem, joins: (paint: Paint) => boolean = () => false): void {
    const { context, palette } = this;
    for (let paint = 0, rest = items.paints; rest !== 0; paint++, rest >>>= 1) {
      if ((rest & 1) === 0) continue;
      const name = PAINTS[paint];
      context.fillStyle = palette.color[name];
      this.eachOf(items, paint, joins(name), (x, y, width, height) => draw(x, y, width, height, name));
    }
  }

  /** The items of one paint; those that touch side by side as one, if they are to be joined. */
  private eachOf(items: Items, paint: number, isJoining: boolean, draw: (x: number, y: number, width: number, height: number) => void): void {
    const hairline = 1 / this.ratio;
    let left = NaN;
    let top = NaN;
    let right = NaN;
    let bottom = NaN;
    for (let i = 0; i < items.count; i++) {
      if (items.paint[i] !== paint) continue;
      const x = this.snap(items.x[i]);
      const y = this.snap(items.y[i]);
      const toX = Math.max(x + hairline, this.snap(items.x[i] + items.width[i]));
      const toY = Math.max(y + hairline, this.snap(items.y[i] + items.height[i]));
      if (isJoining && y === top && toY === bottom && x >= left && x <= right) {
        right = Math.max(right, toX);
        continue;
      }
      if (!Number.isNaN(left)) draw(left, top, right - left, bottom - top);
      left = x;
      top = y;
      right = toX;
      bottom = toY;
    }
    draw(left, top, right - left, bottom - top);
  }
}
