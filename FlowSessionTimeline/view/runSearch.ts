import { RunStore } from "../domain/runStore";

/** A place in the order of runs by time; equal times are ordered by slot. */
export interface TimeCursor {
  readonly atMs: number;
  /** The run to start from, or -1 for a bare instant. */
  readonly slot: number;
}

/**
 * The run that comes next in time.
 * @param matches 1 per slot that counts, null for all
 * @returns its slot, or -1. O(runs): it answers a key press, not a frame.
 */
export function nextInTime(store: RunStore, matches: Uint8Array | null, from: TimeCursor, direction: -1 | 1, wanted: (slot: number) => boolean): number {
  let best = -1;
  let bestAt = NaN;
  for (let slot = 0; slot < store.slotCount; slot++) {
    const at = store.fromMs[slot] ?? NaN;
    if (!store.isLive(slot) || Number.isNaN(at) || (matches && matches[slot] !== 1) || !wanted(slot)) continue;
    if (!isBeyond(at, slot, from.atMs, from.slot, direction)) continue;
    if (best >= 0 && isBeyond(at, slot, bestAt, best, direction)) continue;
    best = slot;
    bestAt = at;
  }
  return best;
}

const isBeyond = (at: number, slot: number, otherAt: number, otherSlot: number, direction: -1 | 1): boolean =>
  at === otherAt ? (otherSlot >= 0 ? (slot - otherSlot) * direction > 0 : true) : (at - otherAt) * direction > 0;
