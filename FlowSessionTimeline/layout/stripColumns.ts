/** Rectangles of a strip whose edges are bins: they hold at any place of the window and cost no run. */
export class StripColumns {
  public count = 0;
  public paint: number[] = [];
  /** The bins that a rectangle covers, [from, to), from the first of the strip's. */
  public from: number[] = [];
  public to: number[] = [];
  /** px from the strip's own top. */
  public top: number[] = [];
  public height: number[] = [];
  /** Which of the strip's layers it belongs to. */
  public layer: number[] = [];

  public constructor(private readonly binCount: number) {}

  /** Columns of one paint as few rectangles: neighbours of the same top and height are one. @param heightOf 0 for none, px */
  public draw(layer: number, paint: number, heightOf: (bin: number) => number, topOf: (bin: number, height: number) => number): void {
    let [from, top, height] = [0, 0, 0];
    for (let bin = 0; bin <= this.binCount; bin++) {
      const nextHeight = bin < this.binCount ? heightOf(bin) : 0;
      const nextTop = nextHeight === 0 ? 0 : topOf(bin, nextHeight);
      if (nextHeight === height && nextTop === top) continue;
      if (height > 0) this.add(layer, paint, from, bin, top, height);
      [from, top, height] = [bin, nextTop, nextHeight];
    }
  }

  private add(layer: number, paint: number, from: number, to: number, top: number, height: number): void {
    const i = this.count++;
    this.layer[i] = layer;
    this.paint[i] = paint;
    this.from[i] = from;
    this.to[i] = to;
    this.top[i] = top;
    this.height[i] = height;
  }
}
