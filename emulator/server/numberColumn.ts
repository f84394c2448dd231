/** A column of instants or numbers. */
import type { Cell, ColumnDefinition } from "../contract";
import { type ColumnKind, numberOf } from "./columnKind";

const BLANK_NUMBER = Number.NaN;
const SECOND = 1000;

/** Instants as epoch ms, or numbers; NaN is blank. */
export class NumberColumn implements ColumnKind {
  readonly kind = "number";
  private held = new Float64Array(0);
  private rows = 0;

  constructor(readonly definition: ColumnDefinition) {}

  get isInstant(): boolean { return this.definition.type === "DateAndTime.DateAndTime"; }

  /** Epoch ms or plain numbers by row, at least as long as the table has rows. Valid until the table grows. */
  get values(): Float64Array {
    if (this.held.length < this.rows) {
      const grown = new Float64Array(this.rows).fill(BLANK_NUMBER);
      grown.set(this.held);
      this.held = grown;
    }
    return this.held;
  }

  reserve(rows: number): void {
    this.rows = Math.max(this.rows, rows);
  }

  isNull(row: number): boolean {
    return Number.isNaN(this.held[row] ?? BLANK_NUMBER);
  }

  get(row: number): Cell {
    const value = this.held[row] ?? BLANK_NUMBER;
    if (Number.isNaN(value)) return null;
    return this.isInstant ? instantText(value) : value;
  }

  set(row: number, cell: Cell): void {
    if (cell === null && row >= this.held.length) return;
    this.values[row] = cell === null ? BLANK_NUMBER : this.isInstant ? instantOf(cell) : numberOf(cell);
  }

  /** Bulk: an instant in epoch ms, or a number; instants lose their milliseconds, as Dataverse keeps none. NaN for blank. */
  setNumber(row: number, value: number): void {
    this.values[row] = this.isInstant ? Math.floor(value / SECOND) * SECOND : value;
  }

  copy(from: number, to: number): void {
    if (this.held.length > 0) this.values[to] = this.values[from] ?? BLANK_NUMBER;
  }
}

/** As the Web API writes an instant: whole seconds in UTC. */
export function instantText(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function instantOf(cell: NonNullable<Cell>): number {
  const instant = typeof cell === "string" ? Date.parse(cell) : Number.NaN;
  if (Number.isNaN(instant)) throw new TypeError(`an instant must be ISO 8601, not ${JSON.stringify(cell)}`);
  return Math.floor(instant / SECOND) * SECOND;
}
