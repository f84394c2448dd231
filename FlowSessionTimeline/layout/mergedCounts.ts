import { binLengthMs } from "./bins";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";

/** Merged items less far apart than this look like one, px: a number cannot be read on a comb. */
const GAP_PX = 0.5;
const INSET_PX = 4;
/** A count stands for at most so many bins: 64 to 128 px. */
const BINS_PER_CELL = 16;

/** Merged items that touch one another and have one paint all over. */
export interface MergedCount {
  readonly fromPx: number;
  readonly toPx: number;
  readonly runs: number;
  readonly paint: number;
}

/**
 * Counts the runs of merged items that touch one another and have one paint all over. What is counted together lies in a cell of time that is anchored
 * to the epoch like the bins, so that no number changes or moves while panning.
 */
export class MergedCounts {
  /** Those that may have room for their number. */
  public readonly list: MergedCount[] = [];
  public readonly cellMs: number;
  private cellEndMs = -Infinity;
  private fromPx = NaN;
  private toPx = NaN;
  private runs = 0;
  private paint = -1;

  public constructor(private readonly input: SceneInput) {
    this.cellMs = BINS_PER_CELL * binLengthMs(input.scale.msPerPx);
  }

  public cellStartMs(ms: number): number {
    return Math.floor(ms / this.cellMs) * this.cellMs;
  }

  /** A merged item, further right than all before. @param paint -1 if it has two */
  public put(firstMs: number, fromPx: number, toPx: number, runs: number, paint: number): void {
    if (firstMs >= this.cellEndMs || paint !== this.paint || fromPx > this.toPx + GAP_PX) {
      this.end();
      this.cellEndMs = this.cellStartMs(firstMs) + this.cellMs;
      this.fromPx = fromPx;
      this.runs = 0;
      this.paint = paint;
    }
    this.toPx = toPx;
    this.runs += runs;
  }

  /** After the last item. */
  public end(): void {
    const { fromPx, toPx, runs, paint } = this;
    // No digit is so narrow: most items are not even measured.
    if (paint >= 0 && toPx - fromPx > 4 * INSET_PX && toPx >= 0 && fromPx <= this.input.viewportPx.width) this.list.push({ fromPx, toPx, runs, paint });
  }
}

/** Writes the number, if it has room. @param middlePx of the lane, px from the canvas' top */
export function addCount({ labels }: SceneParts, { countLabel, measure }: SceneInput, { fromPx, toPx, runs, paint }: MergedCount, middlePx: number): void {
  const text = countLabel(runs);
  const width = measure(text);
  if (toPx - fromPx >= width + 2 * INSET_PX) labels.add(text, (fromPx + toPx - width) / 2, middlePx, paint, { on: true });
}
