import { inBlocks, Work } from "./work";

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Moving each time to its place among those before it is tried for up to this many moves per time. */
const MOVES = 8;
/** It is quicker than counting digits while boxes hold about so many times, in a mean in which crowded ones weigh more. */
const CROWDED = 8;

/** Times in ascending order, each with the mark that it had. */
export interface MarkedTimes {
  readonly times: Float64Array;
  readonly marks: Uint8Array;
}

/**
 * Sorts times stably and in slices: each moves to its place if that is near, as where they are nearly in order; else they are put into boxes
 * first; where most would share a few boxes, in a pass per 11 bits of the span between them, in whole ms.
 * @param given finite times in ms; what it holds afterwards is not said
 */
export function* sortTimes(given: MarkedTimes): Work<MarkedTimes> {
  if (yield* moveEach(given)) return given;
  const { times } = given;
  let [first, last] = [Infinity, -Infinity];
  yield* inBlocks(0, times.length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (times[i] < first) first = times[i];
      if (times[i] > last) last = times[i];
    }
  });
  const boxed = yield* boxSort(given, first, last);
  if (boxed !== null) return boxed;
  let sorted = given;
  for (let unit = 1; unit <= last - first; unit *= DIGITS) sorted = yield* sortByDigit(sorted, first, unit);
  return sorted;
}

/** Puts times into about as many boxes of equal width as there are times, and moves each to its place in its box. @returns null if too many share a box */
function* boxSort({ times, marks }: MarkedTimes, first: number, last: number): Work<MarkedTimes | null> {
  const perMs = times.length / (last - first + 1);
  const next = new Uint32Array(times.length + 1);
  yield* inBlocks(0, times.length, (from, to) => {
    for (let i = from; i < to; i++) next[((times[i] - first) * perMs) | 0]++;
  });
  let [crowd, start] = [0, 0];
  yield* inBlocks(0, next.length, (from, to) => {
    for (let box = from; box < to; box++) {
      const count = next[box];
      crowd += count * count;
      next[box] = start;
      start += count;
    }
  });
  if (crowd > CROWDED * times.length) return null;
  const boxed = { times: new Float64Array(times.length), marks: new Uint8Array(times.length) };
  yield* inBlocks(0, times.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const place = next[((times[i] - first) * perMs) | 0]++;
      boxed.times[place] = times[i];
      boxed.marks[place] = marks[i];
    }
  });
  yield* inBlocks(1, times.length, (from, to) => void moveToPlaces(boxed, from, to, Infinity));
  return boxed;
}

/** Moves the times [from, to) to their places among those before. @returns how many moves are left; 0 if there were too few: then they are in no order, but still stable among equals */
function moveToPlaces({ times, marks }: MarkedTimes, from: number, to: number, moves: number): number {
  let movesLeft = moves;
  for (let i = from; i < to && movesLeft > 0; i++) {
    const time = times[i];
    if (times[i - 1] <= time) continue;
    const mark = marks[i];
    let at = i;
    for (; at > 0 && times[at - 1] > time && movesLeft > 0; at--, movesLeft--) {
      times[at] = times[at - 1];
      marks[at] = marks[at - 1];
    }
    times[at] = time;
    marks[at] = mark;
  }
  return movesLeft;
}

/** @returns false if it would take too many moves */
function* moveEach(given: MarkedTimes): Work<boolean> {
  let movesLeft = MOVES * given.times.length;
  yield* inBlocks(1, given.times.length, (from, to) => {
    movesLeft = moveToPlaces(given, from, to, movesLeft);
  });
  return given.times.length === 0 || movesLeft > 0;
}

function* sortByDigit({ times, marks }: MarkedTimes, first: number, unit: number): Work<MarkedTimes> {
  const perMs = 1 / unit;
  const digitOf = (time: number): number => Math.floor((time - first) * perMs) & (DIGITS - 1);
  const next = new Int32Array(DIGITS + 1);
  yield* inBlocks(0, times.length, (from, to) => {
    for (let i = from; i < to; i++) next[digitOf(times[i]) + 1]++;
  });
  for (let digit = 0; digit < DIGITS; digit++) next[digit + 1] += next[digit];
  const sorted = { times: new Float64Array(times.length), marks: new Uint8Array(times.length) };
  yield* inBlocks(0, times.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const place = next[digitOf(times[i])]++;
      sorted.times[place] = times[i];
      sorted.marks[place] = marks[i];
    }
  });
  return sorted;
}
