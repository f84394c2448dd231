import { STATUS_FAMILIES } from "../domain/status";
import { countFamilies } from "./laneIndex";
import { BAR_PX, MIN_BAR_PX, OUTLINE_PX } from "./measures";
import { MergedCounts } from "./mergedCounts";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { Merge, SceneInput } from "./scene";
import { clampedSpan, SceneParts } from "./sceneParts";

const FAILED = STATUS_FAMILIES.indexOf("failed");
const COUNTS = new Int32Array(STATUS_FAMILIES.length);

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
export function addMerged(parts: SceneParts, input: SceneInput, runs: Omit<Merge, "failures">, { top, freePx, limitPx }: LaneRoom, labels: MergedCounts): number {
  const { scale, rows } = input;
  const { laneIndex } = rows.tracks[runs.track];
  const firstMs = laneIndex.fromMs[runs.first];
  const last = runs.first + runs.count - 1;
  const startPx = scale.toPx(firstMs);
  const lastPx = scale.toPx(laneIndex.fromMs[last] + laneIndex.lengthMs[last]);
  const fromPx = Math.max(startPx, freePx);
  const toPx = Math.max(fromPx + 1, Math.min(limitPx, Math.max(startPx + MIN_BAR_PX, lastPx)));
  countFamilies(laneIndex, runs.first, runs.first + runs.count, COUNTS);
  const failures = COUNTS[FAILED];
  const paint = FAMILY_PAINT[failures === runs.count ? FAILED : mostOf(COUNTS)];
  labels.put(firstMs, { fromPx, toPx }, runs.count, failures > 0 && failures < runs.count ? -1 : paint);
  const span = clampedSpan(input, fromPx, toPx, 0);
  if (span === null) return toPx;
  const index = parts.merges.push({ track: runs.track, lane: runs.lane, first: runs.first, count: runs.count, failures }) - 1;
  parts.layers.merged.add(paint, span.x, top, span.width, BAR_PX, index);
  if (failures > 0) parts.layers.mergedFailures.add(FAMILY_PAINT[FAILED], span.x, top, span.width, BAR_PX / 2, index);
  const { mergedFocus } = input;
  if (mergedFocus !== null && mergedFocus.track === runs.track && mergedFocus.first === runs.first) {
    parts.layers.outlines.add(paintIndex("outline"), span.x - OUTLINE_PX, top - OUTLINE_PX, span.width + 2 * OUTLINE_PX, BAR_PX + 2 * OUTLINE_PX, -1);
  }
  return toPx;
}

/** The family of most runs that did not fail. */
function mostOf(counts: Int32Array): number {
  let most = -1;
  for (let family = 0; family < counts.length; family++) if (family !== FAILED && (most < 0 || counts[family] > counts[most])) most = family;
  return most;
}
