import { Work } from "../base/work";
import { sortInSlices } from "../base/sort";
import { NO_STATUS } from "../domain/status";
import { LANE_PX, LANES_PADDING_PX, ROW_PX } from "./measures";
import { RowTable, rowKindIndex, rowTable, Track } from "./rowTable";
import type { LayoutKind, RowsInput } from "./rows";
import { buildTrack } from "./track";
import { isShownIn } from "./windowTest";

/** Runs done between two looks at the clock. */
const STEPS = 4096;

type TrackLayout = Exclude<LayoutKind, "tree">;

/** Matching runs with a time, by their group: the index of a reference, or the status. */
function* groupRuns({ store, matches }: RowsInput, layout: TrackLayout): Work<ReadonlyMap<number, number[]>> {
  const groups = new Map<number, number[]>();
  for (let slot = 0; slot < store.slotCount; slot++) {
    if (slot % STEPS === 0) yield;
    if (!store.isLive(slot) || (matches && matches[slot] !== 1) || Number.isNaN(store.fromMs[slot] ?? NaN)) continue;
    const group = (layout === "status" ? store.statusCode[slot] : store[layout][slot]) ?? 0;
    const members = groups.get(group);
    if (members) members.push(slot);
    else groups.set(group, [slot]);
  }
  return groups;
}

/** Tracks that show something in the window: by name, what has none last; statuses by their number. */
function* buildTracks(input: RowsInput, layout: TrackLayout): Work<Track[]> {
  const { store } = input;
  const groups = yield* groupRuns(input, layout);
  const tracks: Track[] = [];
  for (const [group, members] of groups) {
    if (!members.some((slot) => isShownIn(store, slot, input.window))) continue;
    const slots = Int32Array.from(members);
    yield* sortInSlices(slots, (a, b) => (store.fromMs[a] ?? 0) - (store.fromMs[b] ?? 0) || a - b);
    const isStatus = layout === "status";
    const reference = isStatus ? null : store.references.reference(group);
    const key = `${layout}:${isStatus ? group : store.references.key(group)}`;
    tracks.push(yield* buildTrack(input, { key, reference, statusCode: isStatus ? group : NO_STATUS, slots }));
  }
  const name = (track: Track): string => track.reference?.name ?? "";
  return tracks.sort((a, b) => a.statusCode - b.statusCode || Number(name(a) === "") - Number(name(b) === "") || name(a).localeCompare(name(b)));
}

/** A header row per track and, unless it is collapsed, one tall row with its lanes. */
export function* buildTrackRows(input: RowsInput, layout: TrackLayout): Work<RowTable> {
  const tracks = yield* buildTracks(input, layout);
  const isOpen = tracks.map((track) => !input.collapsed.has(track.key));
  const count = tracks.length + isOpen.filter(Boolean).length;
  const kind = new Uint8Array(count);
  const node = new Int32Array(count);
  const depth = new Uint16Array(count);
  const hasChildren = new Uint8Array(count);
  const expanded = new Uint8Array(count);
  const topPx = new Float64Array(count + 1);
  const parentRow = new Int32Array(count).fill(-1);
  const positionInSet = new Int32Array(count).fill(1);
  const setSize = new Int32Array(count).fill(1);
  const nodeRow = new Int32Array(input.forest.nodeCount).fill(-1);
  let row = 0;
  tracks.forEach((track, index) => {
    const header = row;
    kind[row] = rowKindIndex("track");
    node[row] = index;
    hasChildren[row] = 1;
    expanded[row] = Number(isOpen[index]);
    positionInSet[row] = index + 1;
    setSize[row] = tracks.length;
    topPx[row + 1] = (topPx[row] ?? 0) + ROW_PX;
    row++;
    if (isOpen[index]) {
      kind[row] = rowKindIndex("lanes");
      node[row] = index;
      depth[row] = 1;
      parentRow[row] = header;
      topPx[row + 1] = (topPx[row] ?? 0) + Math.max(1, track.laneCount) * LANE_PX + LANES_PADDING_PX;
      row++;
    }
    for (const slot of track.slots) nodeRow[slot] = row - 1;
  });
  const runs = tracks.reduce((sum, track) => sum + track.runsInWindow, 0);
  return rowTable({ count, kind, node, depth, hasChildren, expanded, dimmed: new Uint8Array(count), topPx, parentRow, positionInSet, setSize, nodeRow, tracks, runs });
}
