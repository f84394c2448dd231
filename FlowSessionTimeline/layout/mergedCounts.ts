import { binLengthMs } from "./bins";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";

/** Merged items less far apart than this look like one, px: a number cannot be read on a comb. */
const GAP_PX = 0.5;
const INSET_PX = 4;
/** A count stands for at most so many bins: 64 to 128 px. */
const BINS_PER_CELL = 16;

/**
 * Says how many runs stand in merged items that touch one another and have one paint all over, where there is room for the number. What is counted together lies in a cell
 * of time that is anchored to the epoch like the bins, so that no number changes or moves while panning.
 */
export class MergedCounts {
  public readonly cellMs: number;
  private cellEndMs = -Infinity;
  private fromPx = NaN;
  private toPx = NaN;
  private count = 0;
  private paint = -1;

  /** @param middlePx of the lane, px from the canvas' top */
  public constructor(private readonly parts: SceneParts, private readonly input: SceneInput, private readonly middlePx: number) {
    this.cellMs = BINS_PER_CELL * binLengthMs(input.scale.msPerPx);
  }

  public cellStartMs(ms: number): number {
    return Math.floor(ms / this.cellMs) * this.cellMs;
  }

  /** A merged item, further right than all before. @param paint -1 if it has two */
  public put(firstMs: number, fromPx: number, toPx: number, count: number, paint: number): void {
    if (firstMs >= this.cellEndMs || paint !== this.paint || fromPx > this.toPx + GAP_PX) {
      this.end();
      this.cellEndMs = this.cellStartMs(firstMs) + this.cellMs;
      this.fromPx = fromPx;
      this.count = 0;
      this.paint = paint;
    }
    this.toPx = toPx;
    this.count += count;
  }

  /** Writes the last number, if there is room. */
  public end(): void {
    const { fromPx, toPx, input } = this;
    // No digit is so narrow: most items are not even measured.
    if (this.paint < 0 || !(toPx - fromPx > 4 * INSET_PX) || toPx < 0 || fromPx > input.viewportPx.width) return;
    const text = input.countLabel(this.count);
    const width = input.measure(text);
    if (toPx - fromPx >= width + 2 * INSET_PX) this.parts.labels.add(text, (fromPx + toPx - width) / 2, this.middlePx, this.paint, { on: true });
  }
}
