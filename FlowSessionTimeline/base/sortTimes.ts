import { Work } from "./work";

const STEPS = 4096;
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Moving each time to its place among those before it is quicker than counting digits up to this many moves per time. */
const MOVES = 8;

/** Times in ascending order, each with the mark that it had. */
export interface MarkedTimes {
  readonly times: Float64Array;
  readonly marks: Uint8Array;
}

/**
 * Sorts times stably and in slices: each moves to its place if that is near, as where they are nearly in order; else in a pass per 11 bits of
 * the span between them, in whole ms.
 * @param given finite times in ms; what it holds afterwards is not said
 */
export function* sortTimes(given: MarkedTimes): Work<MarkedTimes> {
  if (yield* moveEach(given)) return given;
  const { times } = given;
  let [first, last] = [Infinity, -Infinity];
  for (let i = 0; i < times.length; i++) {
    if (times[i] < first) first = times[i];
    if (times[i] > last) last = times[i];
    if (i % STEPS === STEPS - 1) yield;
  }
  let from = given;
  for (let unit = 1; unit <= last - first; unit *= DIGITS) from = yield* sortByDigit(from, first, unit);
  return from;
}

/** @returns false if it would take too many moves: then they are in no order, but still stable among equals */
function* moveEach({ times, marks }: MarkedTimes): Work<boolean> {
  let movesLeft = MOVES * times.length;
  for (let i = 1; i < times.length; i++) {
    const [time, mark] = [times[i], marks[i]];
    let at = i;
    for (; at > 0 && times[at - 1] > time && movesLeft > 0; at--, movesLeft--) {
      times[at] = times[at - 1];
      marks[at] = marks[at - 1];
    }
    times[at] = time;
    marks[at] = mark;
    if (movesLeft === 0) return false;
    if (i % STEPS === STEPS - 1) yield;
  }
  return true;
}

function* sortByDigit({ times, marks }: MarkedTimes, first: number, unit: number): Work<MarkedTimes> {
  const perMs = 1 / unit;
  const next = new Int32Array(DIGITS + 1);
  for (let i = 0; i < times.length; i++) {
    next[(Math.floor((times[i] - first) * perMs) & (DIGITS - 1)) + 1]++;
    if (i % STEPS === STEPS - 1) yield;
  }
  for (let digit = 0; digit < DIGITS; digit++) next[digit + 1] += next[digit];
  const sorted = { times: new Float64Array(times.length), marks: new Uint8Array(times.length) };
  for (let i = 0; i < times.length; i++) {
    const place = next[Math.floor((times[i] - first) * perMs) & (DIGITS - 1)]++;
    sorted.times[place] = times[i];
    sorted.marks[place] = marks[i];
    if (i % STEPS === STEPS - 1) yield;
  }
  return sorted;
}
