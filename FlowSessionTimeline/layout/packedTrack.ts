import { inBlocks, Work } from "../base/work";
import { buildBusyIndex, BusyIndex } from "./busyTime";
import { buildLaneIndex, LaneIndex } from "./laneIndex";
import { packLanes } from "./lanes";
import { MAX_LANES } from "./measures";
import { SpanColumns } from "./spanColumns";
import { buildSpanIndex, SpanIndex } from "./spanIndex";
import { TrackGroup } from "./trackKeys";

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
  readonly busy: BusyIndex;
  /** The runs on lanes beyond the first MAX_LANES; null if there are none. */
  readonly beyond: SpanIndex | null;
  /** The longest wait before a start among `slots`, in ms: how far behind a window its waits may end. */
  readonly longestWaitMs: number;
}

/** @param runs by fromMs; afterwards their ends and waits are other numbers */
export function* buildPackedTrack(name: TrackName, runs: SpanColumns): Work<PackedTrack> {
  const { lane, count } = yield* packLanes(runs);
  const { order, laneOffsets } = yield* byLane(lane, count);
  return {
    ...name,
    slots: runs.slots,
    laneSlots: yield* slotsOf(runs, order),
    laneOffsets,
    laneIndex: yield* buildLaneIndex(runs, order),
    busy: yield* buildBusyIndex(runs),
    beyond: count <= MAX_LANES ? null : yield* buildSpanIndex(yield* beyondLanes(runs, lane, lane.length - laneOffsets[MAX_LANES])),
    longestWaitMs: yield* longestWait(runs),
    // The last to read the runs.
    spans: yield* buildSpanIndex(runs),
  };
}

/** The indices of each lane one after another, each lane in the order of time. */
function* byLane(lane: Int32Array, count: number): Work<{ readonly order: Int32Array; readonly laneOffsets: Int32Array }> {
  const laneOffsets = new Int32Array(count + 1);
  yield* inBlocks(0, lane.length, (from, to) => {
    for (let i = from; i < to; i++) laneOffsets[lane[i] + 1]++;
  });
  for (let i = 0; i < count; i++) laneOffsets[i + 1] += laneOffsets[i];
  const next = laneOffsets.slice();
  const order = new Int32Array(lane.length);
  yield* inBlocks(0, lane.length, (from, to) => {
    for (let i = from; i < to; i++) order[next[lane[i]]++] = i;
  });
  return { order, laneOffsets };
}

function* slotsOf({ slots }: SpanColumns, order: Int32Array): Work<Int32Array> {
  const ordered = new Int32Array(order.length);
  yield* inBlocks(0, order.length, (from, to) => {
    for (let i = from; i < to; i++) ordered[i] = slots[order[i]];
  });
  return ordered;
}

/** @param many how many runs these are */
function* beyondLanes(runs: SpanColumns, lane: Int32Array, many: number): Work<SpanColumns> {
  const kept = new SpanColumns(many);
  let count = 0;
  yield* inBlocks(0, lane.length, (from, to) => {
    for (let i = from; i < to; i++) if (lane[i] >= MAX_LANES) kept.copy(count++, runs, i);
  });
  return kept;
}

function* longestWait({ fromMs, waitFromMs }: SpanColumns): Work<number> {
  let longest = 0;
  yield* inBlocks(0, fromMs.length, (from, to) => {
    for (let i = from; i < to; i++) if (fromMs[i] - waitFromMs[i] > longest) longest = fromMs[i] - waitFromMs[i];
  });
  return longest;
}
