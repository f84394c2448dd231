import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES } from "../domain/status";
import { binLengthMs } from "./bins";
import { countFamilies } from "./laneIndex";
import { lowerBound, nearLowerBound } from "./lowerBound";
import { PackedTrack } from "./packedTrack";

const FAILED = STATUS_FAMILIES.indexOf("failed");

/** A run that takes at least this much of a bin, 2 to 4 px, is drawn alone. */
const SEEN_SHARE = 1 / 2;
/** So many runs are asked one by one before their end is searched. */
const FEW = 16;

/**
 * Where the runs end that are drawn together with the one at `at` of a track's laneSlots: all too small to be seen, side by side, in one bin.
 * @param end of the lane; @param binMs as of binLengthMs
 */
export function mergedEnd({ laneIndex: { fromMs, lengthMs, longest } }: PackedTrack, at: number, end: number, binMs: number): number {
  const seenMs = SEEN_SHARE * binMs;
  if (lengthMs[at] >= seenMs) return at + 1;
  const binEndMs = (Math.floor(fromMs[at] / binMs) + 1) * binMs;
  const near = Math.min(end, at + FEW);
  let next = at + 1;
  while (next < near && fromMs[next] < binEndMs && lengthMs[next] < seenMs) next++;
  if (next < near || next === end) return next;
  return longest.firstFrom(next, nearLowerBound(fromMs, next, end, binEndMs), seenMs);
}

/** Runs of a lane that are drawn as one: entries [first, first + count) of the track's laneSlots; one run that is drawn alone has count 1. */
export interface DrawnTogether {
  readonly lane: number;
  readonly first: number;
  readonly count: number;
}

/** Which runs are drawn as one with a run of the track, wherever the window lies; null if the run is not on the track. */
export function drawnWith(store: RunStore, track: PackedTrack, slot: number, msPerPx: number): DrawnTogether | null {
  const { laneSlots, laneOffsets } = track;
  const [lane, place] = placeOnLanes(store, track, slot);
  if (lane < 0) return null;
  const end = laneOffsets[lane + 1];
  const binMs = binLengthMs(msPerPx);
  const binStartMs = Math.floor(store.fromMs[slot] / binMs) * binMs;
  // What merges begins with a bin or behind a run that is long enough: from the bin's first run on, item by item.
  let first = lowerBound(laneOffsets[lane], place, (one) => store.fromMs[laneSlots[one]] >= binStartMs);
  for (;;) {
    const next = mergedEnd(track, first, end, binMs);
    if (next > place) return { lane, first, count: next - first };
    first = next;
  }
}

/** How many of the runs that are drawn as one failed. */
export function failuresOf({ laneIndex }: PackedTrack, { first, count }: DrawnTogether): number {
  const counts = new Int32Array(STATUS_FAMILIES.length);
  countFamilies(laneIndex, first, first + count, counts);
  return counts[FAILED];
}

/** The lane of a run and its entry of laneSlots; -1 if it is not on the track. Asks lane by lane: for a key press, not for a frame. */
function placeOnLanes(store: RunStore, { laneSlots, laneOffsets }: PackedTrack, slot: number): readonly [number, number] {
  for (let lane = 0; lane + 1 < laneOffsets.length; lane++) {
    const place = placeBy(store, laneSlots, laneOffsets[lane], laneOffsets[lane + 1], slot);
    if (place >= 0) return [lane, place];
  }
  return [-1, -1];
}

/** The lane of a run; -1 if it is not on the track. */
export const laneOf = (store: RunStore, track: PackedTrack, slot: number): number => placeOnLanes(store, track, slot)[0];

/** The entry of `track.slots` that is the run, or -1. */
export const placeOnTrack = (store: RunStore, { slots }: PackedTrack, slot: number): number => placeBy(store, slots, 0, slots.length, slot);

/** Of entries by fromMs, the one that is the slot, or -1. */
function placeBy(store: RunStore, slots: Int32Array, low: number, high: number, slot: number): number {
  const at = store.fromMs[slot];
  let place = lowerBound(low, high, (one) => store.fromMs[slots[one]] >= at);
  while (place < high && slots[place] !== slot && store.fromMs[slots[place]] === at) place++;
  return place < high && slots[place] === slot ? place : -1;
}
