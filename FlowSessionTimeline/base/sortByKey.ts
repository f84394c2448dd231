import { sortInSlices } from "./sort";
import { inBlocks, Work } from "./work";

/** Below this many items comparing is quicker than counting digits. */
const FEW = 1000;
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Of the numbers that stand for keys: minus infinity, infinity, what is no number, and both ends of the finite. */
const EXTRA_NUMBERS = 8;
/** The others that fit into 32 bits. */
const MOST_STEPS = 2 ** 32 - EXTRA_NUMBERS;
/** Moving each item to its place among those before it is tried while it takes no more moves than these per item, and these at first. */
const MOVES = 12;
const FIRST_MOVES = 4096;
/** Sorting by insertion is quicker than counting digits while boxes hold about so many items, in a mean in which crowded ones weigh more. */
const CROWDED = 8;

/**
 * Sorts items by a number of each, ascending and stably, what has none (NaN) last, in slices. Costs O(n) where they are in order already,
 * and a few passes over them where there are many.
 * @param keys by item
 */
export function* sortByKey(items: Int32Array, keys: Float64Array): Work<void> {
  if (yield* isSorted(items, keys)) return;
  if (yield* wasDescending(items, keys)) return;
  if (yield* moveEach(items, keys)) return;
  if (items.length < FEW) yield* sortInSlices(items, (a, b) => compareKeys(keys[a], keys[b]));
  else if (!(yield* boxSort(items, keys))) yield* countingSort(items, keys);
}

/** Ascending, NaN last. */
export function compareKeys(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

function* isSorted(items: Int32Array, keys: Float64Array): Work<boolean> {
  let sorted = true;
  yield* inBlocks(1, items.length, (from, to) => {
    for (let at = from; sorted && at < to; at++) {
      const key = keys[items[at]];
      sorted = keys[items[at - 1]] <= key || Number.isNaN(key);
    }
  });
  return sorted;
}

/** Turns items round that are in descending order, as lists with the newest first are; true if they were. */
function* wasDescending(items: Int32Array, keys: Float64Array): Work<boolean> {
  let descends = true;
  yield* inBlocks(1, items.length, (from, to) => {
    for (let at = from; descends && at < to; at++) descends = keys[items[at - 1]] >= keys[items[at]];
  });
  if (!descends) return false;
  items.reverse();
  // Equal ones keep their order.
  let start = 0;
  yield* inBlocks(1, items.length + 1, (from, to) => {
    for (let at = from; at < to; at++) {
      if (at < items.length && keys[items[at]] === keys[items[start]]) continue;
      if (at - start > 1) items.subarray(start, at).reverse();
      start = at;
    }
  });
  return true;
}

/** Moves each item to its place, as long as that is near: as where runs that waited are put in the order of their waits. @returns false if it would take too many moves */
function* moveEach(items: Int32Array, keys: Float64Array): Work<boolean> {
  let movesLeft = FIRST_MOVES;
  yield* inBlocks(1, items.length, (from, to) => {
    if (movesLeft > 0) movesLeft = moveToPlaces(items, keys, from, to, movesLeft);
  });
  return movesLeft > 0;
}

/** Moves the items [from, to) to their places among those before. @returns how many moves are left, of which each item brings some; at 0 or below those after it stay, stable among equals */
function moveToPlaces(items: Int32Array, keys: Float64Array, from: number, to: number, moves: number): number {
  let movesLeft = moves;
  for (let at = from; movesLeft > 0 && at < to; at++) {
    movesLeft += MOVES;
    const item = items[at];
    const key = keys[item];
    // What has no key comes last: it is passed by all that have one.
    if (Number.isNaN(key)) continue;
    let free = at;
    for (; free > 0 && !(keys[items[free - 1]] <= key); free--) items[free] = items[free - 1];
    items[free] = item;
    movesLeft -= at - free;
  }
  return movesLeft;
}

/**
 * Puts items into about as many boxes of equal width as there are items, and moves each to its place in its box: keys are mostly spread
 * evenly, as the starts of runs are.
 * @returns false if too many would share a box; then items are as they were
 */
function* boxSort(items: Int32Array, keys: Float64Array): Work<boolean> {
  const { numbers, highest } = yield* numbersOf(items, keys, items.length);
  // Keys that lie too far apart for any number between them.
  if (!(highest <= items.length + EXTRA_NUMBERS)) return false;
  const ends = new Uint32Array(highest + 1);
  yield* inBlocks(0, items.length, (from, to) => {
    for (let at = from; at < to; at++) ends[numbers[at]]++;
  });
  let [crowd, end] = [0, 0];
  yield* inBlocks(0, ends.length, (from, to) => {
    for (let box = from; box < to; box++) {
      crowd += ends[box] * ends[box];
      end = ends[box] += end;
    }
  });
  if (crowd > CROWDED * items.length) return false;
  const given = items.slice();
  const last = given.length - 1;
  yield* inBlocks(0, given.length, (from, to) => {
    for (let at = last - from; at > last - to; at--) items[--ends[numbers[at]]] = given[at];
  });
  yield* inBlocks(1, items.length, (from, to) => void moveToPlaces(items, keys, from, to, Infinity));
  return true;
}

/**
 * Gives each key a whole number of at most 32 bits in the same order and sorts by these, from their lowest 11 bits to the highest.
 * Keys that lie closer together than the numbers can tell are put right at the end.
 */
function* countingSort(items: Int32Array, keys: Float64Array): Work<void> {
  const { numbers, highest } = yield* numbersOf(items, keys, MOST_STEPS);
  let from: Sorted = { items: items.slice(), numbers };
  let to: Sorted = { items: new Int32Array(items.length), numbers: new Uint32Array(items.length) };
  for (let shift = 0; 2 ** shift <= highest; shift += DIGIT_BITS) {
    yield* sortByDigit(from, to, shift);
    [from, to] = [to, from];
  }
  items.set(from.items);
  if (!(yield* isSorted(items, keys))) yield* sortInSlices(items, (a, b) => compareKeys(keys[a], keys[b]));
}

interface Sorted {
  readonly items: Int32Array;
  readonly numbers: Uint32Array;
}

function* sortByDigit(from: Sorted, to: Sorted, shift: number): Work<void> {
  const places = new Uint32Array(DIGITS + 1);
  yield* inBlocks(0, from.items.length, (first, last) => {
    for (let at = first; at < last; at++) places[((from.numbers[at] >>> shift) & (DIGITS - 1)) + 1]++;
  });
  for (let digit = 1; digit <= DIGITS; digit++) places[digit] += places[digit - 1];
  yield* inBlocks(0, from.items.length, (first, last) => {
    for (let at = first; at < last; at++) {
      const number = from.numbers[at];
      const place = places[(number >>> shift) & (DIGITS - 1)]++;
      to.items[place] = from.items[at];
      to.numbers[place] = number;
    }
  });
}

/** 0 for minus infinity, then the finite keys in at most so many steps, then infinity, then those that are no number. */
function* numbersOf(items: Int32Array, keys: Float64Array, mostSteps: number): Work<{ readonly numbers: Uint32Array; readonly highest: number }> {
  let low = Infinity;
  let high = -Infinity;
  yield* inBlocks(0, items.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const key = keys[items[at]];
      if (key < low && key > -Infinity) low = key;
      if (key > high && key < Infinity) high = key;
    }
  });
  const step = Math.max(1, (high - low) / mostSteps);
  const perStep = low <= high ? 1 / step : 0;
  const infinite = low <= high ? Math.floor((high - low) * perStep) + 2 : 1;
  const numbers = new Uint32Array(items.length);
  yield* inBlocks(0, items.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const key = keys[items[at]];
      if (key >= low && key <= high) numbers[at] = (key - low) * perStep + 1;
      else numbers[at] = key === -Infinity ? 0 : key === Infinity ? infinite : infinite + 1;
    }
  });
  return { numbers, highest: infinite + 1 };
}
