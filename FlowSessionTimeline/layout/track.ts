import { Work } from "../base/work";
import { SHAPES } from "../domain/span";
import { STATUS_FAMILIES } from "../domain/status";
import { packLanes } from "./lanes";
import type { RowsInput } from "./rows";
import { Track } from "./rowTable";
import { isShownIn } from "./windowTest";

const STEPS = 4096;
const FAILED = STATUS_FAMILIES.indexOf("failed");
const BAR = SHAPES.indexOf("bar");
const OPEN = SHAPES.indexOf("open");

/** What a track is before it is packed. */
export type TrackMembers = Pick<Track, "key" | "reference" | "statusCode" | "slots">;

/** Packs a track's runs and counts what of them lies in the window. */
export function* buildTrack(input: RowsInput, members: TrackMembers): Work<Track> {
  const { store, window, nowMs } = input;
  const { slots } = members;
  const { lane, count } = packLanes(store, slots);
  yield;
  let laneCount = 0;
  let runsInWindow = 0;
  let failuresInWindow = 0;
  let busyMs = 0;
  let busyTo = window ? window.fromMs : -Infinity;
  for (let i = 0; i < slots.length; i++) {
    if (i % STEPS === STEPS - 1) yield;
    const slot = slots[i] ?? 0;
    if (!isShownIn(store, slot, window)) continue;
    runsInWindow++;
    laneCount = Math.max(laneCount, (lane[i] ?? 0) + 1);
    if (store.family[slot] === FAILED) failuresInWindow++;
    if (store.shape[slot] !== BAR && store.shape[slot] !== OPEN) continue;
    const from = Math.max(store.fromMs[slot] ?? 0, busyTo);
    const to = Math.min(store.toMs[slot] ?? 0, store.shape[slot] === OPEN ? nowMs : Infinity, window ? window.toMs : Infinity);
    if (to > from) {
      busyMs += to - from;
      busyTo = to;
    }
  }
  return { ...members, lane, ...byLane(slots, lane, count), laneCount, runsInWindow, failuresInWindow, busyMs };
}

/** The slots of each lane one after another, each lane in the order of time. */
function byLane(slots: Int32Array, lane: Int32Array, count: number): Pick<Track, "laneSlots" | "laneOffsets"> {
  const laneOffsets = new Int32Array(count + 1);
  for (const one of lane) laneOffsets[one + 1] = (laneOffsets[one + 1] ?? 0) + 1;
  for (let i = 0; i < count; i++) laneOffsets[i + 1] = (laneOffsets[i + 1] ?? 0) + (laneOffsets[i] ?? 0);
  const next = laneOffsets.slice();
  const laneSlots = new Int32Array(slots.length);
  slots.forEach((slot, i) => {
    const at = next[lane[i] ?? 0] ?? 0;
    laneSlots[at] = slot;
    next[lane[i] ?? 0] = at + 1;
  });
  return { laneSlots, laneOffsets };
}
