/** A table of the emulated server. Each change makes a new array of rows, so that a query's answer can be kept until then. */
import type { EmulatedRow, EmulatedTable, TableDefinition } from "./contract";

class ServerTable implements EmulatedTable {
  private current: readonly EmulatedRow[];

  constructor(readonly definition: TableDefinition, rows: readonly EmulatedRow[]) {
    this.current = rows;
  }

  get rows(): readonly EmulatedRow[] { return this.current; }

  setRows(rows: readonly EmulatedRow[]): void {
    this.current = rows;
  }

  upsertRows(rows: readonly EmulatedRow[]): void {
    const next = [...this.current];
    const places = new Map(next.map((row, place) => [row.id, place]));
    for (const row of rows) {
      const place = places.get(row.id);
      if (place === undefined) places.set(row.id, next.push(row) - 1);
      else next[place] = { id: row.id, cells: { ...next[place]?.cells, ...row.cells } };
    }
    this.setRows(next);
  }

  deleteRows(ids: readonly string[]): void {
    const gone = new Set(ids);
    this.setRows(this.current.filter(row => !gone.has(row.id)));
  }
}

/** @param rows kept as they are; ids may repeat. */
export function createTable(definition: TableDefinition, rows: readonly EmulatedRow[] = []): EmulatedTable {
  return new ServerTable(definition, rows);
}
