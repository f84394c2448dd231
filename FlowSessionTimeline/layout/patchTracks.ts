import { inBlocks, Work } from "../base/work";
import { RunStore } from "../domain/runStore";
import { lowerBound } from "./lowerBound";
import { buildPackedTrack } from "./packedTrack";
import type { RowsInput } from "./rowsInput";
import { RowTable, Track } from "./rowTable";
import { columnsOf } from "./spanColumns";
import { trackInWindow } from "./track";
import { trackKeys } from "./trackKeys";
import { rowsOfShown } from "./trackRows";
import { isOnTrack, TrackSet } from "./trackSet";

/**
 * The rows of tracks after these runs changed, came or went: only their own tracks are packed again, all others stay as they are.
 * @param rows made of the same wish
 * @returns null if they must be built anew
 */
export function* patchTrackRows(rows: RowTable, input: RowsInput, slots: readonly number[]): Work<RowTable | null> {
  if (rows.trackSet === null || rows.matches !== input.matches) return null;
  const patched = yield* patchTrackSet(rows.trackSet, input, slots);
  if (patched === null) return null;
  const { set, touched } = patched;
  const byKey = new Map(rows.tracks.map((track) => [track.key, track]));
  const shown = new Map<number, Track>();
  for (const [index, packed] of set.tracks.entries()) {
    const before = byKey.get(packed.key);
    const track = touched.has(index) ? yield* trackInWindow(input, packed) : before && { ...before, group: packed.group };
    if (track && track.runsInWindow > 0) shown.set(index, track);
  }
  return rowsOfShown(input, set, shown);
}

interface Patched {
  readonly set: TrackSet;
  /** The tracks that were packed again, by their index. */
  readonly touched: ReadonlySet<number>;
}

function* patchTrackSet(set: TrackSet, input: RowsInput, changed: readonly number[]): Work<Patched | null> {
  const { store } = input;
  const keys = trackKeys(input, set.layout);
  const trackOf = new Int32Array(Math.max(store.slotCount, set.trackOf.length)).fill(-1);
  trackOf.set(set.trackOf);
  const touched = new Set<number>();
  const come = new Map<number, number[]>();
  const moving = new Set(changed);
  for (const slot of moving) {
    const before = trackOf[slot];
    const after = isOnTrack(input, slot) ? set.ofCode.get(keys.codeOf(slot)) : -1;
    // Its track does not exist yet.
    if (after === undefined) return null;
    if (before >= 0) touched.add(before);
    if (after >= 0) touched.add(after);
    if (after >= 0) come.set(after, [...(come.get(after) ?? []), slot]);
    trackOf[slot] = after;
  }
  const tracks = [...set.tracks];
  for (const [code, index] of set.ofCode) {
    const name = { key: tracks[index].key, group: keys.group(code) };
    if (!touched.has(index)) {
      tracks[index] = { ...tracks[index], group: name.group };
      continue;
    }
    const members = yield* membersOf(store, tracks[index].slots, (slot) => !moving.has(slot), come.get(index) ?? []);
    tracks[index] = yield* buildPackedTrack(name, yield* columnsOf(store, members));
  }
  return { set: { ...set, tracks, trackOf, storeVersion: store.version, input: { store, matches: input.matches, zone: input.zone } }, touched };
}

/** A track's runs by start, then by id: those that stay, and the few that are put in. */
function* membersOf(store: RunStore, before: Int32Array, stays: (slot: number) => boolean, come: readonly number[]): Work<Int32Array> {
  const members = new Int32Array(before.length + come.length);
  let count = 0;
  yield* inBlocks(0, before.length, (from, to) => {
    for (let at = from; at < to; at++) if (stays(before[at])) members[count++] = before[at];
  });
  for (const slot of come) {
    const place = lowerBound(0, count, (at) => (store.fromMs[members[at]] - store.fromMs[slot] || store.compareIds(members[at], slot)) > 0);
    members.copyWithin(place + 1, place, count++);
    members[place] = slot;
  }
  return members.subarray(0, count);
}
