/** The distinct values of a column, by number: 0 is blank. */
import type { Cell, LookupCell } from "../contract";
import { isLookup } from "../cells";

export const BLANK = 0;

const collator = new Intl.Collator("en", { sensitivity: "base" });

/** Texts compare without case or accents, as Dataverse's databases collate. */
export const compareTexts = (left: string, right: string): number => collator.compare(left, right);

export class Dictionary<Value extends NonNullable<Cell>> {
  private readonly values: (Value | null)[] = [null];
  private readonly codes = new Map<string, number>();
  private ranks: Uint32Array | null = null;

  /** @param textOf what a user reads, by which the column is ordered. */
  constructor(private readonly textOf: (value: Value) => string) {}

  /** Codes run from 0 (blank) up to, not including, this. */
  get size(): number { return this.values.length; }

  /** The code of a value, which is added if it is new. A lookup known by another name is renamed in every row. */
  codeOf(value: Value): number {
    const key = keyOf(value);
    const known = this.codes.get(key);
    if (known !== undefined) {
      if (isLookup(value)) this.rename(known, value);
      return known;
    }
    this.ranks = null;
    this.codes.set(key, this.values.length);
    return this.values.push(value) - 1;
  }

  valueOf(code: number): Value | null {
    return this.values[code] ?? null;
  }

  text(code: number): string {
    const value = this.valueOf(code);
    return value === null ? "" : this.textOf(value);
  }

  /** By code: the place of its text among the texts, blank first; equal texts share a place. */
  ranksByText(): Uint32Array {
    if (this.ranks) return this.ranks;
    const order = Array.from({ length: this.size - 1 }, (_, place) => place + 1);
    const texts = this.values.map((_, code) => this.text(code));
    order.sort((left, right) => compareTexts(texts[left] ?? "", texts[right] ?? ""));
    const ranks = new Uint32Array(this.size);
    let rank = 0;
    let previous: string | null = null;
    for (const code of order) {
      const text = texts[code] ?? "";
      if (previous === null || compareTexts(previous, text) !== 0) rank++;
      ranks[code] = rank;
      previous = text;
    }
    this.ranks = ranks;
    return ranks;
  }

  /** By code: 1 where the value passes. Blank never does. */
  matching(test: (value: Value, text: string) => boolean): Uint8Array {
    return Uint8Array.from(this.values, value => (value !== null && test(value, this.textOf(value)) ? 1 : 0));
  }

  private rename(code: number, value: Value & LookupCell): void {
    const known = this.values[code];
    if (known === undefined || known === null || !isLookup(known) || known.name === value.name) return;
    this.values[code] = value;
    this.ranks = null;
  }
}

const keyOf = (value: NonNullable<Cell>): string => (isLookup(value) ? `${value.table} ${value.id.toLowerCase()}` : String(value));
