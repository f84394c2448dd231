import { Work } from "./work";

/** Steps between two yields: well under a millisecond's worth of comparisons each. */
const STEPS = 4096;
/** Copying this many items (as a power of two) costs about as much as one comparison. */
const COPY_SHIFT = 5;

/**
 * Sorts the numbers in place, stably, in slices; input that is nearly in order costs about one comparison per item.
 * @param compare negative if its first argument goes before its second; NaN-free and consistent
 */
export function* sortInSlices(items: Int32Array, compare: (a: number, b: number) => number): Work<void> {
  let from: Int32Array = items;
  let to: Int32Array = new Int32Array(items.length);
  let steps = 0;
  for (let width = 1; width < items.length; width *= 2) {
    for (let low = 0; low < items.length; low += 2 * width) {
      const middle = Math.min(low + width, items.length);
      const high = Math.min(middle + width, items.length);
      let left = low;
      let right = middle;
      // Two runs that are in order already are only copied.
      if (middle === high || compare(from[middle - 1], from[middle]) <= 0) {
        to.set(from.subarray(low, high), low);
        left = middle;
        right = high;
        steps += 1 + ((high - low) >> COPY_SHIFT);
        if (steps >= STEPS) {
          steps = 0;
          yield;
        }
      }
      for (let at = low; left < middle || right < high; at++) {
        const takeLeft = left < middle && (right >= high || compare(from[left], from[right]) <= 0);
        to[at] = takeLeft ? from[left++] : from[right++];
        steps++;
        if (steps >= STEPS) {
          steps = 0;
          yield;
        }
      }
    }
    [from, to] = [to, from];
  }
  if (from !== items) items.set(from);
}
