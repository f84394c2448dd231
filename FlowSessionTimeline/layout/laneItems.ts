import { SHAPES } from "../domain/span";
import { STATUS_FAMILIES } from "../domain/status";
import { laneEndMs } from "./lanes";
import { BAR_PX, BAR_RADIUS_PX, LANE_PX, LANES_PADDING_PX, MARKER_PX, MIN_BAR_PX } from "./measures";
import { FAMILY_PAINT, paintIndex } from "./paint";
import type { Track } from "./rowTable";
import { addRun } from "./runItems";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";

const FAILED = STATUS_FAMILIES.indexOf("failed");
const MARKER = SHAPES.indexOf("marker");

/** The lanes of a track, from the top of its row. */
export function addLanes(parts: SceneParts, input: SceneInput, index: number, rowTop: number): void {
  const track = input.rows.tracks[index];
  if (!track) return;
  for (let lane = 0; lane < track.laneCount; lane++) {
    const top = rowTop + LANES_PADDING_PX / 2 + lane * LANE_PX + (LANE_PX - BAR_PX) / 2;
    if (top + BAR_PX < 0 || top > input.viewportPx.height) continue;
    addLane(parts, input, track, index, lane, top);
  }
}

/** The first entry of a lane that reaches into the window: on one lane runs are ordered by end as by start. */
function firstInView({ store, scale }: SceneInput, { laneSlots }: Track, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (laneEndMs(store, laneSlots[middle] ?? 0) <= scale.window.fromMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The runs of a lane: what is wide enough on its own, what is too small and touches as one. Whether two neighbours merge depends on their
 * distance alone, so that nothing changes while panning. Costs what lies in the window; a pyramid of bins can stand here later.
 */
function addLane(parts: SceneParts, input: SceneInput, track: Track, index: number, lane: number, top: number): void {
  const { store, scale } = input;
  const end = track.laneOffsets[lane + 1] ?? 0;
  let first = firstInView(input, track, track.laneOffsets[lane] ?? 0, end);
  while (first < end) {
    const slot = track.laneSlots[first] ?? 0;
    if ((store.fromMs[slot] ?? 0) >= scale.window.toMs) return;
    let next = first + 1;
    while (next < end && (store.fromMs[track.laneSlots[next] ?? 0] ?? 0) < scale.window.toMs && doTouch(input, track.laneSlots[next - 1] ?? 0, track.laneSlots[next] ?? 0)) next++;
    if (next === first + 1) addSingle(parts, input, slot, top);
    else addMerged(parts, input, track, index, first, next, top);
    first = next;
  }
}

function addSingle(parts: SceneParts, input: SceneInput, slot: number, top: number): void {
  const drawn = addRun(parts, input, slot, top, false);
  if (!drawn || (slot !== input.hoveredSlot && !input.selected.has(input.store.id(slot)))) return;
  const x = Math.max(drawn.fromPx, -BAR_RADIUS_PX);
  parts.layers.outlines.add(paintIndex("outline"), x - 1.5, top - 1.5, Math.min(drawn.toPx, input.viewportPx.width + BAR_RADIUS_PX) - x + 3, BAR_PX + 3, slot);
}

/** How wide a run is drawn at least, px. */
const leastPx = (input: SceneInput, slot: number): number => (input.store.shape[slot] === MARKER ? MARKER_PX * 0.7 : MIN_BAR_PX);

const isSmall = (input: SceneInput, slot: number): boolean =>
  (Math.min(input.store.toMs[slot] ?? 0, input.nowMs) - (input.store.fromMs[slot] ?? 0)) / input.scale.msPerPx < leastPx(input, slot);

function doTouch(input: SceneInput, one: number, next: number): boolean {
  if (!isSmall(input, one) || !isSmall(input, next)) return false;
  return ((input.store.fromMs[next] ?? 0) - (input.store.fromMs[one] ?? 0)) / input.scale.msPerPx < Math.max(leastPx(input, one), leastPx(input, next));
}

/** Runs too close to be told apart: the colour of most of them, the upper half red if one has failed. */
function addMerged(parts: SceneParts, input: SceneInput, track: Track, index: number, first: number, end: number, top: number): void {
  const { store, scale } = input;
  const counts = STATUS_FAMILIES.map(() => 0);
  for (let at = first; at < end; at++) {
    const family = store.family[track.laneSlots[at] ?? 0] ?? 0;
    counts[family] = (counts[family] ?? 0) + 1;
  }
  const failures = counts[FAILED] ?? 0;
  const others = counts.map((n, family) => (family === FAILED ? 0 : n));
  const most = end - first === failures ? FAILED : others.indexOf(Math.max(...others));
  const lastSlot = track.laneSlots[end - 1] ?? 0;
  const fromPx = scale.toPx(store.fromMs[track.laneSlots[first] ?? 0] ?? 0);
  const toPx = scale.toPx(store.fromMs[lastSlot] ?? 0) + MIN_BAR_PX;
  const x = Math.max(0, fromPx);
  const width = Math.min(input.viewportPx.width, toPx) - x;
  if (width <= 0) return;
  const merge = parts.merges.push({ track: index, first, count: end - first, failures }) - 1;
  parts.layers.merged.add(FAMILY_PAINT[most] ?? 0, x, top, width, BAR_PX, merge);
  if (failures > 0 && most !== FAILED) parts.layers.mergedFailures.add(FAMILY_PAINT[FAILED] ?? 0, x, top, width, BAR_PX / 2, merge);
}
