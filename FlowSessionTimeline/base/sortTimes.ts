import { Work } from "./work";

const STEPS = 4096;
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Below this many, moving each to its place is quicker than counting digits. */
const FEW = 64;

/** Times in ascending order, each with the mark that it had. */
export interface MarkedTimes {
  readonly times: Float64Array;
  readonly marks: Uint8Array;
}

/**
 * Sorts times stably in a pass per 11 bits of the span between them, in whole ms, whatever order they have. The result may take over the arrays
 * that it is given.
 * @param times finite, ms
 */
export function* sortTimes(given: MarkedTimes): Work<MarkedTimes> {
  const { times } = given;
  let [first, last, isSorted] = [Infinity, -Infinity, true];
  for (let i = 0; i < times.length; i++) {
    const time = times[i];
    if (time < last) isSorted = false;
    if (time < first) first = time;
    if (time > last) last = time;
    if (i % STEPS === STEPS - 1) yield;
  }
  if (isSorted) return given;
  if (times.length <= FEW) return sortFew(given);
  let from = given;
  for (let unit = 1; unit <= last - first; unit *= DIGITS) from = yield* sortByDigit(from, first, unit);
  return from;
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

function sortFew({ times, marks }: MarkedTimes): MarkedTimes {
  const order = Array.from(times.keys()).sort((a, b) => times[a] - times[b] || a - b);
  return { times: Float64Array.from(order, (i) => times[i]), marks: Uint8Array.from(order, (i) => marks[i]) };
}
