import { RowColumns, RowKind, rowFlags } from "./rowTable";

/** One row as it is put at the end of the columns. */
export interface NewRow {
  readonly kind: RowKind;
  readonly node: number;
  readonly positionInSet: number;
  readonly heightPx: number;
  readonly hasChildren: boolean;
  readonly expanded: boolean;
  readonly dimmed: boolean;
}

/** Row columns while they are filled from top to bottom. */
export class RowWriter {
  public count = 0;
  private readonly flags: Uint8Array;
  private readonly node: Int32Array;
  private readonly topPx: Uint32Array;
  private readonly position: Int32Array;

  /** @param capacity at least the number of rows to come */
  public constructor(capacity: number) {
    this.flags = new Uint8Array(capacity);
    this.node = new Int32Array(capacity);
    this.topPx = new Uint32Array(capacity + 1);
    this.position = new Int32Array(capacity);
  }

  /** @returns the index of the row */
  public add(row: NewRow): number {
    const i = this.count++;
    this.flags[i] = rowFlags(row);
    this.node[i] = row.node;
    this.topPx[i + 1] = this.topPx[i] + row.heightPx;
    this.position[i] = row.positionInSet;
    return i;
  }

  public columns(): Pick<RowColumns, "count" | "flags" | "node" | "topPx" | "position"> {
    const { count } = this;
    return {
      count,
      flags: this.flags.subarray(0, count),
      node: this.node.subarray(0, count),
      topPx: this.topPx.subarray(0, count + 1),
      position: this.position.subarray(0, count),
    };
  }
}
