/** The hierarchy, for contenders that know none themselves. */
import { BenchRow, NOW } from "./contract";

export interface TreeRow {
  row: BenchRow;
  readonly depth: number;
  readonly hasChildren: boolean;
}

/** Rows in the order of the tree, parents before their children. */
export function flatten(rows: readonly BenchRow[]): TreeRow[] {
  const children = new Map<string, BenchRow[]>();
  const known = new Set(rows.map((row) => row.id));
  const roots: BenchRow[] = [];
  for (const row of rows) {
    if (row.parentId === null || !known.has(row.parentId)) roots.push(row);
    else {
      const siblings = children.get(row.parentId);
      if (siblings) siblings.push(row);
      else children.set(row.parentId, [row]);
    }
  }
  const flat: TreeRow[] = [];
  const open = roots.reverse().map((row) => ({ row, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { row, depth } = next;
    const below = children.get(row.id) ?? [];
    flat.push({ row, depth, hasChildren: below.length > 0 });
    for (let i = below.length - 1; i >= 0; i--) open.push({ row: below[i] as BenchRow, depth: depth + 1 });
  }
  return flat;
}

export const endOf = (row: BenchRow): number => row.completedon ?? NOW;

/** Rows whose shown fields differ: what a live refresh has to find out at least once. */
export function changedRows(before: ReadonlyMap<string, BenchRow>, rows: readonly BenchRow[]): BenchRow[] {
  return rows.filter((row) => {
    const old = before.get(row.id);
    return !old || old.status !== row.status || old.completedon !== row.completedon || old.startedon !== row.startedon || old.name !== row.name;
  });
}

export const indexById = (rows: readonly BenchRow[]): Map<string, BenchRow> => new Map(rows.map((row) => [row.id, row]));
