import { RunStore } from "../../domain/runStore";
import { isStoredIn } from "../../domain/windowMembership";
import { TimeRange } from "./contract";

/**
 * Slots of runs that lie in no time that was read, unless they are pinned, the child of a pinned one, or the ancestor of one that stays:
 * some run or other of a time of which most are not here would tell a wrong story about it.
 * @param ranges what was read as a whole @param pinned ids
 */
export function straySlots(store: RunStore, ranges: readonly TimeRange[], pinned: readonly string[]): readonly number[] {
  const held = new Uint8Array(store.slotCount);
  for (let slot = 0; slot < store.slotCount; slot++) if (store.isLive(slot) && ranges.some((range) => isStoredIn(store, slot, range))) holdWithAncestors(store, slot, held);
  holdPinned(store, pinned, held);
  return slotsNotHeld(store, held);
}

/** Slots of the runs that were not marked. */
export function slotsNotHeld(store: RunStore, held: Uint8Array): readonly number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < store.slotCount; slot++) if (store.isLive(slot) && held[slot] === 0) slots.push(slot);
  return slots;
}

/** Marks runs by id, with their ancestors and their children, which are looked at with them. */
export function holdPinned(store: RunStore, pinned: readonly string[], held: Uint8Array): void {
  const slots = new Set(pinned.map((id) => store.slotOf(id)).filter((slot) => slot >= 0));
  if (slots.size === 0) return;
  for (let slot = 0; slot < store.slotCount; slot++) {
    if (store.isLive(slot) && (slots.has(slot) || slots.has(store.parentSlot(slot)))) holdWithAncestors(store, slot, held);
  }
}

/** Marks a run and all its ancestors that are here. */
export function holdWithAncestors(store: RunStore, slot: number, held: Uint8Array): void {
  // What is held already is not walked again, so that a cycle of parents ends.
  for (let at = slot; at >= 0 && held[at] === 0; at = store.parentSlot(at)) held[at] = 1;
}
