import { RunStore } from "../domain/runStore";

/** A run without a length takes this much time on its lane: whole seconds are all that Dataverse stores, in ms. */
const LEAST_MS = 1000;

/** Where a run's place on a lane ends, in ms. */
export const laneEndMs = (store: RunStore, slot: number): number => Math.max(store.toMs[slot] ?? NaN, (store.fromMs[slot] ?? NaN) + LEAST_MS);

/**
 * Packs runs into lanes on which none overlaps another: each takes the first lane that is free at its start.
 * Where all lanes are free, packing starts again at the first, so that late rows move nothing that is settled before such a place.
 * @param slots by fromMs
 * @returns the lane of each entry, and how many lanes there are
 */
export function packLanes(store: RunStore, slots: Int32Array): { readonly lane: Int32Array; readonly count: number } {
  const lane = new Int32Array(slots.length);
  const free: number[] = [];
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] ?? 0;
    const from = store.fromMs[slot] ?? 0;
    let chosen = free.findIndex((end) => end <= from);
    if (chosen < 0) chosen = free.length;
    free[chosen] = laneEndMs(store, slot);
    lane[i] = chosen;
  }
  return { lane, count: free.length };
}
