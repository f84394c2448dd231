import { EpochMs, epochMs } from "../base/brand";
import { MinimapBins } from "./minimapBins";
import { TimeWindow } from "./timeWindow";

/** Now is part of the picture if it comes at most this share of the runs' extent after them. */
const NOW_SHARE = 1 / 4;
/** The ends of the extent lie on multiples of a power of two: so many of them at most. */
const UNITS = 64;
const MIN_EXTENT_MS = 60_000;

/**
 * The time that a minimap spans: the runs', on to the last end (but no longer than the starts themselves span) and to now if that is near.
 * It moves in steps, so that the picture does not twitch while runs arrive.
 */
export function minimapExtent(bins: MinimapBins, nowMs: EpochMs): TimeWindow {
  const fromMs = bins.first * bins.lengthMs;
  const lastStartMs = (bins.first + bins.count) * bins.lengthMs;
  const span = Math.max(MIN_EXTENT_MS, lastStartMs - fromMs);
  const endMs = Math.max(fromMs + MIN_EXTENT_MS, lastStartMs, Math.min(bins.lastEndMs, lastStartMs + span));
  const withNow = nowMs > endMs && nowMs - endMs <= (endMs - fromMs) * NOW_SHARE ? nowMs : endMs;
  const unit = 2 ** Math.ceil(Math.log2((withNow - fromMs) / UNITS));
  return { fromMs: epochMs(Math.floor(fromMs / unit) * unit), toMs: epochMs((Math.floor(withNow / unit) + 1) * unit) };
}
