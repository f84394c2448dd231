import { LANE_PX, laneTopPx } from "../layout/measures";
import { RowTable, trackOfRow } from "../layout/rowTable";

/** Where something stands among the rows, px from the top of the first. */
export interface Stretch {
  readonly topPx: number;
  readonly bottomPx: number;
}

/** Null for no row (-1). */
export function rowStretch(rows: RowTable, row: number): Stretch | null {
  const topPx = rows.topPx[row] ?? 0;
  return row < 0 ? null : { topPx, bottomPx: rows.topPx[row + 1] ?? topPx };
}

/** One lane of a row of lanes; null for a lane that is not drawn, which is not there to be seen. */
export function laneStretch(rows: RowTable, row: number, lane: number): Stretch | null {
  const track = trackOfRow(rows, row);
  if (!track || lane < 0 || lane >= track.shownLanes) return null;
  const topPx = (rows.topPx[row] ?? 0) + laneTopPx(lane);
  return { topPx, bottomPx: topPx + LANE_PX };
}

/** The scroll offset that lies nearest to the one there is and shows the stretch, its top if it is higher than the viewport; px. */
export function scrollToShow({ topPx, bottomPx }: Stretch, scrollPx: number, heightPx: number): number {
  if (topPx < scrollPx) return topPx;
  return bottomPx > scrollPx + heightPx ? Math.min(topPx, bottomPx - heightPx) : scrollPx;
}
