import { Reference } from "../domain/run";

export const ROW_KINDS = ["run", "ghost", "track", "lanes"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** The index of a row kind, as RowTable.kind holds it. */
export const rowKindIndex = (kind: RowKind): number => ROW_KINDS.indexOf(kind);

/** The runs of one group, packed into lanes on which none overlaps another. */
export interface Track {
  /** Layout and group, e.g. "machine:3f…": the key for collapsing; never equal to a run's id. */
  readonly key: string;
  /** What the runs have in common; null for a track of a status. */
  readonly reference: Reference | null;
  /** For a track of a status, else NO_STATUS. */
  readonly statusCode: number;
  /** All matching runs of the track that have a time, in the window or not, by fromMs. */
  readonly slots: Int32Array;
  /** The lane of each entry of `slots`. */
  readonly lane: Int32Array;
  /** The same slots by lane, then by fromMs: lane i is laneSlots[laneOffsets[i] .. laneOffsets[i + 1]). */
  readonly laneSlots: Int32Array;
  readonly laneOffsets: Int32Array;
  /** How many lanes the runs of the window need; runs on further lanes lie outside the window. */
  readonly laneCount: number;
  /** The longest wait among `slots`, in ms: how far back one must look for the waits of a window. */
  readonly longestWaitMs: number;
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
  readonly topPx: Float64Array;
  /** -1 for a root. */
  readonly parentRow: Int32Array;
  /** From 1, as aria-posinset. */
  readonly positionInSet: Int32Array;
  /** As aria-setsize. */
  readonly setSize: Int32Array;
  /** Empty for the tree. */
  readonly tracks: readonly Track[];
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

/** What a row table is made of; `nodeRow` maps nodes to rows. */
export type RowColumns = Omit<RowTable, "rowOfNode" | "rowAt" | "heightPx"> & { readonly nodeRow: Int32Array };

/** Adds the two searches to finished columns. */
export function rowTable(columns: RowColumns): RowTable {
  const { nodeRow, ...rest } = columns;
  const { count, topPx } = rest;
  return {
    ...rest,
    heightPx: topPx[count] ?? 0,
    rowOfNode: (node) => nodeRow[node] ?? -1,
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
