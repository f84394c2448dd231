import { sortByKey } from "../base/sortByKey";
import { Work } from "../base/work";
import { RunForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import { columnsOf } from "./spanColumns";
import { buildSpanIndex, SpanIndex } from "./spanIndex";

const STEPS = 4096;

/** When the matching runs below a node were under way. */
export function* spansBelow(store: RunStore, forest: RunForest, matches: Uint8Array | null, root: number): Work<SpanIndex> {
  const below = new Int32Array(forest.descendants(root));
  let count = 0;
  let steps = 0;
  for (let node = forest.firstChild(root); node >= 0; node = forest.hasChildren(node) ? forest.firstChild(node) : forest.nextBelow(node, root)) {
    if ((matches === null || matches[node] === 1) && !Number.isNaN(store.fromMs[node])) below[count++] = node;
    if (++steps % STEPS === 0) yield;
  }
  const slots = below.subarray(0, count);
  yield* sortByKey(slots, store.fromMs);
  return yield* buildSpanIndex(yield* columnsOf(store, slots));
}
