import { RunStore } from "../domain/runStore";
import { laneOf } from "../layout/mergedRuns";
import { LANE_PX, laneTopPx } from "../layout/measures";
import { trackOfRow } from "../layout/rowTable";
import { Derived } from "./derived";
import { rowKey, rowOfKey } from "./rowKey";

/** What must stay where it is on screen while the rows around it are made anew. */
export interface Anchor {
  readonly key: string;
  /** Of its middle below the top of the viewport, px. */
  readonly offsetPx: number;
}

/** The middle of what a key names, px below the top of the first row: of a run's lane where it lies on a track; NaN if it has no place. */
function middleOf({ rows, forest }: Derived, key: string, store: RunStore): number {
  const row = rowOfKey(rows, key, forest);
  if (row < 0) return NaN;
  const top = rows.topPx[row] ?? 0;
  const slot = store.slotOf(key);
  const track = slot < 0 ? undefined : trackOfRow(rows, row);
  const lane = track ? laneOf(store, track, slot) : -1;
  if (track && lane >= 0 && lane < track.shownLanes && !rows.hasChildren(row)) return top + laneTopPx(lane) + LANE_PX / 2;
  return (top + (rows.topPx[row + 1] ?? top)) / 2;
}

/** The first of the keys that is in view; else the topmost row. @param heightPx of the viewport */
export function anchorOf(derived: Derived, store: RunStore, keys: readonly string[], scrollPx: number, heightPx: number): Anchor {
  for (const key of keys) {
    const offsetPx = middleOf(derived, key, store) - scrollPx;
    if (offsetPx >= 0 && offsetPx < heightPx) return { key, offsetPx };
  }
  const key = rowKey(derived.rows, derived.rows.rowAt(scrollPx), store, derived.forest);
  return { key, offsetPx: middleOf(derived, key, store) - scrollPx };
}

/** The scroll offset that brings the anchor to where it was; NaN if it is gone. */
export const scrollFor = (derived: Derived, store: RunStore, { key, offsetPx }: Anchor): number => middleOf(derived, key, store) - offsetPx;
