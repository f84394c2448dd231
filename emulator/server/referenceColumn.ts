/** A column of lookups to the table's own rows. */
import type { Cell, ColumnDefinition } from "../contract";
import { CodedColumn } from "./codedColumn";
import { type ColumnKind, lookupOf } from "./columnKind";
import { BLANK } from "./dictionary";
import { PackedIds } from "./packedIds";

/** A lookup into its own table: nearly every row points elsewhere, so the ids are packed and only the names are shared. */
export class ReferenceColumn implements ColumnKind {
  readonly kind = "reference";
  readonly ids = new PackedIds();
  readonly names: CodedColumn;

  constructor(readonly definition: ColumnDefinition, private readonly table: string) {
    this.names = new CodedColumn({ type: "SingleLine.Text", displayName: definition.displayName });
  }

  reserve(rows: number): void {
    this.ids.reserve(rows);
    this.names.reserve(rows);
  }

  isNull(row: number): boolean {
    return this.ids.isEmpty(row);
  }

  get(row: number): Cell {
    return this.isNull(row) ? null : { id: this.ids.get(row), table: this.table, name: String(this.names.get(row) ?? "") };
  }

  set(row: number, cell: Cell): void {
    if (cell === null) return this.setWords(row, 0, 0, 0, 0, BLANK);
    const { id, name } = lookupOf(cell);
    this.ids.set(row, id);
    this.names.set(row, name);
  }

  /** Bulk: the four words of an id (`PackedIds`), all zero for blank, and a code of `names`. */
  setWords(row: number, first: number, second: number, third: number, fourth: number, name: number): void {
    this.ids.setWords(row, first, second, third, fourth);
    this.names.setCode(row, name);
  }

  copy(from: number, to: number): void {
    this.ids.copy(from, to);
    this.names.copy(from, to);
  }
}
