import { MarkedTimes, sortTimes } from "../base/sortTimes";
import { inBlocks, Work } from "../base/work";
import { Ramp } from "./ramp";
import { MARK_COUNT, SpanColumns } from "./spanColumns";

/** When runs were under way and when they waited: how many at any moment is how many had begun to, without those that had ended. */
export interface SpanIndex {
  readonly starts: Ramp;
  /** Of what has ended: the rest ends at now, which moves. */
  readonly ends: Ramp;
  /** When runs began to wait before they started, and when they no longer did. */
  readonly waitStarts: Ramp;
  readonly waitEnds: Ramp;
}

/** @param runs afterwards their ends and waits are other numbers: to allocate as many again would cost as much as to sort them */
export function* buildSpanIndex(runs: SpanColumns): Work<SpanIndex> {
  const { fromMs, mark } = runs;
  const { ended, waitStarts, waitEnds } = yield* timesOf(runs);
  return {
    starts: yield* Ramp.build({ times: fromMs, marks: mark }, MARK_COUNT),
    ends: yield* Ramp.build(yield* sortTimes(ended), MARK_COUNT),
    waitStarts: yield* Ramp.build(yield* sortTimes(waitStarts), 1),
    waitEnds: yield* Ramp.build(waitEnds, 1),
  };
}

/** The ends of the runs that have one, and where those that waited began and ceased to; all waits have one mark. By fromMs, in the place of the runs' own ends and waits. */
function* timesOf({ length, fromMs, toMs, waitFromMs, mark }: SpanColumns): Work<{ readonly ended: MarkedTimes; readonly waitStarts: MarkedTimes; readonly waitEnds: MarkedTimes }> {
  const endMarks = new Uint8Array(length);
  let [ends, waits] = [0, 0];
  yield* inBlocks(0, length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (waitFromMs[i] < fromMs[i]) waits++;
      if (toMs[i] === Infinity) continue;
      toMs[ends] = toMs[i];
      endMarks[ends++] = mark[i];
    }
  });
  const waitMarks = new Uint8Array(waits);
  const waitEnds = { times: new Float64Array(waits), marks: waitMarks };
  let wait = 0;
  yield* inBlocks(0, length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (!(waitFromMs[i] < fromMs[i])) continue;
      waitFromMs[wait] = waitFromMs[i];
      waitEnds.times[wait++] = fromMs[i];
    }
  });
  return { ended: { times: toMs.subarray(0, ends), marks: endMarks.subarray(0, ends) }, waitStarts: { times: waitFromMs.subarray(0, waits), marks: waitMarks }, waitEnds };
}
