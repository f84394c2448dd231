/** What every column of the emulated Dataverse can do, and what cells it may be given. */
import { isLookup } from "../cells";
import type { Cell, ColumnDefinition, LookupCell } from "../contract";
import { idWords } from "./packedIds";

export interface ColumnKind {
  readonly definition: ColumnDefinition;
  /** Makes room for rows; all new ones are blank. */
  reserve(rows: number): void;
  isNull(row: number): boolean;
  /** null for a blank cell. */
  get(row: number): Cell;
  /** @throws TypeError for a value that the column's type cannot hold. */
  set(row: number, cell: Cell): void;
  copy(from: number, to: number): void;
}

/** @throws TypeError for any other cell. */
export function numberOf(cell: NonNullable<Cell>): number {
  if (typeof cell !== "number" || !Number.isFinite(cell)) throw new TypeError(`a whole number must be a number, not ${JSON.stringify(cell)}`);
  return cell;
}

/** @throws TypeError for any other cell. */
export function lookupOf(cell: NonNullable<Cell>): LookupCell {
  if (!isLookup(cell) || !idWords(cell.id)) throw new TypeError(`a lookup must be {id, table, name} with a GUID, not ${JSON.stringify(cell)}`);
  return cell;
}
