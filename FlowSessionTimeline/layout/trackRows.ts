import { sortInSlices } from "../base/sort";
import { Work } from "../base/work";
import { NO_STATUS, STATUS_FAMILIES } from "../domain/status";
import { isFolded } from "./collapse";
import { LANE_PX, LANES_PADDING_PX, ROW_PX } from "./measures";
import { RowTable, rowTable, Track } from "./rowTable";
import type { LayoutKind, RowsInput } from "./rowsInput";
import { RowWriter } from "./rowWriter";
import { isInWindow } from "./runTimes";
import { NAME_ORDER } from "./siblingOrder";
import { buildTrack } from "./track";

const STEPS = 4096;

type TrackLayout = Exclude<LayoutKind, "tree">;

/** Matching runs that have a time, by the index of their reference, or by their status. */
function* groupRuns({ store, matches }: RowsInput, layout: TrackLayout): Work<ReadonlyMap<number, number[]>> {
  const groups = new Map<number, number[]>();
  for (let slot = 0; slot < store.slotCount; slot++) {
    if (slot % STEPS === STEPS - 1) yield;
    if (!store.isLive(slot) || (matches !== null && matches[slot] === 0) || Number.isNaN(store.fromMs[slot])) continue;
    const group = layout === "status" ? store.statusCode[slot] : store[layout][slot];
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [slot]);
    else members.push(slot);
  }
  return groups;
}

/** The tracks that show something in the window, in no order. */
function* buildTracks(input: RowsInput, layout: TrackLayout): Work<Track[]> {
  const { store, window, nowMs } = input;
  const groups = yield* groupRuns(input, layout);
  const tracks: Track[] = [];
  for (const [group, members] of groups) {
    yield;
    if (!members.some((slot) => isInWindow(store, slot, window, nowMs))) continue;
    const slots = Int32Array.from(members);
    yield* sortInSlices(slots, (a, b) => store.fromMs[a] - store.fromMs[b] || a - b);
    const isStatus = layout === "status";
    const key = `${layout}:${isStatus ? group : store.references.key(group)}`;
    const reference = isStatus ? null : store.references.reference(group);
    tracks.push(yield* buildTrack(input, { key, reference, statusCode: isStatus ? group : NO_STATUS, slots }));
  }
  return tracks;
}

/** By how long they were busy if the user sorts by duration; else statuses as in the legend, and others by name, what has none last. */
function compareTracks({ store, sort, descending }: RowsInput): (a: Track, b: Track) => number {
  const sign = descending ? -1 : 1;
  if (sort === "duration") return (a, b) => sign * (a.busyMs - b.busyMs);
  const name = (track: Track): string => track.reference?.name || track.reference?.id || "";
  const family = (track: Track): number => STATUS_FAMILIES.indexOf(store.statuses.get(track.statusCode).family);
  return (a, b) => {
    if (a.reference === null || b.reference === null) return family(a) - family(b) || a.statusCode - b.statusCode;
    return Number(name(a) === "") - Number(name(b) === "") || (sort === "name" ? sign : 1) * NAME_ORDER.compare(name(a), name(b));
  };
}

/** A header row per track and, unless it is collapsed, one tall row with its lanes. */
export function* buildTrackRows(input: RowsInput, layout: TrackLayout): Work<RowTable> {
  const tracks = (yield* buildTracks(input, layout)).sort(compareTracks(input));
  const writer = new RowWriter(2 * tracks.length);
  const nodeRow = new Int32Array(input.forest.nodeCount).fill(-1);
  let runs = 0;
  for (const [index, track] of tracks.entries()) {
    const row = addTrack(writer, index, tracks.length, track, !isFolded(input.collapsed, track.key, 0));
    for (const slot of track.slots) nodeRow[slot] = row;
    runs += track.runsInWindow;
    yield;
  }
  return rowTable({ ...writer.columns(), nodeRow, tracks, runs, kept: new Uint8Array(0), matches: input.matches });
}

/** @returns the row that holds the track's runs: its lanes, or its header while it is collapsed */
function addTrack(writer: RowWriter, index: number, setSize: number, track: Track, expanded: boolean): number {
  const header = writer.add({
    kind: "track", node: index, depth: 0, parentRow: -1, positionInSet: index + 1, setSize, heightPx: ROW_PX, hasChildren: true, expanded, dimmed: false,
  });
  if (!expanded) return header;
  const heightPx = track.laneCount * LANE_PX + LANES_PADDING_PX;
  return writer.add({
    kind: "lanes", node: index, depth: 1, parentRow: header, positionInSet: 1, setSize: 1, heightPx, hasChildren: false, expanded: false, dimmed: false,
  });
}
