import { RunStore } from "../../domain/runStore";
import { TimeRange } from "./contract";
import { rangeOf } from "./coverage";
import { holdPinned, holdWithAncestors, slotsNotHeld } from "./strays";

/** Where runs are dropped, this share of the budget stays: room for the next windows, so that not every pan drops some. */
const KEPT_SHARE = 0.75;

/** What goes from memory, and what time is still whole without it. */
export interface Eviction {
  readonly slots: readonly number[];
  readonly kept: TimeRange;
}

/** How far a run lies from a window, in ms: 0 inside, Infinity for a run without a time. */
function distance(store: RunStore, slot: number, { fromMs, toMs }: TimeRange): number {
  const begin = store.beginMs[slot];
  if (Number.isNaN(begin)) return Infinity;
  return Math.max(0, begin - toMs, fromMs - store.toMs[slot]);
}

/**
 * Which runs to forget so that memory holds: those farthest from the window go first; none that touches the window, that is open, that is
 * pinned or that has a child which stays. Null while there is room.
 * @param budget how many runs may be held @param pinned ids of runs that must stay
 */
export function evict(store: RunStore, window: TimeRange, budget: number, pinned: readonly string[]): Eviction | null {
  if (store.size <= budget) return null;
  const distances = new Float64Array(store.slotCount).fill(-1);
  for (let slot = 0; slot < store.slotCount; slot++) if (store.isLive(slot)) distances[slot] = distance(store, slot, window);
  const limit = limitOf(distances, Math.floor(budget * KEPT_SHARE));
  const stays = (slot: number): boolean => distances[slot] <= limit || store.statuses.isOpen(store.statusCode(slot));
  const held = new Uint8Array(store.slotCount);
  for (let slot = 0; slot < store.slotCount; slot++) if (distances[slot] >= 0 && stays(slot)) holdWithAncestors(store, slot, held);
  holdPinned(store, pinned, held);
  return { slots: slotsNotHeld(store, held), kept: rangeOf(window.fromMs - limit, window.toMs + limit) };
}

/** The distance within which about so many runs lie. */
function limitOf(distances: Float64Array, count: number): number {
  const sorted = distances.filter((one) => one >= 0).sort();
  // Runs at the limit itself stay, so that a range is never cut between runs of one distance.
  const limit = sorted[Math.min(count, sorted.length) - 1] ?? 0;
  return Number.isFinite(limit) ? limit : sorted.reduce((most, one) => (one < Infinity ? Math.max(most, one) : most), 0);
}

/** Ids of parents that runs name and that are not here. */
export function missingParents(store: RunStore): readonly string[] {
  const { parents } = store.tables;
  const missing = new Set<number>();
  for (let slot = 0; slot < store.slotCount; slot++) {
    const parent = store.isLive(slot) ? store.parent[slot] : 0;
    if (parent !== 0 && store.parentSlot(slot) < 0) missing.add(parent);
  }
  return [...missing].map((parent) => parents.id(parent));
}
