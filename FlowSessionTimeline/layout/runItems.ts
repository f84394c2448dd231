import { STATUS_FAMILIES, StatusFamily } from "../domain/status";
import { BAR_PX, MARKER_PX, MIN_BAR_PX, OVERSCAN_PX, PARENT_BAR_PX } from "./measures";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { drawnEndMs, SHAPE_MARKER, SHAPE_OPEN, SHAPE_QUEUED } from "./runTimes";
import { Mark, MARKS, SceneInput } from "./scene";
import { clampedSpan, SceneParts, Span } from "./sceneParts";

const MARK_OF: Readonly<Record<StatusFamily, Mark>> = { ok: "tick", failed: "cross", open: "play", stopped: "square", other: "dot" };
/** The second sign of each family beside its colour, in the order of STATUS_FAMILIES. */
const FAMILY_MARK: readonly number[] = STATUS_FAMILIES.map((family) => MARKS.indexOf(MARK_OF[family]));
const CLOCK = MARKS.indexOf("clock");
const OK = STATUS_FAMILIES.indexOf("ok");
const WAITING = paintIndex("waiting");
const GROUND = paintIndex("axis");
const GHOST = paintIndex("ghost");
const MARK_PX = 12;
const MARK_INSET_PX = 2;
/** A bar narrower than this carries no mark. */
export const MARKED_BAR_PX = 18;
/** Length of the soft end of an open run. */
const FADE_PX = 20;
/** Height of a wait: less than the bar, so that where it ends and the bar begins is seen without colour. */
const WAIT_PX = 10;
/** Shorter waits would be specks. */
const MIN_WAIT_PX = 2;

/** Where a run is drawn, in CSS px, not clamped. */
export interface Extent {
  readonly fromPx: number;
  readonly toPx: number;
}

/** How a run is drawn. */
export interface RunStyle {
  /** For a marker: drawn as a diamond; false where a lane has no room for one: it is a small bar then. */
  readonly diamond: boolean;
  /** Top of the 16 px that bars take. */
  readonly top: number;
  /** "thin" and "thinAtTop": a parent, whose envelope is drawn apart; the latter leaves room for the strip of what it hides. */
  readonly bar: "full" | "thin" | "thinAtTop";
  /** Drawn in grey: it does not match the filter itself. */
  readonly dimmed: boolean;
}

/** Where a run's bar or marker begins, its wait apart: half of a marker lies before its time. NaN if it has no time. */
export const startPxOf = ({ store, scale }: SceneInput, slot: number): number => scale.toPx(store.fromMs[slot]) - (store.shape[slot] === SHAPE_MARKER ? MARKER_PX / 2 : 0);

/** The place of a run's bar or marker, its wait apart; NaN if it has no time. */
export function extentOf(input: SceneInput, slot: number): Extent {
  const { store, scale, nowMs } = input;
  const fromPx = startPxOf(input, slot);
  if (store.shape[slot] === SHAPE_MARKER) return { fromPx, toPx: fromPx + MARKER_PX };
  return { fromPx, toPx: Math.max(scale.toPx(drawnEndMs(store, slot, nowMs)), fromPx + MIN_BAR_PX) };
}

/** Draws a run at a place on the axis: its own (extentOf), or on a lane a little less. */
export function addRun(parts: SceneParts, input: SceneInput, slot: number, extent: Extent, style: RunStyle): void {
  const shape = input.store.shape[slot];
  const family = input.store.family[slot];
  const isDiamond = shape === SHAPE_MARKER && style.diamond;
  const span = clampedSpan(input, extent.fromPx, extent.toPx, isDiamond ? MARKER_PX : OVERSCAN_PX);
  if (span === null) return;
  const paint = style.dimmed ? GHOST : FAMILY_PAINT[family];
  if (isDiamond) addMarker(parts, slot, extent.fromPx, style.top, paint, FAMILY_MARK[family]);
  else if (shape === SHAPE_QUEUED) addQueued(parts, slot, span, style.top);
  else {
    const height = style.bar === "full" ? BAR_PX : PARENT_BAR_PX;
    const y = style.bar === "thinAtTop" ? style.top + 1 : style.top + (BAR_PX - height) / 2;
    if (shape === SHAPE_OPEN) addOpenBar(parts, input, slot, extent, { y, height, paint });
    else parts.layers.bars.add(paint, span.x, y, span.width, height, slot);
    const markLeft = Math.max(span.x, 0) + MARK_INSET_PX;
    if (span.x + span.width - markLeft < MARKED_BAR_PX - MARK_INSET_PX) return;
    // On a thin bar the mark needs a ground of its own; what is fine stays quiet there.
    if (style.bar !== "full" && family === OK) return;
    const markTop = y + (height - MARK_PX) / 2;
    if (style.bar !== "full") parts.layers.badges.add(paint, markLeft, markTop, MARK_PX, MARK_PX, slot);
    parts.layers.marks.add(paint, markLeft, markTop, MARK_PX, MARK_PX, FAMILY_MARK[family]);
  }
}

function addMarker(parts: SceneParts, slot: number, x: number, top: number, paint: number, mark: number): void {
  const y = top + (BAR_PX - MARKER_PX) / 2;
  parts.layers.markers.add(paint, x, y, MARKER_PX, MARKER_PX, slot);
  parts.layers.marks.add(paint, x + 3, y + 3, MARKER_PX - 6, MARKER_PX - 6, mark);
}

function addQueued(parts: SceneParts, slot: number, span: Span, top: number): void {
  parts.layers.queued.add(WAITING, span.x, top, span.width, BAR_PX, slot);
  const markLeft = Math.max(span.x, 0) + MARK_INSET_PX;
  if (span.x + span.width - markLeft < MARKED_BAR_PX) return;
  parts.layers.badges.add(GROUND, markLeft, top + MARK_INSET_PX, MARK_PX, MARK_PX, slot);
  parts.layers.marks.add(GROUND, markLeft, top + MARK_INSET_PX, MARK_PX, MARK_PX, CLOCK);
}

interface BarStyle {
  readonly y: number;
  readonly height: number;
  readonly paint: number;
}

/** The bar of an open run fades out towards now. */
function addOpenBar(parts: SceneParts, input: SceneInput, slot: number, { fromPx, toPx }: Extent, { y, height, paint }: BarStyle): void {
  const solidToPx = Math.max(fromPx, toPx - Math.min(FADE_PX, (toPx - fromPx) / 2));
  const solid = clampedSpan(input, fromPx, solidToPx, OVERSCAN_PX);
  if (solid) parts.layers.openBars.add(paint, solid.x, y, solid.width, height, slot);
  // Not clamped but culled: half a gradient would end at another shade.
  if (solidToPx < input.viewportPx.width && toPx > 0) parts.layers.fades.add(paint, solidToPx, y, toPx - solidToPx, height, slot);
}

/** The time before a run started: a hatch that ends where the bar begins. */
export function addWait(parts: SceneParts, input: SceneInput, slot: number, top: number): void {
  const span = clampedSpan(input, input.scale.toPx(input.store.waitFromMs(slot)), input.scale.toPx(input.store.fromMs[slot]), OVERSCAN_PX);
  if (span !== null && span.width >= MIN_WAIT_PX) parts.layers.waits.add(WAITING, span.x, top + (BAR_PX - WAIT_PX) / 2, span.width, WAIT_PX, slot);
}
