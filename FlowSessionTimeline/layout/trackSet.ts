import { inBlocks, Work } from "../base/work";
import { buildPackedTrack, PackedTrack } from "./packedTrack";
import type { RowsInput } from "./rowsInput";
import { SpanColumns } from "./spanColumns";
import { TrackKeys, trackKeys, TrackLayout } from "./trackKeys";

/** What decides on which track a run lies and which of its lanes; neither window nor order nor collapsing do. */
export type TrackSetInput = Pick<RowsInput, "store" | "forest" | "matches" | "zone">;

/** All matching runs that have a time on tracks, in the window or not. */
export interface TrackSet {
  readonly layout: TrackLayout;
  /** In no order; one whose runs have all gone is empty. */
  readonly tracks: readonly PackedTrack[];
  /** By slot: the index of its track in `tracks`; -1 for a run that is on none. */
  readonly trackOf: Int32Array;
  /** The index of a track by the code of its group (TrackKeys). */
  readonly ofCode: ReadonlyMap<number, number>;
  readonly input: Pick<TrackSetInput, "store" | "matches" | "zone">;
  readonly storeVersion: number;
}

/** Those that are there already while they hold, else made anew in slices. */
export function* trackSetOf(input: RowsInput, layout: TrackLayout): Work<TrackSet> {
  const { trackSet, store } = input;
  const holds = trackSet !== null && trackSet.layout === layout && trackSet.storeVersion === store.version && trackSet.input.store === store
    && trackSet.input.matches === input.matches && (layout !== "day" || trackSet.input.zone === input.zone);
  return holds ? trackSet : yield* buildTrackSet(input, layout);
}

export function* buildTrackSet(input: TrackSetInput, layout: TrackLayout): Work<TrackSet> {
  const { store } = input;
  if (layout !== "status" && layout !== "day") yield* store.readRest();
  const keys = trackKeys(input, layout);
  const groups = yield* groupRuns(input, keys);
  const members = yield* sortIntoGroups(input, groups);
  const tracks: PackedTrack[] = [];
  for (const [code, track] of groups.ofCode) {
    const runs = members.part(groups.ends[track] - groups.counts[track], groups.counts[track]);
    tracks.push(yield* buildPackedTrack({ key: keys.key(code), group: keys.group(code) }, runs));
    // Most are too small to stop on the way.
    yield;
  }
  const { matches, zone } = input;
  return { layout, tracks, trackOf: groups.trackOf, ofCode: groups.ofCode, input: { store, matches, zone }, storeVersion: store.version };
}

/** Codes are mostly indices of tables: as many are looked up without a map. */
const LOW_CODES = 4096;

interface Groups extends Pick<TrackSet, "trackOf" | "ofCode"> {
  readonly counts: number[];
  /** Where the members of each group end if those of all stand one after another. */
  readonly ends: number[];
}

/** Whether a run is on a track at all. */
export const isOnTrack = ({ store, matches }: TrackSetInput, slot: number): boolean =>
  store.live[slot] === 1 && (matches === null || matches[slot] === 1) && !Number.isNaN(store.fromMs[slot]);

function* groupRuns(input: TrackSetInput, keys: TrackKeys): Work<Groups> {
  const { byStart } = input.forest;
  const trackOf = new Int32Array(input.store.slotCount).fill(-1);
  const ofCode = new Map<number, number>();
  // By code plus one: a million look-ups in a map cost as much as all else here.
  const ofLowCode = new Int32Array(LOW_CODES);
  const counts: number[] = [];
  yield* inBlocks(0, byStart.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const slot = byStart[at];
      if (!isOnTrack(input, slot)) continue;
      const code = keys.codeOf(slot);
      const isLow = code >= 0 && code < LOW_CODES;
      let group = isLow ? ofLowCode[code] - 1 : ofCode.get(code) ?? -1;
      if (group < 0) {
        ofCode.set(code, (group = counts.push(0) - 1));
        if (isLow) ofLowCode[code] = group + 1;
      }
      counts[group]++;
      trackOf[slot] = group;
    }
  });
  let end = 0;
  return { trackOf, ofCode, counts, ends: counts.map((count) => (end += count)) };
}

/** The members of all groups, one group after another, each in the order of time. */
function* sortIntoGroups({ store, forest: { byStart } }: TrackSetInput, { trackOf, counts, ends }: Groups): Work<SpanColumns> {
  const members = new SpanColumns(ends[ends.length - 1] ?? 0);
  const next = Int32Array.from(ends, (end, group) => end - counts[group]);
  yield* inBlocks(0, byStart.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const slot = byStart[at];
      const group = trackOf[slot];
      if (group >= 0) members.put(next[group]++, store, slot);
    }
  });
  return members;
}
