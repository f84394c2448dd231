import { cutText } from "./cutText";
import { BAR_PX, MARKER_PX, MIN_BAR_PX, OUTLINE_PX } from "./measures";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { addRun, Extent, extentOf, MARKED_BAR_PX } from "./runItems";
import { SHAPE_MARKER, SHAPE_QUEUED } from "./runTimes";
import { SceneInput } from "./scene";
import { clampedSpan, SceneParts } from "./sceneParts";

/** A bar narrower than this has no room for a name. */
const LABELLED_BAR_PX = 44;
const LABEL_INSET_PX = 6;
const OUTLINE = paintIndex("outline");

/** A run's place beside its neighbours. */
export interface LanePlace extends Extent {
  readonly diamond: boolean;
}

/** At least 3 px wide, but never over the next one; a marker's diamond only where it has room, else a bar. */
export function placeOf(input: SceneInput, laneSlots: Int32Array, at: number, low: number, limitPx: number, freePx: number): LanePlace {
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

/** A run with all that stands in its bar. @param top of the bar, px from the canvas' top */
export function addLaneRun(parts: SceneParts, input: SceneInput, slot: number, place: LanePlace, top: number): void {
  addRun(parts, input, slot, place, { top, bar: "full", dimmed: false, diamond: place.diamond });
  const span = clampedSpan(input, place.fromPx, place.toPx, 0);
  if (span === null || span.width < LABELLED_BAR_PX || input.store.shape[slot] === SHAPE_QUEUED) return;
  addName(parts, input, slot, span.x + MARKED_BAR_PX, span.x + span.width - LABEL_INSET_PX, top + BAR_PX / 2);
}

/** Around what of a bar is in view. @param ref of the layer of outlines */
export function addOutline({ layers }: SceneParts, input: SceneInput, { fromPx, toPx }: Extent, top: number, ref: number): void {
  const span = clampedSpan(input, fromPx, toPx, 0);
  if (span !== null) layers.outlines.add(OUTLINE, span.x - OUTLINE_PX, top - OUTLINE_PX, span.width + 2 * OUTLINE_PX, BAR_PX + 2 * OUTLINE_PX, ref);
}

/** The name inside the bar, with its duration where both have room; the name is cut last. */
function addName({ labels }: SceneParts, { store, measure, barLabel }: SceneInput, slot: number, fromPx: number, toPx: number, middle: number): void {
  const title = store.title(slot);
  const full = `${title}  ${barLabel(slot)}`;
  const text = measure(full) <= toPx - fromPx ? full : cutText(title, toPx - fromPx, measure);
  if (text !== "") labels.add(text, fromPx, middle, FAMILY_PAINT[store.family[slot]], { on: true });
}
