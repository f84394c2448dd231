import { Work } from "../base/work";
import { RunStore } from "../domain/runStore";
import { buildLaneIndex, LaneIndex } from "./laneIndex";
import { packLanes } from "./lanes";
import { MAX_LANES } from "./measures";
import { buildSpanIndex, buildWaitIndex, SpanIndex, WaitIndex } from "./spanIndex";
import { TrackGroup } from "./trackKeys";

const STEPS = 4096;

/** What a track is before it is packed. */
export interface TrackMembers {
  /** Layout and group, e.g. "machine:3f…": the key for collapsing; never equal to a run's id. */
  readonly key: string;
  readonly group: TrackGroup;
  /** All matching runs of the track that have a time, in the window or not, by fromMs. */
  readonly slots: Int32Array;
}

/** The runs of one group, packed into lanes on which none overlaps another, and what makes a picture of them cost pixels, not runs. */
export interface PackedTrack extends TrackMembers {
  /** The lane of each entry of `slots`. */
  readonly lane: Int32Array;
  /** The same slots by lane, then by fromMs: lane i is laneSlots[laneOffsets[i] .. laneOffsets[i + 1]). */
  readonly laneSlots: Int32Array;
  readonly laneOffsets: Int32Array;
  readonly laneIndex: LaneIndex;
  readonly spans: SpanIndex;
  readonly waits: WaitIndex;
  /** The runs on lanes beyond the first MAX_LANES; null if there are none. */
  readonly beyond: SpanIndex | null;
  /** The longest wait before a start among `slots`, in ms: how far behind a window its waits may end. */
  readonly longestWaitMs: number;
}

export function* buildPackedTrack(store: RunStore, members: TrackMembers): Work<PackedTrack> {
  const { slots } = members;
  const { lane, count } = yield* packLanes(store, slots);
  const lanes = yield* byLane(slots, lane, count);
  return {
    ...members,
    lane,
    ...lanes,
    laneIndex: yield* buildLaneIndex(store, lanes.laneSlots),
    spans: yield* buildSpanIndex(store, slots),
    waits: yield* buildWaitIndex(store, slots),
    beyond: count <= MAX_LANES ? null : yield* buildSpanIndex(store, slots.filter((_, i) => lane[i] >= MAX_LANES)),
    longestWaitMs: yield* longestWait(store, slots),
  };
}

/** The slots of each lane one after another, each lane in the order of time. */
function* byLane(slots: Int32Array, lane: Int32Array, count: number): Work<Pick<PackedTrack, "laneSlots" | "laneOffsets">> {
  const laneOffsets = new Int32Array(count + 1);
  for (let i = 0; i < slots.length; i++) {
    laneOffsets[lane[i] + 1]++;
    if (i % STEPS === STEPS - 1) yield;
  }
  for (let i = 0; i < count; i++) laneOffsets[i + 1] += laneOffsets[i];
  const next = laneOffsets.slice();
  const laneSlots = new Int32Array(slots.length);
  for (let i = 0; i < slots.length; i++) {
    laneSlots[next[lane[i]]++] = slots[i];
    if (i % STEPS === STEPS - 1) yield;
  }
  return { laneSlots, laneOffsets };
}

function* longestWait(store: RunStore, slots: Int32Array): Work<number> {
  let longest = 0;
  for (let i = 0; i < slots.length; i++) {
    const wait = store.fromMs[slots[i]] - store.waitFromMs[slots[i]];
    if (wait > longest) longest = wait;
    if (i % STEPS === STEPS - 1) yield;
  }
  return longest;
}
