/** A column of texts, choices, two options or lookups: many rows share few values. */
import { isLookup } from "../cells";
import type { Cell, ColumnDefinition, LookupCell } from "../contract";
import { type ColumnKind, lookupOf, numberOf } from "./columnKind";
import { BLANK, Dictionary } from "./dictionary";

type Coded = string | number | boolean | LookupCell;
type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Texts, choices and lookups as numbers of a dictionary; the numbers widen with it. */
export class CodedColumn implements ColumnKind {
  readonly kind = "coded";
  readonly dictionary: Dictionary<Coded>;
  private held: Codes = new Uint8Array(0);
  private rows = 0;

  constructor(readonly definition: ColumnDefinition) {
    const { options } = definition;
    this.dictionary = new Dictionary<Coded>(value => (isLookup(value) ? value.name : options ? options[Number(value)] ?? String(value) : String(value)));
  }

  /** Codes of the dictionary by row. Valid until the table grows or a code is added. */
  get codes(): Codes {
    if (this.held.length < this.rows) this.held = widened(this.held, sameWidth(this.held, this.rows));
    return this.held;
  }

  reserve(rows: number): void {
    this.rows = Math.max(this.rows, rows);
  }

  isNull(row: number): boolean {
    return (this.held[row] ?? BLANK) === BLANK;
  }

  get(row: number): Cell {
    return this.dictionary.valueOf(this.held[row] ?? BLANK);
  }

  /** An empty text is blank, as in Dataverse. */
  set(row: number, cell: Cell): void {
    const blank = cell === null || cell === "";
    if (blank && row >= this.held.length) return;
    this.setCode(row, blank ? BLANK : this.codeOf(cell));
  }

  /** The code to give to `setCode`, for rows that share a value. */
  codeOf(cell: NonNullable<Cell>): number {
    return this.dictionary.codeOf(storable(this.definition, cell));
  }

  /** Bulk: a code of `codeOf`; 0 for blank. */
  setCode(row: number, code: number): void {
    if (code > 0xff && this.held.BYTES_PER_ELEMENT === 1) this.held = widened(this.codes, new Uint16Array(this.rows));
    if (code > 0xffff && this.held.BYTES_PER_ELEMENT === 2) this.held = widened(this.codes, new Uint32Array(this.rows));
    this.codes[row] = code;
  }

  copy(from: number, to: number): void {
    if (this.held.length > 0) this.codes[to] = this.codes[from] ?? BLANK;
  }
}

function storable({ type }: ColumnDefinition, cell: NonNullable<Cell>): Coded {
  if (type.startsWith("Lookup")) {
    const lookup = lookupOf(cell);
    return { ...lookup, id: lookup.id.replace(/[{}]/g, "").toLowerCase() };
  }
  if (type === "OptionSet") return numberOf(cell);
  if (type === "TwoOptions") return Boolean(cell);
  if (typeof cell !== "string") throw new TypeError(`a text must be a string, not ${JSON.stringify(cell)}`);
  return cell;
}

function widened(from: Codes, to: Codes): Codes {
  to.set(from);
  return to;
}

function sameWidth(held: Codes, rows: number): Codes {
  return held.BYTES_PER_ELEMENT === 1 ? new Uint8Array(rows) : held.BYTES_PER_ELEMENT === 2 ? new Uint16Array(rows) : new Uint32Array(rows);
}
