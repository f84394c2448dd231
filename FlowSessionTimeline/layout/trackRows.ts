import { Work } from "../base/work";
import { isFolded } from "./collapse";
import { LANE_PX, LANES_PADDING_PX, ROW_PX } from "./measures";
import { RowTable, rowTable, Track } from "./rowTable";
import type { RowsInput } from "./rowsInput";
import { RowWriter } from "./rowWriter";
import { trackInWindow } from "./track";
import { TrackLayout } from "./trackKeys";
import { compareTracks } from "./trackOrder";
import { TrackSet, trackSetOf } from "./trackSet";

const NONE_KEPT = new Uint8Array(0);

/** A header row per track that shows something in the window and, unless it is collapsed, one tall row with its lanes. */
export function* buildTrackRows(input: RowsInput, layout: TrackLayout): Work<RowTable> {
  const trackSet = yield* trackSetOf(input, layout);
  const shown = new Map<number, Track>();
  for (const [index, packed] of trackSet.tracks.entries()) {
    const track = yield* trackInWindow(input, packed);
    if (track.runsInWindow > 0) shown.set(index, track);
    yield;
  }
  return rowsOfShown(input, trackSet, shown);
}

/** @param shown by the index in the set */
export function rowsOfShown(input: RowsInput, trackSet: TrackSet, shown: ReadonlyMap<number, Track>): RowTable {
  const compare = compareTracks(input);
  const ordered = [...shown].sort(([, a], [, b]) => compare(a, b));
  const writer = new RowWriter(2 * ordered.length);
  const rowOfTrack = new Int32Array(trackSet.tracks.length).fill(-1);
  let runs = 0;
  for (const [at, [index, track]] of ordered.entries()) {
    rowOfTrack[index] = addTrack(writer, at, track, !isFolded(input.collapsed, track.key, 0));
    runs += track.runsInWindow;
  }
  const { trackOf } = trackSet;
  const columns = writer.columns();
  const isLanes = (row: number): boolean => !rows.hasChildren(row);
  const rows: RowTable = rowTable({
    ...columns, tracks: ordered.map(([, track]) => track), trackSet, runs, kept: NONE_KEPT, matches: input.matches,
    rowOfNode: (node) => (node >= 0 && node < trackOf.length && trackOf[node] >= 0 ? rowOfTrack[trackOf[node]] : -1),
    depth: (row) => (isLanes(row) ? 1 : 0),
    parentRow: (row) => (isLanes(row) ? row - 1 : -1),
    setSize: (row) => (isLanes(row) ? 1 : ordered.length),
  });
  return rows;
}

/** @returns the row that holds the track's runs: its lanes, or its header while it is collapsed */
function addTrack(writer: RowWriter, node: number, track: Track, expanded: boolean): number {
  const header = writer.add({
    kind: "track", node, positionInSet: node + 1, heightPx: ROW_PX, hasChildren: true, expanded, dimmed: false,
  });
  if (!expanded) return header;
  const lines = track.shownLanes + (track.moreRuns > 0 ? 1 : 0);
  return writer.add({
    kind: "lanes", node, positionInSet: 1, heightPx: lines * LANE_PX + LANES_PADDING_PX, hasChildren: false, expanded: false, dimmed: false,
  });
}
