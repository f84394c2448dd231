import { Work } from "../base/work";
import { RunDraft } from "./runDraft";
import { ROWS_PER_STEP } from "./rowBlock";
import { PartedRows } from "./rowSource";
import { StoreParts } from "./storeParts";

/**
 * What has not been read yet of a first load: its runs are placed, row by row in the slots of the same numbers; all else that is said of them
 * is read later, in the order of the rows, or at once for a run that somebody asks about (docs/decisions/0022).
 */
export class RestOfRows {
  private rows: PartedRows | null = null;
  /** Rows below this are read in full. */
  private next = 0;
  /** Slots of those that were asked for before their turn. They are read again when it comes: of names that differ from row to row the last one counts. */
  private readonly ahead = new Set<number>();
  private newestMs = -Infinity;
  private readonly draft = new RunDraft();

  public constructor(private readonly parts: StoreParts) {}

  /** Whether something is left to read of the runs that are here. */
  public get isDue(): boolean {
    return this.rows !== null && this.next < this.parts.slots.count;
  }

  /** The rows of a first load are about to be placed. */
  public begin(rows: PartedRows): void {
    this.forget();
    this.rows = rows;
  }

  /** Reads what is left of one run, if anything is. */
  public complete(slot: number): void {
    if (this.rows === null || slot < this.next || slot >= this.parts.slots.count || this.ahead.has(slot)) return;
    this.ahead.add(slot);
    this.read(this.rows, slot);
    this.parts.changes.seal();
  }

  /** Reads what is left of all runs. Several may be at it at a time. */
  public *readAll(): Work<void> {
    while (this.rows !== null && this.isDue) {
      const end = Math.min(this.parts.slots.count, this.next + ROWS_PER_STEP);
      while (this.next < end) this.read(this.rows, this.next++);
      this.parts.changes.seal();
      if (this.isDue) yield;
    }
    if (this.next === this.rows?.length) this.close(this.rows);
  }

  /** The same, before the store is written otherwise: slots and rows go together no longer, and no more rows are placed. */
  public *finish(): Work<void> {
    yield* this.readAll();
    if (this.rows !== null) this.close(this.rows);
  }

  /** Nothing is left to read, because the runs are gone. */
  public forget(): void {
    this.rows = null;
    this.next = 0;
    this.ahead.clear();
    this.newestMs = -Infinity;
  }

  private read(rows: PartedRows, row: number): void {
    const { draft, parts: { columns, changes } } = this;
    rows.seek(row, draft);
    rows.readRest(draft);
    if (draft.modifiedOn > this.newestMs) this.newestMs = draft.modifiedOn;
    if (columns.writeRest(row, draft)) changes.notes();
  }

  private close({ isOneFetch }: PartedRows): void {
    const { stamps, tables, changes } = this.parts;
    if (isOneFetch) stamps.readWith(this.newestMs);
    if (tables.references.settle()) changes.anything();
    changes.seal();
    this.forget();
  }
}
