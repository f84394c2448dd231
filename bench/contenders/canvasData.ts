import { BenchRow, STATUS_NAMES } from "../page/contract";
import { endOf } from "../page/tree";

const STATUS_INDEX: ReadonlyMap<string, number> = new Map(STATUS_NAMES.map((name, index) => [name, index]));

/** Runs as columns, in the order of the tree: the least that a canvas needs. */
export class CanvasData {
  public readonly count: number;
  public readonly start: Float64Array;
  public readonly end: Float64Array;
  public readonly status: Uint8Array;
  public readonly depth: Uint8Array;
  /** First child of a row, or -1. */
  public readonly first: Int32Array;
  /** Rows in the order of the tree. */
  public readonly order: Int32Array;
  public readonly names: string[];
  private readonly ids: string[];

  public constructor(rows: readonly BenchRow[]) {
    const count = (this.count = rows.length);
    this.start = new Float64Array(count);
    this.end = new Float64Array(count);
    this.status = new Uint8Array(count);
    this.depth = new Uint8Array(count);
    this.first = new Int32Array(count).fill(-1);
    this.order = new Int32Array(count);
    this.ids = rows.map((row) => row.id);
    this.names = rows.map((row) => row.name);
    rows.forEach((row, at) => this.write(at, row));
    this.arrange(rows);
  }

  /** Takes a refresh over in place. @returns false if the rows are others */
  public update(rows: readonly BenchRow[]): boolean {
    if (rows.length !== this.count) return false;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as BenchRow;
      if (row.id !== this.ids[at]) return false;
      this.write(at, row);
    }
    return true;
  }

  private write(at: number, row: BenchRow): void {
    this.start[at] = row.startedon;
    this.end[at] = endOf(row);
    this.status[at] = STATUS_INDEX.get(row.status) ?? 0;
    this.names[at] = row.name;
  }

  /** Parents before their children, without recursion. */
  private arrange(rows: readonly BenchRow[]): void {
    const { count, first, depth, order } = this;
    const next = new Int32Array(count).fill(-1);
    const index = new Map(this.ids.map((id, at) => [id, at]));
    let roots = -1;
    for (let at = count - 1; at >= 0; at--) {
      const parentId = rows[at]?.parentId ?? null;
      const parent = parentId === null ? undefined : index.get(parentId);
      next[at] = parent === undefined ? roots : first[parent];
      if (parent === undefined) roots = at;
      else first[parent] = at;
    }
    const stack = new Int32Array(count + 1);
    let size = 0;
    let row = 0;
    if (roots >= 0) stack[size++] = roots;
    while (size > 0) {
      const at = stack[--size];
      order[row++] = at;
      if (next[at] >= 0) {
        depth[next[at]] = depth[at];
        stack[size++] = next[at];
      }
      if (first[at] >= 0) {
        depth[first[at]] = depth[at] + 1;
        stack[size++] = first[at];
      }
    }
  }
}
