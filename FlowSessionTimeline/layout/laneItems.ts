import { binLengthMs } from "./bins";
import { cutText } from "./cutText";
import { firstEndingAfter } from "./laneSearch";
import { BAR_PX, LANE_PX, LANES_PADDING_PX, MARKER_PX, MIN_BAR_PX } from "./measures";
import { addMerged } from "./mergedItems";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { addRun, Extent, extentOf, MARKED_BAR_PX } from "./runItems";
import { drawnEndMs, SHAPE_MARKER, SHAPE_QUEUED } from "./runTimes";
import { SceneInput } from "./scene";
import { clampedSpan, SceneParts } from "./sceneParts";

/** Nothing on a lane is drawn further than this beyond the time that it takes. */
const REACH_PX = MARKER_PX + 2;
/** A bar narrower than this has no room for a name. */
const LABELLED_BAR_PX = 44;
const LABEL_INSET_PX = 6;
const OUTLINE_PX = 1.5;

/** The lanes of a track that are in view. @param rowTop top of their row, px from the canvas' top */
export function addLanes(parts: SceneParts, input: SceneInput, index: number, rowTop: number): void {
  const { laneCount } = input.rows.tracks[index];
  for (let lane = 0; lane < laneCount; lane++) {
    const top = rowTop + LANES_PADDING_PX / 2 + lane * LANE_PX + (LANE_PX - BAR_PX) / 2;
    if (top + BAR_PX > 0 && top < input.viewportPx.height) addLane(parts, input, index, lane, top);
  }
}

/**
 * The runs of a lane: what is wide enough on its own, what is too small as one item per bin. What merges depends on times and zoom alone, so that
 * nothing changes while panning. Costs the runs in view; a pyramid of bins can stand in for `groupEnd` and what it walks.
 */
function addLane(parts: SceneParts, input: SceneInput, index: number, lane: number, top: number): void {
  const { store, scale, rows } = input;
  const { laneSlots, laneOffsets } = rows.tracks[index];
  const reachMs = REACH_PX * scale.msPerPx;
  const binMs = binLengthMs(scale.msPerPx);
  const end = laneOffsets[lane + 1];
  // From the start of a bin, so that the runs of one are always met together.
  const scanFromMs = Math.floor((scale.window.fromMs - reachMs) / binMs) * binMs;
  let freePx = -Infinity;
  for (let at = firstEndingAfter(store, laneSlots, laneOffsets[lane], end, scanFromMs); at < end; ) {
    if (store.fromMs[laneSlots[at]] >= scale.window.toMs + reachMs) return;
    const next = groupEnd(input, laneSlots, at, end, binMs);
    const limitPx = next < end ? scale.toPx(store.fromMs[laneSlots[next]]) : Infinity;
    if (next > at + 1) freePx = addMerged(parts, input, { track: index, first: at, count: next - at }, { top, freePx, limitPx });
    else freePx = addSingle(parts, input, laneSlots[at], placeOf(input, laneSlots, at, laneOffsets[lane], limitPx, freePx), top);
    at = next;
  }
}

const lengthPx = ({ store, scale, nowMs }: SceneInput, slot: number): number => (drawnEndMs(store, slot, nowMs) - store.fromMs[slot]) / scale.msPerPx;

/** Where the runs end that are drawn together with the one at `at`: all too small to be seen, side by side, in one bin. */
function groupEnd(input: SceneInput, laneSlots: Int32Array, at: number, end: number, binMs: number): number {
  const bin = (slot: number): number => Math.floor(input.store.fromMs[slot] / binMs);
  if (lengthPx(input, laneSlots[at]) >= MIN_BAR_PX) return at + 1;
  const first = bin(laneSlots[at]);
  let next = at + 1;
  while (next < end && bin(laneSlots[next]) === first && lengthPx(input, laneSlots[next]) < MIN_BAR_PX) next++;
  return next;
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
