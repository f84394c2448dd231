import { binLengthMs } from "./bins";
import { cutText } from "./cutText";
import { firstEndingAfter } from "./laneSearch";
import { BAR_PX, LANE_PX, laneTopPx, MARKER_PX, MIN_BAR_PX, OUTLINE_PX } from "./measures";
import { MergedCounts } from "./mergedCounts";
import { addMerged } from "./mergedItems";
import { mergedEnd } from "./mergedRuns";
import { MoreLanes } from "./moreLanes";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { addRun, Extent, extentOf, MARKED_BAR_PX } from "./runItems";
import { SHAPE_MARKER, SHAPE_QUEUED } from "./runTimes";
import { SceneInput } from "./scene";
import { clampedSpan, SceneParts } from "./sceneParts";

/** Nothing on a lane is drawn further than this beyond the time that it takes. */
const REACH_PX = MARKER_PX + 2;
/** A bar narrower than this has no room for a name. */
const LABELLED_BAR_PX = 44;
const LABEL_INSET_PX = 6;

/** The lanes of a track that are in view, and the line that stands for those that are not drawn. @param rowTop top of their row, px from the canvas' top */
export function addLanes(parts: SceneParts, input: SceneInput, index: number, rowTop: number, more: MoreLanes): void {
  const { shownLanes, moreRuns } = input.rows.tracks[index];
  const topOf = (lane: number): number => rowTop + laneTopPx(lane) + (LANE_PX - BAR_PX) / 2;
  const first = Math.max(0, Math.floor(-topOf(0) / LANE_PX));
  for (let lane = first; lane < shownLanes && topOf(lane) < input.viewportPx.height; lane++) addLane(parts, input, index, lane, topOf(lane));
  if (moreRuns > 0) more.add(parts, input, index, topOf(shownLanes));
}

/**
 * The runs of a lane: what is wide enough on its own, what is too small as one item per bin. What merges depends on times and zoom alone, so that
 * nothing changes while panning. Costs the items in view: the runs of an item are counted and passed over by search.
 */
function addLane(parts: SceneParts, input: SceneInput, index: number, lane: number, top: number): void {
  const { store, scale, rows } = input;
  const track = rows.tracks[index];
  const { laneSlots, laneOffsets, laneIndex: { fromMs } } = track;
  const reachMs = REACH_PX * scale.msPerPx;
  const binMs = binLengthMs(scale.msPerPx);
  const end = laneOffsets[lane + 1];
  const counts = new MergedCounts(parts, input, top + BAR_PX / 2, binMs);
  // Whole cells of counts, and so whole bins: what is counted together is always met together.
  const scanFromMs = counts.cellStartMs(scale.window.fromMs - reachMs);
  const scanToMs = counts.cellStartMs(scale.window.toMs + reachMs) + counts.cellMs;
  let freePx = -Infinity;
  for (let at = firstEndingAfter(store, laneSlots, laneOffsets[lane], end, scanFromMs); at < end; ) {
    if (fromMs[at] >= scanToMs) break;
    const next = mergedEnd(track, at, end, scale.msPerPx);
    const limitPx = next < end ? scale.toPx(fromMs[next]) : Infinity;
    if (next > at + 1) freePx = addMerged(parts, input, { track: index, lane, first: at, count: next - at }, { top, freePx, limitPx }, counts);
    else freePx = addSingle(parts, input, laneSlots[at], placeOf(input, laneSlots, at, laneOffsets[lane], limitPx, freePx), top);
    at = next;
  }
  counts.end();
}

/** A run's place beside its neighbours. */
interface Place extends Extent {
  readonly diamond: boolean;
}

/** At least 3 px wide, but never over the next one; a marker's diamond only where it has room, else a bar. */
function placeOf(input: SceneInput, laneSlots: Int32Array, at: number, low: number, limitPx: number, freePx: number): Place {
  const own = extentOf(input, laneSlots[at]);
  const isMarker = input.store.shape[laneSlots[at]] === SHAPE_MARKER;
  if (isMarker && hasDiamondRoom(input, laneSlots, at, low, limitPx)) return { ...own, diamond: true };
  const startPx = isMarker ? own.fromPx + MARKER_PX / 2 : own.fromPx;
  const endPx = isMarker ? startPx + MIN_BAR_PX : own.toPx;
  const fromPx = Math.max(startPx, freePx);
  return { fromPx, toPx: Math.max(fromPx + 1, Math.min(endPx, limitPx)), diamond: false };
}

/** Judged by the runs beside it alone, not by how they are drawn: else one decision would lead to the next, all along the lane. */
function hasDiamondRoom(input: SceneInput, laneSlots: Int32Array, at: number, low: number, limitPx: number): boolean {
  const { fromPx, toPx } = extentOf(input, laneSlots[at]);
  const beforePx = at > low ? extentOf(input, laneSlots[at - 1]).toPx : -Infinity;
  const nextPx = limitPx === Infinity ? Infinity : extentOf(input, laneSlots[at + 1]).fromPx;
  return beforePx < fromPx && toPx < nextPx;
}

/** @returns where the lane is free again, px */
function addSingle(parts: SceneParts, input: SceneInput, slot: number, extent: Place, top: number): number {
  addRun(parts, input, slot, extent, { top, bar: "full", dimmed: false, diamond: extent.diamond });
  const span = clampedSpan(input, extent.fromPx, extent.toPx, 0);
  if (span === null) return extent.toPx;
  if (slot === input.hoveredSlot || (input.selected.size > 0 && input.selected.has(input.store.id(slot)))) {
    parts.layers.outlines.add(paintIndex("outline"), span.x - OUTLINE_PX, top - OUTLINE_PX, span.width + 2 * OUTLINE_PX, BAR_PX + 2 * OUTLINE_PX, slot);
  }
  if (span.width >= LABELLED_BAR_PX && input.store.shape[slot] !== SHAPE_QUEUED) addName(parts, input, slot, span.x + MARKED_BAR_PX, span.x + span.width - LABEL_INSET_PX, top + BAR_PX / 2);
  return extent.toPx;
}

/** The name inside the bar, with its duration where both have room; the name is cut last. */
function addName({ labels }: SceneParts, { store, measure, barLabel }: SceneInput, slot: number, fromPx: number, toPx: number, middle: number): void {
  const title = store.title(slot);
  const full = `${title}  ${barLabel(slot)}`;
  const text = measure(full) <= toPx - fromPx ? full : cutText(title, toPx - fromPx, measure);
  if (text !== "") labels.add(text, fromPx, middle, FAMILY_PAINT[store.family[slot]], { on: true });
}
