import { RunStore } from "../../domain/runStore";
import { isStoredIn } from "../../domain/windowMembership";
import { TimeRange } from "./contract";

/**
 * Slots of runs that lie in no time that was read, unless they are pinned or the ancestor of one that does: some run or other of a time
 * of which most are not here would tell a wrong story about it.
 * @param ranges what was read as a whole @param pinned ids
 */
export function straySlots(store: RunStore, ranges: readonly TimeRange[], pinned: readonly string[]): readonly number[] {
  const held = new Uint8Array(store.slotCount);
  for (let slot = 0; slot < store.slotCount; slot++) if (store.isLive(slot) && ranges.some((range) => isStoredIn(store, slot, range))) holdWithAncestors(store, slot, held);
  for (const id of pinned) {
    const slot = store.slotOf(id);
    if (slot >= 0) holdWithAncestors(store, slot, held);
  }
  const strays: number[] = [];
  for (let slot = 0; slot < store.slotCount; slot++) if (store.isLive(slot) && held[slot] === 0) strays.push(slot);
  return strays;
}

/** Marks a run and all its ancestors that are here. */
export function holdWithAncestors(store: RunStore, slot: number, held: Uint8Array): void {
  const { slotOfParent } = store.tables.parents;
  // What is held already is not walked again, so that a cycle of parents ends.
  for (let at = slot; at >= 0 && held[at] === 0; at = store.parent[at] === 0 ? -1 : slotOfParent[store.parent[at]]) held[at] = 1;
}
