import { STATUS_FAMILIES, StatusFamily } from "../domain/status";
import { Bins } from "./bins";
import { ROW_PX } from "./measures";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";
import { SpanBins } from "./spanBins";
import { SpanIndex } from "./spanIndex";
import { StripColumns } from "./stripColumns";
import { StripTiles } from "./stripTiles";

/** The greatest heights of what runs and of what waits, px. */
const RUNNING_PX = 14;
const MAX_WAITING_PX = 6;
/** What a bin shows at least of a family that has a run in it, px: short runs cover next to nothing. */
const MIN_PX = 2;
const MIN_FAILURE_PX = 4;
const FOOT_PX = 3;
const WAITING = paintIndex("waiting");
const FAILED = STATUS_FAMILIES.indexOf("failed");
/** From the foot up: what needs attention stands where its height is easiest to read. */
const STACK: readonly number[] = (["failed", "open", "ok", "stopped", "other"] as const satisfies readonly StatusFamily[]).map((family) => STATUS_FAMILIES.indexOf(family));

/** How many runs of a track are under way at once, stacked by status family, the waiting above; each failure shows. */
export class TrackStrip {
  private readonly spans = new SpanBins();
  private readonly tiles = new StripTiles((spans, bins, nowMs, laneCount) => this.columns(spans, bins, nowMs, laneCount));

  /** @param rowTop px from the canvas' top */
  public add({ layers }: SceneParts, input: SceneInput, index: number, rowTop: number): void {
    const { spans, laneCount } = input.rows.tracks[index];
    this.tiles.add([layers.strips], input, spans, laneCount, { top: rowTop, height: ROW_PX, originPx: rowTop + ROW_PX - FOOT_PX, ref: index });
  }

  private columns(spans: SpanIndex, bins: Bins, nowMs: number, laneCount: number): StripColumns {
    this.spans.fill(spans, bins, nowMs);
    const { running, waiting } = this.spans;
    const pxPerRun = RUNNING_PX / Math.max(1, laneCount);
    const columns = new StripColumns();
    /** Of all that stands in a bin so far. */
    const stack = new Float64Array(bins.count);
    const tops = new Int32Array(bins.count);
    const heights = new Int32Array(bins.count);
    for (const family of STACK) {
      const leastPx = family === FAILED ? MIN_FAILURE_PX : MIN_PX;
      for (let bin = 0; bin < bins.count; bin++) {
        const below = Math.round(stack[bin]);
        if (running[family][bin] > 0) stack[bin] += Math.max(leastPx, running[family][bin] * pxPerRun);
        tops[bin] = -Math.round(stack[bin]);
        heights[bin] = -tops[bin] - below;
      }
      columns.draw(0, FAMILY_PAINT[family], tops, heights);
    }
    for (let bin = 0; bin < bins.count; bin++) {
      heights[bin] = Math.min(MAX_WAITING_PX, Math.round(waiting[bin] * pxPerRun));
      tops[bin] = -Math.round(stack[bin]) - 1 - heights[bin];
    }
    columns.draw(0, WAITING, tops, heights);
    return columns;
  }
}
