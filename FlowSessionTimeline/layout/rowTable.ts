import type { PackedTrack } from "./packedTrack";
import type { TrackSet } from "./trackSet";

const ROW_KINDS = ["run", "ghost", "track", "lanes"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

const KIND_MASK = 3;
/** In the flags of a row, above the index of its kind. */
export const HAS_CHILDREN = 4;
export const EXPANDED = 8;
export const DIMMED = 16;
/** What has none of them: a run, and a parent that is not loaded. */
export const RUN_FLAGS = ROW_KINDS.indexOf("run");
export const GHOST_FLAGS = ROW_KINDS.indexOf("ghost");

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

/** The rows of a picture from top to bottom: columns of `count` entries each unless said otherwise. */
export interface RowColumns {
  readonly count: number;
  /** What `rowFlags` makes of a row. */
  readonly flags: Uint8Array;
  /** run, ghost: node of the forest; track, lanes: index in `tracks`. */
  readonly node: Int32Array;
  /** Top of each row in CSS px from the top of the first; count + 1 entries, the last is the height of all. */
  readonly topPx: Uint32Array;
  /** From 1, as aria-posinset. */
  readonly position: Int32Array;
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
  /** 0 for a root. */
  depth(row: number): number;
  /** -1 for a root. */
  parentRow(row: number): number;
  /** As aria-setsize. */
  setSize(row: number): number;
}

/** The rows of a picture, as one asks about them. */
export interface RowTable extends RowColumns {
  /** Height of all rows in CSS px. */
  readonly heightPx: number;
  kind(row: number): RowKind;
  hasChildren(row: number): boolean;
  isExpanded(row: number): boolean;
  /** True if the row is there only because a descendant matches. */
  isDimmed(row: number): boolean;
  /** The row at a distance from the top of the first row, clamped to the first and last; -1 if there are no rows. */
  rowAt(yPx: number): number;
}

/** What a row is, in one byte. */
export function rowFlags(row: { readonly kind: RowKind; readonly hasChildren: boolean; readonly expanded: boolean; readonly dimmed: boolean }): number {
  return ROW_KINDS.indexOf(row.kind) | (row.hasChildren ? HAS_CHILDREN : 0) | (row.expanded ? EXPANDED : 0) | (row.dimmed ? DIMMED : 0);
}

/** The track that a row is the header of, or whose lanes it is; undefined for any other row, and for none (-1). */
export const trackOfRow = ({ tracks, node }: RowTable, row: number): Track | undefined => tracks[node[row] ?? -1];

/** Answers from finished columns. A row beyond them is a run without children. */
export function rowTable(columns: RowColumns): RowTable {
  const { count, topPx, flags } = columns;
  return {
    ...columns,
    heightPx: topPx[count] ?? 0,
    kind: (row) => ROW_KINDS[flags[row] & KIND_MASK],
    hasChildren: (row) => (flags[row] & HAS_CHILDREN) !== 0,
    isExpanded: (row) => (flags[row] & EXPANDED) !== 0,
    isDimmed: (row) => (flags[row] & DIMMED) !== 0,
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
