/** The columns of a table of the emulated Dataverse, as typed arrays. Memory is taken when a column gets its first value. */
import type { Cell, ColumnDefinition, LookupCell } from "../contract";
import { isLookup } from "../cells";
import { BLANK, Dictionary } from "./dictionary";
import { idWords, PackedIds } from "./packedIds";

const BLANK_NUMBER = Number.NaN;
const SECOND = 1000;

interface ColumnBase {
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

/** Instants as epoch ms, or numbers; NaN is blank. */
export class NumberColumn implements ColumnBase {
  readonly kind = "number";
  private held = new Float64Array(0);
  private rows = 0;

  constructor(readonly definition: ColumnDefinition) {}

  get isInstant(): boolean { return this.definition.type === "DateAndTime.DateAndTime"; }

  /** Epoch ms or plain numbers by row, at least as long as the table has rows. Valid until the table grows. */
  get values(): Float64Array {
    if (this.held.length < this.rows) this.held = grown(this.held, new Float64Array(this.rows).fill(BLANK_NUMBER));
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

type Coded = string | number | boolean | LookupCell;
type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Texts, choices and lookups as numbers of a dictionary; the numbers widen with it. */
export class CodedColumn implements ColumnBase {
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
    if (this.held.length < this.rows) this.held = grown(this.held, sameWidth(this.held, this.rows));
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
    if (code > 0xff && this.held.BYTES_PER_ELEMENT === 1) this.held = grown(this.codes, new Uint16Array(this.rows));
    if (code > 0xffff && this.held.BYTES_PER_ELEMENT === 2) this.held = grown(this.codes, new Uint32Array(this.rows));
    this.codes[row] = code;
  }

  copy(from: number, to: number): void {
    if (this.held.length > 0) this.codes[to] = this.codes[from] ?? BLANK;
  }
}

/** A lookup into its own table: nearly every row points elsewhere, so the ids are packed and only the names are shared. */
export class ReferenceColumn implements ColumnBase {
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

export type Column = NumberColumn | CodedColumn | ReferenceColumn;

/** @param table the column's own table. */
export function createColumn(definition: ColumnDefinition, table: string): Column {
  if (definition.type === "DateAndTime.DateAndTime" || definition.type === "Whole.None") return new NumberColumn(definition);
  return definition.targets?.length === 1 && definition.targets[0] === table ? new ReferenceColumn(definition, table) : new CodedColumn(definition);
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

function numberOf(cell: NonNullable<Cell>): number {
  if (typeof cell !== "number" || !Number.isFinite(cell)) throw new TypeError(`a whole number must be a number, not ${JSON.stringify(cell)}`);
  return cell;
}

function lookupOf(cell: NonNullable<Cell>): LookupCell {
  if (!isLookup(cell) || !idWords(cell.id)) throw new TypeError(`a lookup must be {id, table, name} with a GUID, not ${JSON.stringify(cell)}`);
  return cell;
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

function grown<Values extends Float64Array | Codes>(from: Float64Array | Codes, to: Values): Values {
  to.set(from);
  return to;
}

function sameWidth(held: Codes, rows: number): Codes {
  return held.BYTES_PER_ELEMENT === 1 ? new Uint8Array(rows) : held.BYTES_PER_ELEMENT === 2 ? new Uint16Array(rows) : new Uint32Array(rows);
}
