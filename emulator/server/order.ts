/** The order of a fetch's rows: blank first when ascending, choices and lookups by what a user reads, at last by id. */
import type { Column } from "./column";
import { CodedColumn } from "./codedColumn";
import { NumberColumn } from "./numberColumn";
import type { ServerTable } from "./columnTable";
import type { Compare } from "./firstOf";
import { type JoinedSource, NO_ROW } from "./joins";

export interface OrderKey {
  /** Place of the source in a tuple. */
  readonly source: number;
  readonly table: ServerTable;
  readonly attribute: string;
  /** null: the primary id. */
  readonly column: Column | null;
  readonly descending: boolean;
}

/**
 * The root's orders, then its links'. If no order is the root's id, it follows, and what stands behind the id never matters.
 * @throws ServerError for a column that a table lacks.
 */
export function orderKeys(sources: readonly JoinedSource[]): readonly OrderKey[] {
  const keys = sources.flatMap(({ table, node }, source) =>
    node.orders.map(({ by, descending }): OrderKey => ({ source, table, attribute: by, column: table.column(by), descending })));
  const ids = sources.map(({ table }, source): OrderKey => ({ source, table, attribute: table.definition.primaryId, column: null, descending: false }));
  const ownId = keys.findIndex(({ source, column }) => source === 0 && column === null);
  return ownId >= 0 ? [...keys.slice(0, ownId + 1), ...ids.slice(1)] : [...keys, ...ids];
}

/** @param width sources of a tuple. */
export function comparator(keys: readonly OrderKey[], width: number): Compare {
  const parts = keys.map(({ source, table, column, descending }) => ({ source, sign: descending ? -1 : 1, compare: rowCompare(table, column) }));
  return (tuples, left, right) => {
    for (const { source, sign, compare } of parts) {
      const first = tuples[left * width + source];
      const second = tuples[right * width + source];
      if (first === second) continue;
      const order = first === NO_ROW ? -1 : second === NO_ROW ? 1 : compare(first, second);
      if (order !== 0) return order * sign;
    }
    return 0;
  };
}

function rowCompare(table: ServerTable, column: Column | null): (left: number, right: number) => number {
  if (column === null) return (left, right) => table.ids.compare(left, right);
  if (column instanceof NumberColumn) {
    const { values } = column;
    return (left, right) => compareNumbers(values[left], values[right]);
  }
  const { codes, dictionary } = column instanceof CodedColumn ? column : column.names;
  const ranks = dictionary.ranksByText();
  return (left, right) => ranks[codes[left]] - ranks[codes[right]];
}

/** NaN is blank, and comes first. */
export function compareNumbers(left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(right)) - Number(Number.isNaN(left));
  return left - right;
}
