import { sortInSlices } from "./sort";
import { Work } from "./work";

const STEPS = 16_384;
/** Below this many items comparing is quicker than counting 65,536 digits four times over. */
const FEW = 20_000;
const DIGITS = 0x1_0000;
const SIGN = 0x8000_0000;

/**
 * Sorts items by a number of each, ascending and stably, what has none (NaN) last, in slices. Costs O(n) where they are in order already,
 * and a few passes over them where there are many.
 * @param keys by item
 */
export function* sortByKey(items: Int32Array, keys: Float64Array): Work<void> {
  if (yield* isSorted(items, keys)) return;
  if (items.length < FEW) yield* sortInSlices(items, (a, b) => compareKeys(keys[a], keys[b]));
  else yield* countingSort(items, keys);
}

/** Ascending, NaN last. */
export function compareKeys(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

function* isSorted(items: Int32Array, keys: Float64Array): Work<boolean> {
  for (let at = 1; at < items.length; at++) {
    if (at % STEPS === 0) yield;
    if (!(keys[items[at - 1]] <= keys[items[at]]) && !Number.isNaN(keys[items[at]])) return false;
  }
  return true;
}

/** From the lowest 16 bits to the highest; digits that are the same everywhere are passed over. */
function* countingSort(items: Int32Array, keys: Float64Array): Work<void> {
  const { low, high } = yield* sortableBits(items, keys);
  let order = Uint32Array.from(items.keys());
  let next = new Uint32Array(items.length);
  for (const [words, shift] of [[low, 0], [low, 16], [high, 0], [high, 16]] as const) {
    const places = yield* firstPlaces(words, shift);
    if (places === null) continue;
    for (let at = 0; at < order.length; at++) {
      const one = order[at];
      next[places[(words[one] >>> shift) & 0xffff]++] = one;
      if (at % STEPS === 0) yield;
    }
    [order, next] = [next, order];
  }
  const before = items.slice();
  for (let at = 0; at < order.length; at++) items[at] = before[order[at]];
}

/** Where each digit's items begin; null if all have the same digit. */
function* firstPlaces(words: Uint32Array, shift: number): Work<Uint32Array | null> {
  const counts = new Uint32Array(DIGITS);
  for (let at = 0; at < words.length; at++) {
    counts[(words[at] >>> shift) & 0xffff]++;
    if (at % STEPS === 0) yield;
  }
  if (counts[(words[0] >>> shift) & 0xffff] === words.length) return null;
  let place = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit];
    counts[digit] = place;
    place += count;
  }
  return counts;
}

/** The keys as unsigned numbers of 64 bits in the same order: a negative one has all its bits turned, another its sign alone. */
function* sortableBits(items: Int32Array, keys: Float64Array): Work<{ readonly low: Uint32Array; readonly high: Uint32Array }> {
  const low = new Uint32Array(items.length);
  const high = new Uint32Array(items.length);
  const cell = new Float64Array(1);
  const words = new Uint32Array(cell.buffer);
  for (let at = 0; at < items.length; at++) {
    const key = keys[items[at]];
    // Zero and minus zero are one key.
    cell[0] = key + 0;
    const isNegative = words[1] >= SIGN;
    low[at] = isNegative ? ~words[0] : words[0];
    high[at] = Number.isNaN(key) ? 0xffff_ffff : isNegative ? ~words[1] : words[1] | SIGN;
    if (at % STEPS === 0) yield;
  }
  return { low, high };
}
