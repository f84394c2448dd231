import { Work } from "../base/work";
import { buildLaneIndex, LaneIndex } from "./laneIndex";
import { packLanes } from "./lanes";
import { MAX_LANES } from "./measures";
import { SpanColumns } from "./spanColumns";
import { buildSpanIndex, SpanIndex } from "./spanIndex";
import { TrackGroup } from "./trackKeys";

const STEPS = 4096;

/** What a track is called. */
export interface TrackName {
  /** Layout and group, e.g. "machine:3f…": the key for collapsing; never equal to a run's id. */
  readonly key: string;
  readonly group: TrackGroup;
}

/** The runs of one group, packed into lanes on which none overlaps another, and what makes a picture of them cost pixels, not runs. */
export interface PackedTrack extends TrackName {
  /** All matching runs of the track that have a time, in the window or not, by fromMs. */
  readonly slots: Int32Array;
  /** The same slots by lane, then by fromMs: lane i is laneSlots[laneOffsets[i] .. laneOffsets[i + 1]). */
  readonly laneSlots: Int32Array;
  readonly laneOffsets: Int32Array;
  readonly laneIndex: LaneIndex;
  readonly spans: SpanIndex;
  /** The runs on lanes beyond the first MAX_LANES; null if there are none. */
  readonly beyond: SpanIndex | null;
  /** The longest wait before a start among `slots`, in ms: how far behind a window its waits may end. */
  readonly longestWaitMs: number;
}

/** @param runs by fromMs */
export function* buildPackedTrack(name: TrackName, runs: SpanColumns): Work<PackedTrack> {
  const { lane, count } = yield* packLanes(runs);
  const { order, laneOffsets } = yield* byLane(lane, count);
  return {
    ...name,
    slots: runs.slots,
    laneSlots: order.map((i) => runs.slots[i]),
    laneOffsets,
    laneIndex: yield* buildLaneIndex(runs, order),
    spans: yield* buildSpanIndex(runs),
    beyond: count <= MAX_LANES ? null : yield* buildSpanIndex(yield* beyondLanes(runs, lane)),
    longestWaitMs: yield* longestWait(runs),
  };
}

/** The indices of each lane one after another, each lane in the order of time. */
function* byLane(lane: Int32Array, count: number): Work<{ readonly order: Int32Array; readonly laneOffsets: Int32Array }> {
  const laneOffsets = new Int32Array(count + 1);
  for (let i = 0; i < lane.length; i++) {
    laneOffsets[lane[i] + 1]++;
    if (i % STEPS === STEPS - 1) yield;
  }
  for (let i = 0; i < count; i++) laneOffsets[i + 1] += laneOffsets[i];
  const next = laneOffsets.slice();
  const order = new Int32Array(lane.length);
  for (let i = 0; i < lane.length; i++) {
    order[next[lane[i]]++] = i;
    if (i % STEPS === STEPS - 1) yield;
  }
  return { order, laneOffsets };
}

function* beyondLanes(runs: SpanColumns, lane: Int32Array): Work<SpanColumns> {
  const kept = new SpanColumns(lane.reduce((sum, one) => sum + Number(one >= MAX_LANES), 0));
  let count = 0;
  for (let i = 0; i < lane.length; i++) {
    if (lane[i] >= MAX_LANES) kept.copy(count++, runs, i);
    if (i % STEPS === STEPS - 1) yield;
  }
  return kept;
}

function* longestWait({ fromMs, waitFromMs }: SpanColumns): Work<number> {
  let longest = 0;
  for (let i = 0; i < fromMs.length; i++) {
    if (fromMs[i] - waitFromMs[i] > longest) longest = fromMs[i] - waitFromMs[i];
    if (i % STEPS === STEPS - 1) yield;
  }
  return longest;
}
