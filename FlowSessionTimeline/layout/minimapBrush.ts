import { DurationMs, durationMs, EpochMs, epochMs } from "../base/brand";
import { clamp } from "../base/geometry";
import { TimeScale } from "./timeScale";
import { clampWindow, MIN_WINDOW_MS, pan, TimeWindow } from "./timeWindow";

/** What of the brush a pointer or key has hold of: an end, all of it, or nothing (what is drawn there is a new window). */
export type BrushPart = "from" | "to" | "window" | "none";

/** Where the brush lies, in px from the minimap's left edge. */
export interface BrushSpan {
  readonly leftPx: number;
  readonly rightPx: number;
}

/** A window of seconds in an extent of years can still be seen and gripped. */
const MIN_BRUSH_PX = 6;

/** The brush of a window; one that lies beyond the extent stays at its edge. */
export function brushSpan(scale: TimeScale, window: TimeWindow): BrushSpan {
  const left = clamp(scale.toPx(window.fromMs), 0, scale.widthPx);
  const right = clamp(scale.toPx(window.toMs), 0, scale.widthPx);
  if (right - left >= MIN_BRUSH_PX) return { leftPx: left, rightPx: right };
  const leftPx = clamp((left + right - MIN_BRUSH_PX) / 2, 0, Math.max(0, scale.widthPx - MIN_BRUSH_PX));
  return { leftPx, rightPx: leftPx + MIN_BRUSH_PX };
}

/**
 * The part at a place. Ends reach outwards, so that a narrow brush can still be moved. Where all is shown there is nothing to move and no
 * empty space: there one draws.
 * @param reachPx how far an end reaches, in px: more for fingers
 */
export function partAt(scale: TimeScale, window: TimeWindow, xPx: number, reachPx: number): BrushPart {
  const { leftPx, rightPx } = brushSpan(scale, window);
  const inwards = Math.min(reachPx, (rightPx - leftPx) / 4);
  if (xPx >= leftPx - reachPx && xPx < leftPx + inwards) return "from";
  if (xPx > rightPx - inwards && xPx <= rightPx + reachPx) return "to";
  const coversAll = window.fromMs <= scale.window.fromMs && window.toMs >= scale.window.toMs;
  return xPx < leftPx || xPx > rightPx || coversAll ? "none" : "window";
}

/** The window after a part of it has moved; ends stop before they meet. */
export function moved(window: TimeWindow, part: "from" | "to" | "window", byMs: DurationMs): TimeWindow {
  if (part === "window") return pan(window, byMs);
  if (part === "from") return clampWindow({ fromMs: epochMs(Math.min(window.fromMs + byMs, window.toMs - MIN_WINDOW_MS)), toMs: window.toMs });
  return clampWindow({ fromMs: window.fromMs, toMs: epochMs(Math.max(window.toMs + byMs, window.fromMs + MIN_WINDOW_MS)) });
}

/** The window between two instants in any order. */
export const between = (a: EpochMs, b: EpochMs): TimeWindow => clampWindow({ fromMs: epochMs(Math.min(a, b)), toMs: epochMs(Math.max(a, b)) });

/** How far a part goes to reach the beginning (-1) or the end (1) of the extent. */
export const wayTo = (extent: TimeWindow, window: TimeWindow, part: "from" | "to" | "window", end: -1 | 1): DurationMs =>
  durationMs(end < 0 ? extent.fromMs - (part === "to" ? window.toMs : window.fromMs) : extent.toMs - (part === "from" ? window.fromMs : window.toMs));
