import { RowColumns, RowKind, rowKindIndex } from "./rowTable";

/** One row as it is put at the end of the columns. */
export interface NewRow {
  readonly kind: RowKind;
  readonly node: number;
  readonly depth: number;
  readonly parentRow: number;
  readonly positionInSet: number;
  readonly setSize: number;
  readonly heightPx: number;
  readonly hasChildren: boolean;
  readonly expanded: boolean;
  readonly dimmed: boolean;
}

/** Row columns while they are filled from top to bottom. */
export class RowWriter {
  public count = 0;
  private readonly kind: Uint8Array;
  private readonly node: Int32Array;
  private readonly depth: Uint16Array;
  private readonly hasChildren: Uint8Array;
  private readonly expanded: Uint8Array;
  private readonly dimmed: Uint8Array;
  private readonly topPx: Uint32Array;
  private readonly parentRow: Int32Array;
  private readonly positionInSet: Int32Array;
  private readonly setSize: Int32Array;

  /** @param capacity at least the number of rows to come */
  public constructor(capacity: number) {
    this.kind = new Uint8Array(capacity);
    this.node = new Int32Array(capacity);
    this.depth = new Uint16Array(capacity);
    this.hasChildren = new Uint8Array(capacity);
    this.expanded = new Uint8Array(capacity);
    this.dimmed = new Uint8Array(capacity);
    this.topPx = new Uint32Array(capacity + 1);
    this.parentRow = new Int32Array(capacity);
    this.positionInSet = new Int32Array(capacity);
    this.setSize = new Int32Array(capacity);
  }

  /** @returns the index of the row */
  public add(row: NewRow): number {
    const i = this.count++;
    this.kind[i] = rowKindIndex(row.kind);
    this.node[i] = row.node;
    this.depth[i] = row.depth;
    this.hasChildren[i] = Number(row.hasChildren);
    this.expanded[i] = Number(row.expanded);
    this.dimmed[i] = Number(row.dimmed);
    this.topPx[i + 1] = this.topPx[i] + row.heightPx;
    this.parentRow[i] = row.parentRow;
    this.positionInSet[i] = row.positionInSet;
    this.setSize[i] = row.setSize;
    return i;
  }

  public columns(): Omit<RowColumns, "tracks" | "trackSet" | "runs" | "kept" | "matches" | "rowOfNode"> {
    const { count } = this;
    return {
      count,
      kind: this.kind.subarray(0, count),
      node: this.node.subarray(0, count),
      depth: this.depth.subarray(0, count),
      hasChildren: this.hasChildren.subarray(0, count),
      expanded: this.expanded.subarray(0, count),
      dimmed: this.dimmed.subarray(0, count),
      topPx: this.topPx.subarray(0, count + 1),
      parentRow: this.parentRow.subarray(0, count),
      positionInSet: this.positionInSet.subarray(0, count),
      setSize: this.setSize.subarray(0, count),
    };
  }
}
