import { RunStore } from "./runStore";
import { RunTimes } from "./timeColumns";

/** [fromMs, toMs) in epoch ms. */
interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

const isIn = (time: number | null, { fromMs, toMs }: Range): boolean => time !== null && time >= fromMs && time < toMs;

/**
 * Whether a run belongs to a window: it waited, ran or stood as a marker in it. The server is asked the same question
 * (host/server/windowQuery.ts), so that what is here can be told from what is gone there.
 */
export function belongsTo({ startedOn, completedOn, createdOn }: RunTimes, isOpen: boolean, range: Range): boolean {
  const { fromMs, toMs } = range;
  if (startedOn === null) {
    if (completedOn !== null) return isIn(completedOn, range);
    return createdOn !== null && (isOpen ? createdOn < toMs : createdOn >= fromMs && createdOn < toMs);
  }
  // It started in the window, or before it and had not ended by its beginning, or it waited in it.
  if (isIn(startedOn, range)) return true;
  if (startedOn < fromMs) return completedOn === null ? isOpen : completedOn >= fromMs;
  return createdOn !== null && createdOn < toMs;
}

/** The same of a stored run. */
export const isStoredIn = (store: RunStore, slot: number, range: Range): boolean =>
  belongsTo(store.times(slot), store.statuses.isOpen(store.statusCode(slot)), range);

/** Slots of the stored runs that belong to a window. */
export function slotsIn(store: RunStore, range: Range): readonly number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < store.slotCount; slot++) if (store.isLive(slot) && isStoredIn(store, slot, range)) slots.push(slot);
  return slots;
}
