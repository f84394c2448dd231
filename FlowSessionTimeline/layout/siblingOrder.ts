import { sortInSlices } from "../base/sort";
import { sortByKey } from "../base/sortByKey";
import { Work } from "../base/work";
import type { RowsInput } from "./rowsInput";
import { executionMs, waitMs } from "./runTimes";

const STEPS = 4096;

/** Compares names as people order them: case and accents last, numbers by value. */
export const NAME_ORDER = new Intl.Collator(undefined, { numeric: true });

/** Orders nodes as the user sorts them; what has no key comes last, ties stay in the order of the forest, in either direction. */
export function* sortNodes(input: RowsInput, nodes: Int32Array): Work<void> {
  const { sort, descending, forest } = input;
  const keys = new Float64Array(forest.nodeCount);
  if (sort === "name") yield* writeNameRanks(input, nodes, keys);
  else {
    for (let i = 0; i < nodes.length; i++) {
      keys[nodes[i]] = keyOf(input, nodes[i]);
      if (i % STEPS === STEPS - 1) yield;
    }
  }
  if (descending) for (const node of nodes) keys[node] = -keys[node];
  yield* sortByKey(nodes, keys);
}

/** Orders the distinct titles once, instead of comparing two texts for every two nodes. Equal in that order is an equal rank. */
function* writeNameRanks({ store, forest }: RowsInput, nodes: Int32Array, keys: Float64Array): Work<void> {
  yield* store.readRest();
  const numberOf = new Map<string, number>();
  for (let i = 0; i < nodes.length; i++) {
    const title = forest.isGhost(nodes[i]) ? forest.ghostId(nodes[i]) : store.title(nodes[i]);
    let number = numberOf.get(title);
    if (number === undefined) numberOf.set(title, (number = numberOf.size));
    keys[nodes[i]] = number;
    if (i % STEPS === STEPS - 1) yield;
  }
  const titles = [...numberOf.keys()];
  const order = Int32Array.from(titles.keys());
  yield* sortInSlices(order, (a, b) => NAME_ORDER.compare(titles[a], titles[b]));
  const ranks = new Float64Array(titles.length);
  for (let at = 1; at < order.length; at++) {
    const isSame = NAME_ORDER.compare(titles[order[at - 1]], titles[order[at]]) === 0;
    ranks[order[at]] = isSame ? ranks[order[at - 1]] : at;
    if (at % STEPS === STEPS - 1) yield;
  }
  for (const node of nodes) keys[node] = ranks[keys[node]];
}

function keyOf({ store, forest, sort, nowMs }: RowsInput, node: number): number {
  if (sort === "start") return forest.parent[node] < 0 ? forest.envelopeFromMs(node) : store.fromMs[node];
  if (!forest.isGhost(node)) return sort === "wait" ? waitMs(store, node, nowMs) : executionMs(store, node, nowMs);
  return sort === "wait" ? NaN : Math.min(forest.envelopeToMs(node), Math.max(nowMs, forest.envelopeFromMs(node))) - forest.envelopeFromMs(node);
}
