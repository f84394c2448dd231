import { Work } from "../base/work";
import { StoreParts } from "./storeParts";

/** Runs removed between two looks at the clock. */
const RUNS_PER_STEP = 2048;

/** Takes the run out of a slot, with all that is known of it. */
export function removeRun({ slots, tables, columns, repeats, changes, extent }: StoreParts, slot: number): void {
  extent.exclude(columns.times, slot);
  if (repeats.remove(slot) || columns.problems.at(slot) !== 0) changes.notes();
  tables.parents.setSlot(slot, -1);
  tables.ids.remove(slot);
  columns.erase(slot);
  slots.release(slot);
  changes.slot(slot, true);
}

/** Takes out the runs of these slots; a slot that is empty already is passed over. */
export function* removeRuns(parts: StoreParts, slots: Iterable<number>): Work<void> {
  parts.changes.seal();
  const load = parts.slots.begin();
  let removed = 0;
  for (const slot of slots) {
    if (!parts.slots.isLive(slot)) continue;
    removeRun(parts, slot);
    if (++removed % RUNS_PER_STEP !== 0) continue;
    parts.changes.seal();
    yield;
    parts.slots.goOn(load);
  }
  parts.changes.seal();
}
