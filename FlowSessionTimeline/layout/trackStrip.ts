import { STATUS_FAMILIES, StatusFamily } from "../domain/status";
import { Bins, binsOf } from "./bins";
import { Density } from "./density";
import { firstEndingAfter, firstStartingAfter } from "./laneSearch";
import { ROW_PX } from "./measures";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { Track } from "./rowTable";
import { drawnEndMs, SHAPE_QUEUED } from "./runTimes";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";
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
  private readonly density = new Density();

  /** @param rowTop px from the canvas' top */
  public add(parts: SceneParts, input: SceneInput, index: number, rowTop: number): void {
    const track = input.rows.tracks[index];
    const bins = binsOf(input.scale);
    this.density.reset(bins);
    this.count(input, track, bins);
    this.draw(parts, input, index, rowTop + ROW_PX - FOOT_PX, bins);
  }

  /** Lane by lane, because on a lane the runs of the window stand side by side. A pyramid of bins can stand here. */
  private count({ store, nowMs }: SceneInput, track: Track, bins: Bins): void {
    const { density } = this;
    // Whole bins, also where the window's edge cuts one: else its height would change while panning.
    const fromMs = bins.first * bins.lengthMs;
    const toMs = fromMs + bins.count * bins.lengthMs;
    for (let lane = 0; lane + 1 < track.laneOffsets.length; lane++) {
      const end = track.laneOffsets[lane + 1];
      for (let at = firstEndingAfter(store, track.laneSlots, track.laneOffsets[lane], end, fromMs); at < end; at++) {
        const slot = track.laneSlots[at];
        const from = store.fromMs[slot];
        if (from >= toMs) break;
        const to = drawnEndMs(store, slot, nowMs);
        if (store.shape[slot] === SHAPE_QUEUED) density.addWait(from, to);
        else density.addRun(store.family[slot], from, to);
      }
    }
    for (let at = firstStartingAfter(store, track.slots, fromMs); at < track.slots.length; at++) {
      const from = store.fromMs[track.slots[at]];
      if (from >= toMs + track.longestWaitMs) break;
      const wait = store.waitFromMs[track.slots[at]];
      if (wait < toMs) density.addWait(wait, from);
    }
  }

  private draw(parts: SceneParts, input: SceneInput, index: number, foot: number, bins: Bins): void {
    const { families, waits } = this.density.settle();
    const { ends } = this.density;
    const pxPerRun = RUNNING_PX / Math.max(1, input.rows.tracks[index].laneCount);
    const columns = new StripColumns(parts.layers.strips, input, bins, index);
    const heights = new Float64Array(bins.count);
    for (const family of STACK) {
      columns.begin(FAMILY_PAINT[family]);
      for (let bin = 0; bin < bins.count; bin++) {
        const least = ends[family][bin] === 0 && families[family][bin] === 0 ? 0 : family === FAILED ? MIN_FAILURE_PX : MIN_PX;
        const bottom = Math.round(heights[bin]);
        heights[bin] += Math.max(least, families[family][bin] * pxPerRun);
        columns.put(bin, foot - Math.round(heights[bin]), Math.round(heights[bin]) - bottom);
      }
      columns.end(bins.count);
    }
    columns.begin(paintIndex("waiting"));
    for (let bin = 0; bin < bins.count; bin++) {
      const height = Math.min(MAX_WAITING_PX, Math.round(waits[bin] * pxPerRun));
      columns.put(bin, foot - Math.round(heights[bin]) - 1 - height, height);
    }
    columns.end(bins.count);
  }
}
