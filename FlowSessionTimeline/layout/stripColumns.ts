import { Bins } from "./bins";
import { Items } from "./items";
import { SceneInput } from "./scene";
import { clampedSpan } from "./sceneParts";

/** Writes columns of one paint as few rectangles: neighbours of the same top and height are one. */
export class StripColumns {
  private paint = 0;
  private from = 0;
  private top = 0;
  private height = 0;

  public constructor(private readonly items: Items, private readonly input: SceneInput, private readonly bins: Bins, private readonly ref: number) {}

  /** All columns of a paint from a common top. @param heightOf 0 for none, px */
  public draw(paint: number, top: number, heightOf: (bin: number) => number): void {
    this.begin(paint);
    for (let bin = 0; bin < this.bins.count; bin++) this.put(bin, top, heightOf(bin));
    this.end(this.bins.count);
  }

  public begin(paint: number): void {
    this.paint = paint;
    this.height = 0;
  }

  public put(bin: number, top: number, height: number): void {
    if (height === this.height && (height === 0 || top === this.top)) return;
    this.end(bin);
    this.from = bin;
    this.top = top;
    this.height = height;
  }

  /** @param bin the first one that no longer belongs to the last rectangle */
  public end(bin: number): void {
    if (this.height <= 0) return;
    const { first, lengthMs } = this.bins;
    const span = clampedSpan(this.input, this.input.scale.toPx((first + this.from) * lengthMs), this.input.scale.toPx((first + bin) * lengthMs), 0);
    if (span) this.items.add(this.paint, span.x, this.top, span.width, this.height, this.ref);
  }
}
