import { Work } from "../base/work";
import { STATUS_FAMILIES } from "../domain/status";
import { MAX_LANES } from "./measures";
import { PackedTrack } from "./packedTrack";
import type { RowsInput } from "./rowsInput";
import { Track } from "./rowTable";
import { drawnEndMs, executionMs, isInWindow } from "./runTimes";

const STEPS = 4096;
const FAILED = STATUS_FAMILIES.indexOf("failed");

/** Counts what of a track lies in the window, and decides how many of its lanes are drawn. */
export function* trackInWindow(input: RowsInput, packed: PackedTrack): Work<Track> {
  const { store, window, nowMs } = input;
  const { slots, lane } = packed;
  const [beginMs, endMs] = window === null ? [-Infinity, Infinity] : [window.fromMs, window.toMs];
  const isCapped = !input.tallTracks.has(packed.key);
  const counts = { laneCount: 0, moreRuns: 0, moreFailures: 0, runsInWindow: 0, failuresInWindow: 0, busyMs: 0 };
  let busyUntil = beginMs;
  for (let i = 0; i < slots.length; i++) {
    if (i % STEPS === STEPS - 1) yield;
    const slot = slots[i];
    const fromMs = store.fromMs[slot];
    if (fromMs >= endMs + packed.longestWaitMs) break;
    if (!isInWindow(store, slot, window, nowMs)) continue;
    const isMore = lane[i] >= MAX_LANES;
    const isFailure = store.family[slot] === FAILED;
    counts.runsInWindow++;
    if (isMore) counts.moreRuns++;
    if (isFailure) counts.failuresInWindow++;
    if (isFailure && isMore) counts.moreFailures++;
    if (lane[i] >= counts.laneCount) counts.laneCount = lane[i] + 1;
    if (Number.isNaN(executionMs(store, slot, nowMs))) continue;
    const toMs = Math.min(drawnEndMs(store, slot, nowMs), endMs);
    if (toMs <= Math.max(fromMs, busyUntil)) continue;
    counts.busyMs += toMs - Math.max(fromMs, busyUntil);
    busyUntil = toMs;
  }
  // One lane more costs no more room than the line that would stand for it.
  if (isCapped && counts.laneCount > MAX_LANES + 1) return { ...packed, ...counts, shownLanes: MAX_LANES };
  return { ...packed, ...counts, shownLanes: counts.laneCount, moreRuns: 0, moreFailures: 0 };
}
