import { cutText } from "./cutText";
import { OtherRun } from "./laneWriter";
import { BAR_PX, MARKER_PX, MIN_BAR_PX, OUTLINE_PX } from "./measures";
import { OutlinedRuns } from "./outlinedRuns";
import { PackedTrack } from "./packedTrack";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { addRun, addSign, Extent, extentOf, MARKED_BAR_PX } from "./runItems";
import { SHAPE_MARKER, SHAPE_QUEUED } from "./runTimes";
import { SceneInput } from "./scene";
import { clampedSpan, SceneParts, Span } from "./sceneParts";

/** A bar narrower than this has no room for a name. */
const LABELLED_BAR_PX = 44;
const LABEL_INSET_PX = 6;
const OUTLINE = paintIndex("outline");

/** A run's place beside its neighbours. */
interface Place extends Extent {
  readonly diamond: boolean;
}

/** At least 3 px wide, but never over the next one; a marker's diamond only where it has room, else a bar. */
function placeOf(input: SceneInput, laneSlots: Int32Array, low: number, { entry: at, limitPx, freePx }: OtherRun): Place {
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

/** An open or queued run, or a marker. */
export function addOther(parts: SceneParts, input: SceneInput, { laneSlots, laneOffsets }: PackedTrack, lane: number, run: OtherRun, top: number, outlined: OutlinedRuns): void {
  const slot = laneSlots[run.entry];
  const place = placeOf(input, laneSlots, laneOffsets[lane], run);
  addRun(parts, input, slot, place, { top, bar: "full", dimmed: false, diamond: place.diamond });
  if (input.store.shape[slot] !== SHAPE_QUEUED) addName(parts, input, slot, place.fromPx, place.toPx, top);
  if (outlined.has(slot)) addOutline(parts, input, place.fromPx, place.toPx, top, slot);
}

/** What stands in a bar: its sign and its name. @param top of the bar, px */
export function addTexts(parts: SceneParts, input: SceneInput, slot: number, span: Span, top: number): void {
  const family = input.store.family[slot];
  addSign(parts, family, FAMILY_PAINT[family], span, top);
  addName(parts, input, slot, span.x, span.x + span.width, top);
}

/** Around what of a bar is in view. @param ref of the layer of outlines */
export function addOutline({ layers }: SceneParts, input: SceneInput, fromPx: number, toPx: number, top: number, ref: number): void {
  const span = clampedSpan(input, fromPx, toPx, 0);
  if (span !== null) layers.outlines.add(OUTLINE, span.x - OUTLINE_PX, top - OUTLINE_PX, span.width + 2 * OUTLINE_PX, BAR_PX + 2 * OUTLINE_PX, ref);
}

/** The name inside the bar, with its duration where both have room; the name is cut last. */
function addName({ labels }: SceneParts, input: SceneInput, slot: number, fromPx: number, toPx: number, top: number): void {
  const { store, measure, barLabel } = input;
  const span = clampedSpan(input, fromPx, toPx, 0);
  if (span === null || span.width < LABELLED_BAR_PX) return;
  const room = span.width - MARKED_BAR_PX - LABEL_INSET_PX;
  const title = store.title(slot);
  const full = `${title}  ${barLabel(slot)}`;
  const text = measure(full) <= room ? full : cutText(title, room, measure);
  if (text !== "") labels.add(text, span.x + MARKED_BAR_PX, top + BAR_PX / 2, FAMILY_PAINT[store.family[slot]], { on: true });
}
