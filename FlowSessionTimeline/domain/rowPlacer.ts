import { Work } from "../base/work";
import { PackedId } from "./packedId";
import { RestOfRows } from "./restOfRows";
import { PartedRows, ROWS_PER_STEP } from "./rowSource";
import { RunDraft } from "./runDraft";
import { makeRoom, StoreParts } from "./storeParts";

/**
 * Places the runs of a first load, row by row in the slots of the same numbers; all else is left to be read later (restOfRows.ts). Ids are
 * entered for many rows together: tables of 100,000 ids do not stay in the processor's caches while a host hands over rows.
 */
export class RowPlacer {
  private readonly draft = new RunDraft();
  /** Of the rows of a step. */
  private readonly parentIds = Array.from({ length: ROWS_PER_STEP }, () => new PackedId());
  /** Whether something is odd about them. */
  private isOdd = false;

  /** @param load under way, which has named nothing yet; the store is empty */
  public constructor(private readonly parts: StoreParts, private readonly rest: RestOfRows, private readonly load: number) {}

  /** @returns how many rows were placed: the one after them is not there, or has no id that is a GUID and its own */
  public *run(rows: PartedRows): Work<number> {
    const { slots, changes } = this.parts;
    changes.seal();
    makeRoom(this.parts, rows.length);
    this.rest.begin(rows);
    for (let from = 0; from < rows.length; from = slots.count) {
      const to = Math.min(rows.length, from + ROWS_PER_STEP);
      this.enter(from, this.read(rows, from, to));
      changes.seal();
      if (slots.count < to) break;
      yield;
      slots.goOn(this.load);
    }
    return slots.count;
  }

  /** Reads rows into empty slots. @returns the first that cannot be placed */
  private read(rows: PartedRows, from: number, to: number): number {
    const { draft, parentIds, parts: { columns, tables } } = this;
    this.isOdd = false;
    for (let row = from; row < to; row++) {
      if (!rows.seek(row, draft) || draft.id.text !== undefined) return row;
      rows.place(draft, parentIds[row - from]);
      tables.ids.write(row, draft.id);
      columns.place(row, draft);
      if (draft.problems !== 0) this.isOdd = true;
    }
    return to;
  }

  /** Makes runs of what was read into slots, up to the first with an id that is known already. */
  private enter(from: number, read: number): void {
    const { slots, tables: { ids, parents }, columns, extent, changes } = this.parts;
    const to = ids.enterAll(from, read);
    if (to === from) return;
    for (let slot = from; slot < to; slot++) columns.parent.put(slot, parents.indexOf(this.parentIds[slot - from], 0));
    for (let slot = from; slot < to; slot++) parents.setSlot(slot, slot);
    for (let slot = from; slot < to; slot++) extent.include(columns.times, slot);
    slots.takeAll(to);
    changes.anything();
    if (this.isOdd) changes.notes();
  }
}
