import { DAY, DurationMs, durationMs, EpochMs, epochMs } from "../base/brand";
import { clamp } from "../base/geometry";

/** A span of time that is shown: [fromMs, toMs). */
export interface TimeWindow {
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
}

/** Dataverse stores whole seconds: below ten of them a window shows nothing more. */
export const MIN_WINDOW_MS: DurationMs = durationMs(10_000);
/** 40 years of 365.25 days. */
export const MAX_WINDOW_MS: DurationMs = durationMs(40 * 365.25 * DAY);

/** Windows stay inside the years for which the host knows offsets. */
const EARLIEST_MS = Date.UTC(1900, 0, 1);
const LATEST_MS = Date.UTC(2200, 0, 1);

/** The window's length in ms. */
export const lengthOf = (window: TimeWindow): DurationMs => durationMs(window.toMs - window.fromMs);

/** Brings a window inside the limits of length (about its middle) and of the calendar (by shifting it). Idempotent. */
export function clampWindow(window: TimeWindow): TimeWindow {
  const length = clamp(window.toMs - window.fromMs, MIN_WINDOW_MS, MAX_WINDOW_MS);
  const inside = window.fromMs >= EARLIEST_MS && window.toMs <= LATEST_MS;
  if (inside && length === window.toMs - window.fromMs) return window;
  const middleFromMs = (window.fromMs + window.toMs - length) / 2;
  const fromMs = clamp(middleFromMs, EARLIEST_MS, LATEST_MS - length);
  return { fromMs: epochMs(fromMs), toMs: epochMs(fromMs + length) };
}

/** Shows `factor` times less time (factor > 1 zooms in); the anchor keeps its share of the window, also at the limits of length. */
export function zoomAbout(window: TimeWindow, anchorMs: EpochMs, factor: number): TimeWindow {
  const oldLength = lengthOf(window);
  const length = clamp(oldLength / factor, MIN_WINDOW_MS, MAX_WINDOW_MS);
  if (length === oldLength) return window;
  const fromMs = anchorMs - (anchorMs - window.fromMs) * (length / oldLength);
  return clampWindow({ fromMs: epochMs(fromMs), toMs: epochMs(fromMs + length) });
}

/** Moves the window by a length of time; positive shows later times. */
export function pan(window: TimeWindow, byMs: DurationMs): TimeWindow {
  const length = lengthOf(window);
  const fromMs = clamp(window.fromMs + byMs, EARLIEST_MS, LATEST_MS - length);
  return fromMs === window.fromMs ? window : { fromMs: epochMs(fromMs), toMs: epochMs(fromMs + length) };
}

/** A window of the length in which the instant lies at the share of it: 0 at the left edge, 1 at the right. */
export function around(atMs: number, lengthMs: number, share: number): TimeWindow {
  const fromMs = atMs - lengthMs * share;
  return { fromMs: epochMs(fromMs), toMs: epochMs(fromMs + lengthMs) };
}

/** The window that shows [fromMs, toMs] with a share of its length free on either side. */
export function fit(fromMs: EpochMs, toMs: EpochMs, paddingShare: number): TimeWindow {
  const padding = (toMs - fromMs) * paddingShare;
  return clampWindow({ fromMs: epochMs(fromMs - padding), toMs: epochMs(toMs + padding) });
}

/** True if [fromMs, toMs) shares time with the window; an instant (fromMs = toMs) counts if it lies in it. NaN never does. */
export function overlaps(window: TimeWindow, fromMs: number, toMs: number): boolean {
  return fromMs < window.toMs && (toMs > window.fromMs || (toMs === fromMs && fromMs === window.fromMs));
}
