import { RunStore } from "../../domain/runStore";
import { isStoredIn } from "../../domain/windowMembership";
import { TimeRange } from "./contract";

/**
 * Slots of runs that lie in no time that was read, unless they are pinned, the child of a pinned one, or the ancestor of one that stays: some run or other of a time
 * of which most are not here would tell a wrong story about it.
 * @param ranges what was read as a whole @param pinned ids
 */
export function straySlots(store: RunStore, ranges: readonly TimeRange[], pinned: readonly string[]): readonly number[] {
  const held = new Uint8Array(store.slotCount);
  for (let slot = 0; slot < store.slotCount; slot++) if (store.isLive(slot) && ranges.some((range) => isStoredIn(store, slot, range))) holdWithAncestors(store, slot, held);
  holdPinned(store, pinned, held);
  const strays: number[] = [];
  for (let slot = 0; slot < store.slotCount; slot++) if (store.isLive(slot) && held[slot] === 0) strays.push(slot);
  return strays;
}

/** Marks runs by id, with their ancestors and their children, which are looked at with them. */
export function holdPinned(store: RunStore, pinned: readonly string[], held: Uint8Array): void {
  const slots = new Set(pinned.map((id) => store.slotOf(id)).filter((slot) => slot >= 0));
  if (slots.size === 0) return;
  const { slotOfParent } = store.tables.parents;
  for (let slot = 0; slot < store.slotCount; slot++) {
    if (!store.isLive(slot)) continue;
    const parent = store.parent[slot] === 0 ? -1 : slotOfParent[store.parent[slot]];
    if (slots.has(slot) || slots.has(parent)) holdWithAncestors(store, slot, held);
  }
}

/** Marks a run and all its ancestors that are here. */
export function holdWithAncestors(store: RunStore, slot: number, held: Uint8Array): void {
  const { slotOfParent } = store.tables.parents;
  // What is held already is not walked again, so that a cycle of parents ends.
  for (let at = slot; at >= 0 && held[at] === 0; at = store.parent[at] === 0 ? -1 : slotOfParent[store.parent[at]]) held[at] = 1;
}
