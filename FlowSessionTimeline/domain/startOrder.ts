import { sortInSlices } from "../base/sort";
import { sortByKey } from "../base/sortByKey";
import { inBlocks, Work } from "../base/work";
import { RunStore } from "./runStore";

/** All live slots by the start of their span, then by id; those without a time come last. */
export function* slotsByStart(store: RunStore): Work<Int32Array> {
  const { live, fromMs, slotCount } = store;
  const slots = new Int32Array(store.size);
  let count = 0;
  yield* inBlocks(0, slotCount, (from, to) => {
    for (let slot = from; slot < to; slot++) if (live[slot] === 1) slots[count++] = slot;
  });
  yield* sortByTime(slots, fromMs, (a, b) => store.compareIds(a, b));
  return slots;
}

/** Ties up to this long are sorted by insertion. */
const SHORT = 32;

/** Sorts by a time of each, NaN last, then by id. Stored times are whole seconds: most runs share theirs with a few others. */
export function* sortByTime(nodes: Int32Array, timeMs: Float64Array, compareIds: (a: number, b: number) => number): Work<void> {
  yield* sortByKey(nodes, timeMs);
  const long: number[] = [];
  let start = 0;
  // What is tied keeps its time when it moves, so that each is looked up once.
  let before = NaN;
  yield* inBlocks(0, nodes.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const time = timeMs[nodes[at]];
      if (at === 0 || !isTied(before, time)) start = at;
      else if (at - start < SHORT) insert(nodes, start, at, compareIds);
      else if (at - start === SHORT) long.push(start);
      before = time;
    }
  });
  for (const low of long) {
    let high = low + 1;
    while (high < nodes.length && isTied(timeMs[nodes[low]], timeMs[nodes[high]])) high++;
    yield* sortInSlices(nodes.subarray(low, high), compareIds);
  }
}

const isTied = (one: number, other: number): boolean => one === other || (Number.isNaN(one) && Number.isNaN(other));

/** Puts the node at a place among those from `start` on, which are in order. */
function insert(nodes: Int32Array, start: number, at: number, compareIds: (a: number, b: number) => number): void {
  const node = nodes[at];
  let free = at;
  for (; free > start && compareIds(nodes[free - 1], node) > 0; free--) nodes[free] = nodes[free - 1];
  nodes[free] = node;
}
