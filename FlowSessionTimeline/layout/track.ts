import { Work } from "../base/work";
import { STATUS_FAMILIES } from "../domain/status";
import { busyMs } from "./busyTime";
import { countFamilies, LaneIndex } from "./laneIndex";
import { firstEndingAfter } from "./laneSearch";
import { lowerBound } from "./lowerBound";
import { MAX_LANES } from "./measures";
import { PackedTrack } from "./packedTrack";
import type { RowsInput } from "./rowsInput";
import { Track } from "./rowTable";
import { isInWindow } from "./runTimes";

const STEPS = 4096;
const FAMILY_COUNTS = new Int32Array(STATUS_FAMILIES.length);
const FAILED = STATUS_FAMILIES.indexOf("failed");

type Counts = { -readonly [Key in "laneCount" | "moreRuns" | "moreFailures" | "runsInWindow" | "failuresInWindow"]: number };

/** Counts what of a track lies in the window, and decides how many of its lanes are drawn. Costs lanes, not runs. */
export function* trackInWindow(input: RowsInput, packed: PackedTrack): Work<Track> {
  const counts: Counts = { laneCount: 0, moreRuns: 0, moreFailures: 0, runsInWindow: 0, failuresInWindow: 0 };
  for (let lane = 0; lane + 1 < packed.laneOffsets.length; lane++) yield* countLane(input, packed, lane, counts);
  const busy = counts.runsInWindow === 0 ? 0 : busyMs(input.store, packed, input.window, input.nowMs);
  // One lane more costs no more room than the line that would stand for it.
  const isCapped = counts.laneCount > MAX_LANES + 1 && !input.tallTracks.has(packed.key);
  if (isCapped) return { ...packed, ...counts, busyMs: busy, shownLanes: MAX_LANES };
  return { ...packed, ...counts, busyMs: busy, shownLanes: counts.laneCount, moreRuns: 0, moreFailures: 0 };
}

function* countLane(input: RowsInput, packed: PackedTrack, lane: number, counts: Counts): Work<void> {
  const { store, window, nowMs } = input;
  const { laneSlots, laneOffsets, laneIndex } = packed;
  const end = laneOffsets[lane + 1];
  if (window === null) return addRuns(counts, lane, end - laneOffsets[lane], failuresOf(laneIndex, laneOffsets[lane], end));
  // Those that start before the window's end stand side by side, and only the first of them may end before the window.
  let low = firstEndingAfter(store, laneSlots, laneOffsets[lane], end, window.fromMs);
  if (low < end && !isInWindow(store, laneSlots[low], window, nowMs)) low++;
  const high = lowerBound(low, end, (at) => store.fromMs[laneSlots[at]] >= window.toMs);
  addRuns(counts, lane, high - low, failuresOf(laneIndex, low, high));
  // Others wait in the window and start after it.
  for (let at = high; at < end && store.fromMs[laneSlots[at]] < window.toMs + packed.longestWaitMs; at++) {
    if (isInWindow(store, laneSlots[at], window, nowMs)) addRuns(counts, lane, 1, failuresOf(laneIndex, at, at + 1));
    if ((at - high) % STEPS === STEPS - 1) yield;
  }
}

function failuresOf(index: LaneIndex, low: number, high: number): number {
  countFamilies(index, low, high, FAMILY_COUNTS);
  return FAMILY_COUNTS[FAILED];
}

function addRuns(counts: Counts, lane: number, runs: number, failures: number): void {
  if (runs <= 0) return;
  counts.laneCount = lane + 1;
  counts.runsInWindow += runs;
  counts.failuresInWindow += failures;
  if (lane < MAX_LANES) return;
  counts.moreRuns += runs;
  counts.moreFailures += failures;
}
