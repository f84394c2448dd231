import { Work } from "../base/work";
import { RestOfRows } from "./restOfRows";
import { RowBlock, ROWS_PER_STEP } from "./rowBlock";
import { ID_WORDS } from "./recordId";
import { PartedRows } from "./rowSource";
import { RunDraft } from "./runDraft";
import { makeRoom, StoreParts } from "./storeParts";

/**
 * Places the runs of a first load, row by row in the slots of the same numbers; all else is left to be read later (restOfRows.ts). Ids are
 * entered for many rows together: tables of 100,000 ids do not stay in the processor's caches while a host hands over rows.
 */
export class RowPlacer {
  private readonly draft = new RunDraft();
  private readonly block = new RowBlock();
  /** Whether something is odd about the rows of a step. */
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
    const { draft, block, parts: { columns, tables } } = this;
    rows.readBlock(from, to, block);
    tables.ids.writeAll(from, block.ids.subarray(0, block.count * ID_WORDS));
    this.isOdd = false;
    for (let at = 0; at < block.count; at++) {
      rows.placeOf(block, at, draft);
      columns.place(from + at, draft);
      if (draft.problems !== 0) this.isOdd = true;
    }
    return from + block.count;
  }

  /** Makes runs of what was read into slots, up to the first with an id that is known already. */
  private enter(from: number, read: number): void {
    const { block, parts: { slots, tables: { ids, parents }, columns, extent, changes } } = this;
    const to = ids.enterAll(from, read);
    if (to === from) return;
    columns.parent.fill(0, from, to);
    for (let one = 0; one < block.children && from + block.child[one] < to; one++) columns.parent.put(from + block.child[one], parents.indexOf(block.parentId[one], 0));
    parents.setSlots(from, to);
    extent.includeAll(columns.times, from, to);
    slots.takeAll(to);
    changes.anything();
    if (this.isOdd) changes.notes();
  }
}
