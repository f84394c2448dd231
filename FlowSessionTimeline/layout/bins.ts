import { TimeScale } from "./timeScale";

/** Bins are at least this wide, and under twice as wide. */
const MIN_BIN_PX = 4;

/** Bins in a tile, what is made at once and kept while panning: 128 to 256 px. */
export const TILE_BINS = 32;

/**
 * Stretches of time of equal length, a power of two in ms, anchored to the epoch: where they lie depends on the zoom alone, so that what is
 * counted in them stays while panning.
 */
export interface Bins {
  readonly lengthMs: number;
  /** The bin that holds the window's start. */
  readonly first: number;
  /** How many reach into the window. */
  readonly count: number;
}

export const binLengthMs = (msPerPx: number): number => 2 ** Math.ceil(Math.log2(msPerPx * MIN_BIN_PX));

export function binsOf(scale: TimeScale): Bins {
  const lengthMs = binLengthMs(scale.msPerPx);
  const first = Math.floor(scale.window.fromMs / lengthMs);
  return { lengthMs, first, count: Math.ceil(scale.window.toMs / lengthMs) - first };
}
