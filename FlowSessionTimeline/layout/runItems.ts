import { SHAPES } from "../domain/span";
import { STATUS_FAMILIES } from "../domain/status";
import { BAR_PX, MARKER_PX, MIN_BAR_PX, OVERSCAN_PX, PARENT_BAR_PX } from "./measures";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { Mark, MARKS, SceneInput } from "./scene";
import { clampedSpan, SceneParts } from "./sceneParts";

/** The second sign of a family, beside its colour, in the order of STATUS_FAMILIES. */
const FAMILY_MARK: readonly number[] = STATUS_FAMILIES.map((family) => MARKS.indexOf(({ ok: "tick", failed: "cross", open: "play", stopped: "square", other: "dot" } as const satisfies Record<string, Mark>)[family]));
const CLOCK = MARKS.indexOf("clock");
const WAITING = paintIndex("waiting");
const MARK_PX = 12;
/** A bar narrower than this carries no mark. */
const MARKED_BAR_PX = 18;
/** Length of the soft end of an open run. */
const FADE_PX = 14;
const QUEUED = SHAPES.indexOf("queued");
const OPEN = SHAPES.indexOf("open");
const MARKER = SHAPES.indexOf("marker");

/** Where a run was drawn, for its label: CSS px, unclamped; null if nothing of it is in view. */
export interface Drawn {
  readonly fromPx: number;
  readonly toPx: number;
}

/** Draws one run in its own place. @param top of the 16 px that bars take; @param slim for a parent, whose envelope is drawn apart */
export function addRun(parts: SceneParts, input: SceneInput, slot: number, top: number, slim: boolean): Drawn | null {
  const { store } = input;
  const shape = store.shape[slot] ?? -1;
  const family = store.family[slot] ?? STATUS_FAMILIES.indexOf("other");
  const paint = FAMILY_PAINT[family] ?? 0;
  const mark = FAMILY_MARK[family] ?? 0;
  const fromPx = input.scale.toPx(store.fromMs[slot] ?? NaN);
  if (Number.isNaN(fromPx)) return null;
  if (shape === MARKER) return addMarker(parts, input, slot, fromPx, top, paint, mark);
  const isOpen = shape === OPEN || shape === QUEUED;
  const endPx = input.scale.toPx(isOpen ? Math.max(input.nowMs, store.fromMs[slot] ?? 0) : store.toMs[slot] ?? NaN);
  const toPx = Math.max(endPx, fromPx + MIN_BAR_PX);
  addWait(parts, input, slot, fromPx, top);
  const span = clampedSpan(input, fromPx, toPx, OVERSCAN_PX);
  if (!span) return null;
  const height = slim ? PARENT_BAR_PX : BAR_PX;
  const y = top + (BAR_PX - height) / 2;
  if (shape === QUEUED) parts.layers.queued.add(WAITING, span.x, top, span.width, BAR_PX, slot);
  else if (shape === OPEN && toPx - fromPx > 2 * FADE_PX) addOpen(parts, input, slot, { fromPx, toPx, y, height, paint });
  else parts.layers.bars.add(paint, span.x, y, span.width, height, slot);
  if (!slim && span.width >= MARKED_BAR_PX) parts.layers.marks.add(shape === QUEUED ? paintIndex("axis") : paint, Math.max(span.x, 0) + 3, top + 2, MARK_PX, MARK_PX, shape === QUEUED ? CLOCK : mark);
  return { fromPx, toPx };
}

function addMarker(parts: SceneParts, input: SceneInput, slot: number, atPx: number, top: number, paint: number, mark: number): Drawn | null {
  const x = atPx - MARKER_PX / 2;
  if (x + MARKER_PX < 0 || x > input.viewportPx.width) return null;
  const y = top + (BAR_PX - MARKER_PX) / 2;
  parts.layers.markers.add(paint, x, y, MARKER_PX, MARKER_PX, slot);
  parts.layers.marks.add(paint, x + 3, y + 3, MARKER_PX - 6, MARKER_PX - 6, mark);
  return { fromPx: x, toPx: x + MARKER_PX };
}

/** The time before a run started: a hatch that ends where the bar begins. */
function addWait(parts: SceneParts, input: SceneInput, slot: number, fromPx: number, top: number): void {
  const waitMs = input.store.waitFromMs[slot] ?? NaN;
  if (Number.isNaN(waitMs)) return;
  const span = clampedSpan(input, input.scale.toPx(waitMs), fromPx, OVERSCAN_PX);
  if (span) parts.layers.waits.add(WAITING, span.x, top + 3, span.width, BAR_PX - 6, slot);
}

interface OpenBar extends Drawn {
  readonly y: number;
  readonly height: number;
  readonly paint: number;
}

/** An open run: a bar that fades out towards now. */
function addOpen(parts: SceneParts, input: SceneInput, slot: number, { fromPx, toPx, y, height, paint }: OpenBar): void {
  const bar = clampedSpan(input, fromPx, toPx - FADE_PX, OVERSCAN_PX);
  const fade = clampedSpan(input, toPx - FADE_PX, toPx, FADE_PX);
  if (bar) parts.layers.bars.add(paint, bar.x, y, bar.width, height, slot);
  if (fade) parts.layers.fades.add(paint, fade.x, y, fade.width, height, slot);
}
