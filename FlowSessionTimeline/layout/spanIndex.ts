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

/** The ends of the runs that have one, and where those that waited began and ceased to; all waits have one mark. By fromMs. */
function* timesOf({ length, fromMs, toMs, waitFromMs, mark }: SpanColumns): Work<{ readonly ended: MarkedTimes; readonly waitStarts: MarkedTimes; readonly waitEnds: MarkedTimes }> {
  let [ends, waits] = [0, 0];
  yield* inBlocks(0, length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (toMs[i] !== Infinity) ends++;
      if (waitFromMs[i] < fromMs[i]) waits++;
    }
  });
  const ended = { times: new Float64Array(ends), marks: new Uint8Array(ends) };
  const marks = new Uint8Array(waits);
  const waitStarts = { times: new Float64Array(waits), marks };
  const waitEnds = { times: new Float64Array(waits), marks };
  let [end, wait] = [0, 0];
  yield* inBlocks(0, length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (toMs[i] !== Infinity) {
        ended.times[end] = toMs[i];
        ended.marks[end++] = mark[i];
      }
      if (waitFromMs[i] < fromMs[i]) {
        waitStarts.times[wait] = waitFromMs[i];
        waitEnds.times[wait++] = fromMs[i];
      }
    }
  });
  return { ended, waitStarts, waitEnds };
}
