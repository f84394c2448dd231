/** Which rows a filter selects: a byte for each, 1 where it does. Whole columns at a time, which is what makes millions quick. */
import type { Asker } from "./asker";
import type { ServerTable } from "./columnTable";
import { conditionMask } from "./condition";
import type { Filter } from "./fetchQuery";

export type Mask = Uint8Array;

/** @returns the rows that pass every filter. @throws ServerError for a column or value that does not fit. */
export function filterMask(table: ServerTable, filters: readonly Filter[], asker: Asker): Mask {
  return combine(filters.map(filter => maskOf(table, filter, asker)), "and", table.rowCount);
}

function maskOf(table: ServerTable, { type, conditions, filters }: Filter, asker: Asker): Mask {
  const parts = [...conditions.map(condition => conditionMask(table, condition, asker)), ...filters.map(filter => maskOf(table, filter, asker))];
  return combine(parts, type, table.rowCount);
}

/** The first mask is written over. Without any mask every row passes, also an empty `or`. */
function combine([first, ...others]: readonly Mask[], type: "and" | "or", rows: number): Mask {
  if (!first) return new Uint8Array(rows).fill(1);
  for (const other of others) {
    if (type === "and") for (let row = 0; row < rows; row++) first[row] = (first[row] ?? 0) & (other[row] ?? 0);
    else for (let row = 0; row < rows; row++) first[row] = (first[row] ?? 0) | (other[row] ?? 0);
  }
  return first;
}
