import { sortInSlices } from "../base/sort";
import { compareKeys, sortByKey } from "../base/sortByKey";
import { inBlocks, Work } from "../base/work";
import { RunStore } from "./runStore";

/** All live slots by the start of their span, then by id; those without a time come last. */
export function* slotsByStart(store: RunStore): Work<Int32Array> {
  const { live, fromMs, slotCount } = store;
  const slots = new Int32Array(store.size);
  let count = 0;
  yield* inBlocks(0, slotCount, (from, to) => {
    let next = count;
    for (let slot = from; slot < to; slot++) if (live[slot] === 1) slots[next++] = slot;
    count = next;
  });
  yield* sortByTime(slots, fromMs, (a, b) => store.compareIds(a, b));
  return slots;
}

/** Ties up to this long are sorted by insertion. */
const SHORT = 32;

/** Sorts by a time of each, NaN last, then by id. Stored times are whole seconds: most runs share theirs with a few others. */
export function* sortByTime(nodes: Int32Array, timeMs: Float64Array, compareIds: (a: number, b: number) => number): Work<void> {
  yield* sortByKey(nodes, timeMs);
  let timed = nodes.length;
  while (timed > 0 && Number.isNaN(timeMs[nodes[timed - 1]])) timed--;
  const long = timed < nodes.length ? [timed] : [];
  let start = 0;
  yield* inBlocks(0, timed, (from, to) => {
    // What is tied keeps its time when it moves. Times are but compared, and none is kept for the next turn: one that is costs an object.
    for (let at = Math.max(1, from); at < to; at++) {
      if (timeMs[nodes[at]] !== timeMs[nodes[at - 1]]) start = at;
      else if (at - start < SHORT) insert(nodes, start, at, compareIds);
      else if (at - start === SHORT) long.push(start);
    }
  });
  for (const low of long) {
    let high = low + 1;
    while (high < nodes.length && compareKeys(timeMs[nodes[low]], timeMs[nodes[high]]) === 0) high++;
    yield* sortInSlices(nodes.subarray(low, high), compareIds);
  }
}

/** Puts the node at a place among those from `start` on, which are in order. */
function insert(nodes: Int32Array, start: number, at: number, compareIds: (a: number, b: number) => number): void {
  const node = nodes[at];
  let free = at;
  for (; free > start && compareIds(nodes[free - 1], node) > 0; free--) nodes[free] = nodes[free - 1];
  nodes[free] = node;
}
