/** The figures of an aggregate: counts, extremes and sums, each growing with the rows of its group. */
import { isLookup } from "../cells";
import type { Cell, ColumnDefinition } from "../contract";
import type { Column } from "./column";
import { instantText, NumberColumn } from "./numberColumn";
import type { ServerTable } from "./columnTable";
import type { Attribute } from "./fetchQuery";
import { NO_ROW, type Tuple } from "./joins";
import { invalid } from "./strictXml";

/** One figure of one group. */
export interface Tally { add(tuple: Tuple): void; result(): Cell }

export interface Figure { readonly alias: string; readonly definition: ColumnDefinition; start(): Tally }

/** How counts and parts of dates are formatted: `2,026`. */
export const NUMBER: ColumnDefinition = { type: "Whole.None", displayName: "" };

/** @param source place in a tuple. @throws ServerError for a column of which there is no such figure. */
export function figure({ name, alias, aggregate: wanted, distinct }: Attribute, table: ServerTable, source: number): Figure {
  const column = table.column(name);
  const read = cellReader(column, table, source);
  const base = { alias: alias ?? name, definition: NUMBER };
  if (wanted === "count") return { ...base, start: () => counting(() => true) };
  if (wanted === "countcolumn") return { ...base, start: distinct ? () => countingDistinct(read) : () => counting(tuple => read(tuple) !== null) };
  if (!(column instanceof NumberColumn) || (wanted === "sum" && column.isInstant)) throw invalid(`The attribute ${name} has no ${wanted ?? "aggregate"}.`);
  const number = (tuple: Tuple): number => column.values[tuple[source] ?? NO_ROW] ?? Number.NaN;
  const better = wanted === "min" ? Math.min : wanted === "max" ? Math.max : (left: number, right: number) => left + right;
  return { alias: base.alias, definition: column.definition, start: () => folding(number, better, column.isInstant ? instantText : null) };
}

function counting(counts: (tuple: Tuple) => boolean): Tally {
  let count = 0;
  return { add: tuple => { if (counts(tuple)) count++; }, result: () => count };
}

function countingDistinct(read: (tuple: Tuple) => Cell): Tally {
  const seen = new Set<string>();
  return {
    add: tuple => {
      const cell = read(tuple);
      if (cell !== null) seen.add(isLookup(cell) ? cell.id : String(cell).toLowerCase());
    },
    result: () => seen.size,
  };
}

function folding(read: (tuple: Tuple) => number, better: (left: number, right: number) => number, write: ((value: number) => string) | null): Tally {
  let held = Number.NaN;
  return {
    add: tuple => {
      const value = read(tuple);
      if (!Number.isNaN(value)) held = Number.isNaN(held) ? value : better(held, value);
    },
    result: () => (Number.isNaN(held) ? null : write ? write(held) : held),
  };
}

/** @param column null: the primary id. @param source place in a tuple. */
export function cellReader(column: Column | null, table: ServerTable, source: number): (tuple: Tuple) => Cell {
  return tuple => {
    const row = tuple[source] ?? NO_ROW;
    if (row === NO_ROW) return null;
    return column === null ? table.ids.get(row) : column.get(row);
  };
}
