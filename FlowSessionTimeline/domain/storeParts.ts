import { Repeats } from "./repeats";
import { RunChanges } from "./runChanges";
import { RunColumns } from "./runColumns";
import { RunExtent } from "./runExtent";
import { RunSlots } from "./runSlots";
import { RunTables } from "./runTables";
import { TrustedStamps } from "./trustedStamps";

/** What a store is made of, for those that write it. */
export interface StoreParts {
  readonly tables: RunTables;
  readonly columns: RunColumns;
  readonly slots: RunSlots;
  readonly repeats: Repeats;
  readonly changes: RunChanges;
  readonly extent: RunExtent;
  readonly stamps: TrustedStamps;
}

/** Makes room for so many runs. A store that was cleared has kept that of its columns, and none for ids. */
export function makeRoom({ columns, slots, tables }: StoreParts, capacity: number): void {
  if (capacity > columns.capacity) {
    columns.grow(Math.ceil(capacity));
    slots.grow(columns.capacity);
  }
  tables.ids.reserve(columns.capacity);
}
