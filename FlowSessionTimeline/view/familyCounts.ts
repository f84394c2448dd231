import { EpochMs } from "../base/brand";
import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES, StatusFamily } from "../domain/status";
import { isInWindow } from "../layout/runTimes";
import { TimeWindow } from "../layout/timeWindow";

export interface FamilyCount {
  inWindow: number;
  loaded: number;
}

/** How many runs of each family are loaded, and how many of them lie in the window. */
export function familyCounts(store: RunStore, window: TimeWindow | null, now: EpochMs): Readonly<Record<StatusFamily, FamilyCount>> {
  const count = (): FamilyCount => ({ inWindow: 0, loaded: 0 });
  const counts: Record<StatusFamily, FamilyCount> = { failed: count(), open: count(), ok: count(), stopped: count(), other: count() };
  for (let slot = 0; slot < store.slotCount; slot++) {
    if (!store.isLive(slot)) continue;
    const one = counts[STATUS_FAMILIES[store.family[slot] ?? -1] ?? "other"];
    one.loaded++;
    if (window && isInWindow(store, slot, window, now)) one.inWindow++;
  }
  return counts;
}
