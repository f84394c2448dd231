import { RunStore } from "../domain/runStore";
import { overlaps, TimeWindow } from "./timeWindow";

/** True if the run in the slot shows something inside the window, its wait included; in no window (null) every run does. */
export function isShownIn(store: RunStore, slot: number, window: TimeWindow | null): boolean {
  if (window === null) return true;
  const wait = store.waitFromMs[slot] ?? NaN;
  const from = store.fromMs[slot] ?? NaN;
  return overlaps(window, Number.isNaN(wait) ? from : wait, store.toMs[slot] ?? NaN);
}
