import { MarkedTimes, sortTimes } from "../base/sortTimes";
import { Work } from "../base/work";
import { Ramp } from "./ramp";
import { MARK_COUNT, SpanColumns } from "./spanColumns";

const STEPS = 4096;

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
  const { fromMs, toMs, waitFromMs, mark } = runs;
  // All waits have one mark.
  const none = new Uint8Array(mark.length);
  const waitStarts = yield* pick(waitFromMs, none, (i) => waitFromMs[i] < fromMs[i]);
  const waitEnds = yield* pick(fromMs, none, (i) => waitFromMs[i] < fromMs[i]);
  const ended = yield* pick(toMs, mark, (i) => toMs[i] !== Infinity);
  return {
    starts: yield* Ramp.build({ times: fromMs, marks: mark }, MARK_COUNT),
    ends: yield* Ramp.build(yield* sortTimes(ended), MARK_COUNT),
    waitStarts: yield* Ramp.build(yield* sortTimes(waitStarts), 1),
    waitEnds: yield* Ramp.build(waitEnds, 1),
  };
}

function* pick(times: Float64Array, marks: Uint8Array, passes: (index: number) => boolean): Work<MarkedTimes> {
  const kept = { times: new Float64Array(times.length), marks: new Uint8Array(times.length) };
  let count = 0;
  for (let i = 0; i < times.length; i++) {
    if (i % STEPS === STEPS - 1) yield;
    if (!passes(i)) continue;
    kept.times[count] = times[i];
    kept.marks[count++] = marks[i];
  }
  return count === times.length ? kept : { times: kept.times.slice(0, count), marks: kept.marks.slice(0, count) };
}
