import { Work } from "../base/work";
import { STATUS_FAMILIES } from "../domain/status";
import { packLanes } from "./lanes";
import type { RowsInput } from "./rowsInput";
import { Track } from "./rowTable";
import { drawnEndMs, executionMs, isInWindow, waitMs } from "./runTimes";

const STEPS = 4096;
const FAILED = STATUS_FAMILIES.indexOf("failed");

/** What a track is before it is packed. */
export type TrackMembers = Pick<Track, "key" | "reference" | "statusCode" | "slots">;
type TrackCounts = Pick<Track, "laneCount" | "longestWaitMs" | "runsInWindow" | "failuresInWindow" | "busyMs">;

/** Packs a track's runs and counts what of them lies in the window. */
export function* buildTrack(input: RowsInput, members: TrackMembers): Work<Track> {
  const { lane, count } = yield* packLanes(input.store, members.slots);
  return { ...members, lane, ...byLane(members.slots, lane, count), ...(yield* countWindow(input, members.slots, lane)) };
}

/** The slots of each lane one after another, each lane in the order of time. */
function byLane(slots: Int32Array, lane: Int32Array, count: number): Pick<Track, "laneSlots" | "laneOffsets"> {
  const laneOffsets = new Int32Array(count + 1);
  for (const one of lane) laneOffsets[one + 1]++;
  for (let i = 0; i < count; i++) laneOffsets[i + 1] += laneOffsets[i];
  const next = laneOffsets.slice();
  const laneSlots = new Int32Array(slots.length);
  for (let i = 0; i < slots.length; i++) laneSlots[next[lane[i]]++] = slots[i];
  return { laneSlots, laneOffsets };
}

function* countWindow({ store, window, nowMs }: RowsInput, slots: Int32Array, lane: Int32Array): Work<TrackCounts> {
  let laneCount = 0;
  let runsInWindow = 0;
  let failuresInWindow = 0;
  let busyMs = 0;
  let longestWaitMs = 0;
  let busyUntil = window === null ? -Infinity : window.fromMs;
  for (let i = 0; i < slots.length; i++) {
    if (i % STEPS === STEPS - 1) yield;
    const slot = slots[i];
    const wait = waitMs(store, slot, nowMs);
    if (wait > longestWaitMs) longestWaitMs = wait;
    if (!isInWindow(store, slot, window, nowMs)) continue;
    runsInWindow++;
    laneCount = Math.max(laneCount, lane[i] + 1);
    if (store.family[slot] === FAILED) failuresInWindow++;
    if (Number.isNaN(executionMs(store, slot, nowMs))) continue;
    const from = Math.max(store.fromMs[slot], busyUntil);
    const to = Math.min(drawnEndMs(store, slot, nowMs), window === null ? Infinity : window.toMs);
    if (to <= from) continue;
    busyMs += to - from;
    busyUntil = to;
  }
  return { laneCount, longestWaitMs, runsInWindow, failuresInWindow, busyMs };
}
