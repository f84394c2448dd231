/** A table of the emulated Dataverse, by columns: two million runs fit into a Worker. */
import type { Cell, EmulatedRow } from "../contract";
import { CodedColumn } from "./codedColumn";
import { type Column, createColumn } from "./column";
import { NumberColumn } from "./numberColumn";
import { ReferenceColumn } from "./referenceColumn";
import type { ServerTableDefinition } from "./contract";
import { IdIndex } from "./idIndex";
import { type IdWords, idWords, PackedIds } from "./packedIds";
import { unknownAttribute } from "./serverError";

/** Room for rows to come, in rows: a table of millions must not take half as much again. */
const LEAST_SPARE = 16;
const MOST_SPARE = 65_536;

export class ServerTable {
  /** Of the rows, by row number. Row numbers are valid until rows are deleted. */
  readonly ids = new PackedIds();
  private readonly columns: ReadonlyMap<string, Column>;
  private readonly index = new IdIndex(this.ids);
  private capacity = 0;
  private count = 0;

  constructor(readonly definition: ServerTableDefinition) {
    const { columns, primaryId, logicalName } = definition;
    this.columns = new Map(Object.entries(columns).filter(([name]) => name !== primaryId).map(([name, column]) => [name, createColumn(column, logicalName)]));
  }

  get rowCount(): number { return this.count; }

  /** Names of the columns without the primary id, in the definition's order. */
  get columnNames(): Iterable<string> { return this.columns.keys(); }

  /** @returns the column; null for the primary id. @throws ServerError if the table has no such column. */
  column(name: string): Column | null {
    const column = this.columns.get(name);
    if (column) return column;
    if (name === this.definition.primaryId) return null;
    throw unknownAttribute(this.definition.logicalName, name);
  }

  /** For generators. @throws TypeError if the column holds neither instants nor numbers. */
  numbers(name: string): NumberColumn {
    return this.columnOf(name, NumberColumn);
  }

  /** For generators. @throws TypeError if the column holds no texts, choices or lookups to other tables. */
  coded(name: string): CodedColumn {
    return this.columnOf(name, CodedColumn);
  }

  /** For generators. @throws TypeError if the column is no lookup to the table itself. */
  references(name: string): ReferenceColumn {
    return this.columnOf(name, ReferenceColumn);
  }

  /** For generators: room for rows without copying later. */
  reserve(rows: number): void {
    if (rows <= this.capacity) return;
    this.capacity = rows;
    this.ids.reserve(rows);
    for (const column of this.columns.values()) column.reserve(rows);
  }

  /** For generators: blank rows, whose ids must be set (`ids.setWords`) before anything is asked. @returns the first one's number. */
  addRows(rows: number): number {
    const first = this.count;
    this.makeRoom(rows);
    this.count += rows;
    return first;
  }

  /** @throws TypeError for an id that is no GUID or a cell that its column cannot hold, Error for an id that is there; the rows before it stay. */
  append(rows: readonly EmulatedRow[]): void {
    this.makeRoom(rows.length);
    for (const { id, cells } of rows) {
      if (this.rowOf(id) >= 0) throw new Error(`there is a row ${id} already`);
      const row = this.addRows(1);
      try {
        this.ids.set(row, id);
        this.write(row, cells);
      } catch (error) {
        this.clear(row);
        this.count = row;
        throw error;
      }
    }
  }

  /** Replaces the given cells of rows that are there, appends the others. */
  upsert(rows: readonly EmulatedRow[]): void {
    for (const row of rows) {
      const known = this.rowOf(row.id);
      if (known < 0) this.append([row]);
      else this.write(known, row.cells);
    }
  }

  /** Ids that are not there are left alone. */
  delete(ids: readonly string[]): void {
    for (const id of ids) {
      const row = this.rowOf(id);
      if (row < 0) continue;
      const last = this.count - 1;
      this.index.replaceByLast(row, this.count);
      this.ids.copy(last, row);
      for (const column of this.columns.values()) column.copy(last, row);
      this.clear(last);
      this.count = last;
    }
  }

  /** @returns the number of the row with this id, -1 if there is none. */
  rowOf(id: string): number {
    const words = idWords(id);
    return words ? this.rowOfWords(words) : -1;
  }

  /** As `rowOf`, by the id's four words. */
  rowOfWords(words: IdWords): number {
    return this.index.find(words, this.count);
  }

  /** @throws RangeError if there is no such row. */
  row(row: number): EmulatedRow {
    if (!(row >= 0 && row < this.count)) throw new RangeError(`there is no row ${row} in a table of ${this.count}`);
    const cells: Record<string, Cell> = {};
    for (const [name, column] of this.columns) {
      const cell = column.get(row);
      if (cell !== null) cells[name] = cell;
    }
    return { id: this.ids.get(row), cells };
  }

  private makeRoom(rows: number): void {
    if (this.count + rows > this.capacity) this.reserve(this.count + Math.max(rows, Math.min(this.count, MOST_SPARE) + LEAST_SPARE));
  }

  private clear(row: number): void {
    for (const column of this.columns.values()) column.set(row, null);
  }

  private write(row: number, cells: EmulatedRow["cells"]): void {
    for (const [name, cell] of Object.entries(cells)) {
      if (cell === undefined) continue;
      // A primary id among the cells repeats the row's own.
      this.column(name)?.set(row, cell);
    }
  }

  private columnOf<Kind extends Column>(name: string, kind: new (...args: never[]) => Kind): Kind {
    const column = this.column(name);
    if (column instanceof kind) return column;
    throw new TypeError(`the column ${name} of ${this.definition.logicalName} is no ${kind.name}`);
  }
}
