import { sortInSlices } from "../base/sort";
import { Work } from "../base/work";
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
  for (const slot of new Set(changed)) {
    const before = trackOf[slot];
    const after = isOnTrack(input, slot) ? set.ofCode.get(keys.codeOf(slot)) : -1;
    // Its track does not exist yet.
    if (after === undefined) return null;
    if (before >= 0) touched.add(before);
    if (after >= 0) touched.add(after);
    if (after >= 0 && after !== before) come.set(after, [...(come.get(after) ?? []), slot]);
    trackOf[slot] = after;
  }
  const tracks = [...set.tracks];
  for (const [code, index] of set.ofCode) {
    const name = { key: tracks[index].key, group: keys.group(code) };
    if (!touched.has(index)) {
      tracks[index] = { ...tracks[index], group: name.group };
      continue;
    }
    const members = Int32Array.from([...tracks[index].slots.filter((slot) => trackOf[slot] === index), ...(come.get(index) ?? [])]);
    yield* sortInSlices(members, (a, b) => store.fromMs[a] - store.fromMs[b] || store.compareIds(a, b));
    tracks[index] = yield* buildPackedTrack(name, yield* columnsOf(store, members));
  }
  return { set: { ...set, tracks, trackOf, storeVersion: store.version, input: { store, matches: input.matches, zone: input.zone } }, touched };
}
