import { STATUS_FAMILIES, StatusFamily } from "../domain/status";
import { Bins, binsOf } from "./bins";
import { ROW_PX } from "./measures";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";
import { SpanBins } from "./spanBins";
import { StripColumns } from "./stripColumns";

/** The greatest heights of what runs and of what waits, px. */
const RUNNING_PX = 14;
const MAX_WAITING_PX = 6;
/** What a bin shows at least of a family that has a run in it, px: short runs cover next to nothing. */
const MIN_PX = 2;
const MIN_FAILURE_PX = 4;
const FOOT_PX = 3;
const FAILED = STATUS_FAMILIES.indexOf("failed");
/** From the foot up: what needs attention stands where its height is easiest to read. */
const STACK: readonly number[] = (["failed", "open", "ok", "stopped", "other"] as const satisfies readonly StatusFamily[]).map((family) => STATUS_FAMILIES.indexOf(family));

/** How many runs of a track are under way at once, stacked by status family, the waiting above; each failure shows. */
export class TrackStrip {
  private readonly spans = new SpanBins();

  /** @param rowTop px from the canvas' top */
  public add(parts: SceneParts, input: SceneInput, index: number, rowTop: number): void {
    const track = input.rows.tracks[index];
    const bins = binsOf(input.scale);
    this.spans.fill(track.spans, track.waits, bins, input.nowMs);
    this.draw(parts, input, index, rowTop + ROW_PX - FOOT_PX, bins);
  }

  private draw(parts: SceneParts, input: SceneInput, index: number, foot: number, bins: Bins): void {
    const { running, waiting } = this.spans;
    const pxPerRun = RUNNING_PX / Math.max(1, input.rows.tracks[index].laneCount);
    const columns = new StripColumns(parts.layers.strips, input, bins, index);
    const heights = new Float64Array(bins.count);
    for (const family of STACK) {
      columns.begin(FAMILY_PAINT[family]);
      for (let bin = 0; bin < bins.count; bin++) {
        const least = running[family][bin] === 0 ? 0 : family === FAILED ? MIN_FAILURE_PX : MIN_PX;
        const bottom = Math.round(heights[bin]);
        heights[bin] += Math.max(least, running[family][bin] * pxPerRun);
        columns.put(bin, foot - Math.round(heights[bin]), Math.round(heights[bin]) - bottom);
      }
      columns.end(bins.count);
    }
    columns.begin(paintIndex("waiting"));
    for (let bin = 0; bin < bins.count; bin++) {
      const height = Math.min(MAX_WAITING_PX, Math.round(waiting[bin] * pxPerRun));
      columns.put(bin, foot - Math.round(heights[bin]) - 1 - height, height);
    }
    columns.end(bins.count);
  }
}
