/** Rectangles of a strip whose edges are bins: they hold at any place of the window and cost no run. */
export class StripColumns {
  public count = 0;
  public readonly paint: number[] = [];
  /** The bins that a rectangle covers, [from, to), from the first of the strip's. */
  public readonly from: number[] = [];
  public readonly to: number[] = [];
  /** px from the strip's own origin. */
  public readonly top: number[] = [];
  public readonly height: number[] = [];
  /** Which of the strip's layers it belongs to. */
  public readonly layer: number[] = [];

  /** Columns of one paint as few rectangles: neighbours of the same top and height are one. @param tops,heights by bin, px; no column where the height is 0 */
  public draw(layer: number, paint: number, tops: ArrayLike<number>, heights: ArrayLike<number>): void {
    let from = 0;
    for (let bin = 1; bin <= heights.length; bin++) {
      if (bin < heights.length && heights[bin] === heights[from] && tops[bin] === tops[from]) continue;
      if (heights[from] > 0) this.add(layer, paint, from, bin, tops[from], heights[from]);
      from = bin;
    }
  }

  public add(layer: number, paint: number, from: number, to: number, top: number, height: number): void {
    const i = this.count++;
    this.layer[i] = layer;
    this.paint[i] = paint;
    this.from[i] = from;
    this.to[i] = to;
    this.top[i] = top;
    this.height[i] = height;
  }
}
