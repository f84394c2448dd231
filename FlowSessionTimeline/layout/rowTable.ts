import type { PackedTrack } from "./packedTrack";
import type { TrackSet } from "./trackSet";

export const ROW_KINDS = ["run", "ghost", "track", "lanes"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** The index of a row kind, as RowTable.kind holds it. */
export const rowKindIndex = (kind: RowKind): number => ROW_KINDS.indexOf(kind);

/** A track as the rows show it: what of it lies in the window. */
export interface Track extends PackedTrack {
  /** How many lanes the runs of the window need; runs on further lanes lie outside the window. */
  readonly laneCount: number;
  /** How many of them are drawn; if not all are, a further line stands for the rest. */
  readonly shownLanes: number;
  /** The runs of the window on lanes that are not drawn, and how many of them failed. */
  readonly moreRuns: number;
  readonly moreFailures: number;
  readonly runsInWindow: number;
  readonly failuresInWindow: number;
  /** The time inside the window in which at least one run of the track executed. */
  readonly busyMs: number;
}

/** The rows of a picture from top to bottom, as columns; `count` entries each unless said otherwise. */
export interface RowTable {
  readonly count: number;
  /** Height of all rows in CSS px. */
  readonly heightPx: number;
  /** Index in ROW_KINDS. */
  readonly kind: Uint8Array;
  /** run, ghost: node of the forest; track, lanes: index in `tracks`. */
  readonly node: Int32Array;
  /** 0 for a root. */
  readonly depth: Uint16Array;
  readonly hasChildren: Uint8Array;
  readonly expanded: Uint8Array;
  /** 1 if the row is there only because a descendant matches. */
  readonly dimmed: Uint8Array;
  /** Top of each row in CSS px from the top of the first; count + 1 entries, the last is heightPx. */
  readonly topPx: Uint32Array;
  /** -1 for a root. */
  readonly parentRow: Int32Array;
  /** From 1, as aria-posinset. */
  readonly positionInSet: Int32Array;
  /** As aria-setsize. */
  readonly setSize: Int32Array;
  /** Empty for the tree. */
  readonly tracks: readonly Track[];
  /** What the tracks were taken from; null for the tree. */
  readonly trackSet: TrackSet | null;
  /** Distinct runs that match and lie in the window, also those inside collapsed rows; ancestors kept as such, and ghosts, do not count. */
  readonly runs: number;
  /** By node, for the tree: whether it is kept and why (treeLinks.ts); empty for tracks. */
  readonly kept: Uint8Array;
  /** The filter behind the rows: 1 per slot that it lets through; null: all. */
  readonly matches: Uint8Array | null;
  /** The row of a forest's node, in tracks the row that holds the run; -1 if it has none. */
  rowOfNode(node: number): number;
  /** The row at a distance from the top of the first row, clamped to the first and last; -1 if there are no rows. */
  rowAt(yPx: number): number;
}

/** What a row table is made of. */
export type RowColumns = Omit<RowTable, "rowAt" | "heightPx">;

/** Adds the search for a place to finished columns. */
export function rowTable(columns: RowColumns): RowTable {
  const { count, topPx } = columns;
  return {
    ...columns,
    heightPx: topPx[count] ?? 0,
    rowAt: (yPx) => {
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (topPx[middle] <= yPx) low = middle;
        else high = middle - 1;
      }
      return count === 0 ? -1 : low;
    },
  };
}
