import { STATUS_FAMILIES } from "../domain/status";
import { BAR_PX, MIN_BAR_PX } from "./measures";
import { FAMILY_PAINT } from "./paint";
import { drawnEndMs } from "./runTimes";
import { Merge, SceneInput } from "./scene";
import { clampedSpan, SceneParts } from "./sceneParts";

const FAILED = STATUS_FAMILIES.indexOf("failed");

/** The room on a lane: its top, where it is free, and where the next run starts; px. */
export interface LaneRoom {
  readonly top: number;
  readonly freePx: number;
  readonly limitPx: number;
}

/**
 * Runs that are drawn as one: the paint of most of them, the upper half that of failures if one of them failed.
 * @returns where the lane is free again, px
 */
export function addMerged(parts: SceneParts, input: SceneInput, runs: Omit<Merge, "failures">, { top, freePx, limitPx }: LaneRoom): number {
  const { store, scale, rows, nowMs } = input;
  const { laneSlots } = rows.tracks[runs.track];
  const last = laneSlots[runs.first + runs.count - 1];
  const startPx = scale.toPx(store.fromMs[laneSlots[runs.first]]);
  const fromPx = Math.max(startPx, freePx);
  const toPx = Math.max(fromPx + 1, Math.min(limitPx, Math.max(startPx + MIN_BAR_PX, scale.toPx(drawnEndMs(store, last, nowMs)))));
  const span = clampedSpan(input, fromPx, toPx, 0);
  if (span === null) return toPx;
  const counts = countFamilies(input, runs);
  const failures = counts[FAILED];
  const index = parts.merges.push({ ...runs, failures }) - 1;
  counts[FAILED] = 0;
  const most = failures === runs.count ? FAILED : counts.indexOf(Math.max(...counts));
  parts.layers.merged.add(FAMILY_PAINT[most], span.x, top, span.width, BAR_PX, index);
  if (failures > 0) parts.layers.mergedFailures.add(FAMILY_PAINT[FAILED], span.x, top, span.width, BAR_PX / 2, index);
  return toPx;
}

function countFamilies({ store, rows }: SceneInput, { track, first, count }: Omit<Merge, "failures">): number[] {
  const counts = STATUS_FAMILIES.map(() => 0);
  for (let at = first; at < first + count; at++) counts[store.family[rows.tracks[track].laneSlots[at]]]++;
  return counts;
}
