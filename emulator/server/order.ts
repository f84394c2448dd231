/** The order of a fetch's rows: blank first when ascending, choices and lookups by what a user reads, at last by id. */
import type { Column } from "./column";
import { CodedColumn, NumberColumn } from "./column";
import type { ServerTable } from "./columnTable";
import { type JoinedSource, NO_ROW, type Tuple } from "./joins";

export interface OrderKey {
  /** Place of the source in a tuple. */
  readonly source: number;
  readonly table: ServerTable;
  readonly attribute: string;
  /** null: the primary id. */
  readonly column: Column | null;
  readonly descending: boolean;
}

export type Compare = (left: Tuple, right: Tuple) => number;

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

export function comparator(keys: readonly OrderKey[]): Compare {
  const parts = keys.map(({ source, table, column, descending }) => ({ source, sign: descending ? -1 : 1, compare: rowCompare(table, column) }));
  return (left, right) => {
    for (const { source, sign, compare } of parts) {
      const first = left[source] ?? NO_ROW;
      const second = right[source] ?? NO_ROW;
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
    return (left, right) => compareNumbers(values[left] ?? Number.NaN, values[right] ?? Number.NaN);
  }
  const { codes, dictionary } = column instanceof CodedColumn ? column : column.names;
  const ranks = dictionary.ranksByText();
  return (left, right) => (ranks[codes[left] ?? 0] ?? 0) - (ranks[codes[right] ?? 0] ?? 0);
}

/** NaN is blank, and comes first. */
export function compareNumbers(left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(right)) - Number(Number.isNaN(left));
  return left - right;
}

/** The first few of many in an order, without sorting the rest. */
export class FirstOf {
  /** A heap: the last in order on top. */
  private readonly heap: Tuple[] = [];

  constructor(private readonly size: number, private readonly compare: Compare) {}

  /** The tuple is copied if it is kept. */
  add(tuple: Tuple): void {
    const { heap, size, compare } = this;
    if (heap.length < size) {
      heap.push(tuple.slice());
      this.rise(heap.length - 1);
    } else {
      const top = heap[0];
      if (top === undefined || compare(tuple, top) >= 0) return;
      heap[0] = tuple.slice();
      this.sink();
    }
  }

  inOrder(): readonly Tuple[] {
    return this.heap.slice().sort(this.compare);
  }

  private rise(from: number): void {
    const { heap, compare } = this;
    for (let place = from; place > 0;) {
      const above = (place - 1) >> 1;
      const child = heap[place];
      const parent = heap[above];
      if (!child || !parent || compare(child, parent) <= 0) return;
      heap[place] = parent;
      heap[above] = child;
      place = above;
    }
  }

  private sink(): void {
    const { heap, compare } = this;
    for (let place = 0; ;) {
      let last = place;
      for (const below of [2 * place + 1, 2 * place + 2]) {
        const child = heap[below];
        const known = heap[last];
        if (child && known && compare(child, known) > 0) last = below;
      }
      const top = heap[place];
      const next = heap[last];
      if (last === place || !top || !next) return;
      heap[place] = next;
      heap[last] = top;
      place = last;
    }
  }
}
