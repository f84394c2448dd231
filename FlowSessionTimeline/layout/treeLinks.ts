import { inBlocks, Work } from "../base/work";
import { RunForest } from "../domain/runForest";
import type { RowsInput } from "./rowsInput";
import { isInWindow } from "./runTimes";
import { sortNodes } from "./siblingOrder";

const STEPS = 4096;
/** Blocks gone through between two looks at the clock. */
const BLOCKS = 16;

/** A run that matches and lies in the window. As in `RunStore.live`, which is copied where all runs do. */
export const KEPT_ITSELF = 1;
/** Kept for what is below it. */
const KEPT_ABOVE = 2;

/** Which nodes of a forest are shown. */
interface KeptNodes {
  /** By node: 0 if it is no part of it, KEPT_ABOVE or KEPT_ITSELF. */
  readonly kept: Uint8Array;
  /** How many are kept. */
  readonly nodes: number;
  /** Kept runs that match and lie in the window themselves. */
  readonly runs: number;
}

/** Nodes in the order of the user's sorting, as in ChildLinks: those that are not kept are to be passed over. */
interface Siblings {
  readonly roots: Int32Array;
  readonly branchChild: Int32Array;
  readonly nextSibling: Int32Array;
}

/** The part of a forest that is shown: matching runs of the window, and all above them. */
export type TreeLinks = KeptNodes & Siblings;

/** Finds what is shown. Where the order is the forest's, its own links tell the rest; else they are made, in O(k log k) of what is shown. */
export function* linkTree(input: RowsInput): Work<TreeLinks> {
  const { forest } = input;
  const nodes = isWhole(input) ? wholeForest(input) : yield* keepNodes(input);
  const siblings = input.sort === "start" && !input.descending ? asInForest(forest) : yield* sorted(input, nodes);
  return { ...nodes, ...siblings };
}

const asInForest = ({ roots, nextSibling, parts: { branchChild } }: RunForest): Siblings => ({ roots, branchChild, nextSibling });

/** Whether no run is filtered out or outside the window. */
function isWhole({ blocks, matches, window }: RowsInput): boolean {
  if (matches !== null) return false;
  for (let block = 0; window !== null && block < blocks.count; block++) if (!blocks.isInside(block, window)) return false;
  return true;
}

/** All runs are shown, and so are all ghosts, each of which is the parent of one. */
function wholeForest({ store, forest: { slotCount, nodeCount } }: RowsInput): KeptNodes {
  const kept = new Uint8Array(nodeCount).fill(KEPT_ABOVE, slotCount);
  kept.set(store.live.subarray(0, slotCount));
  return { kept, nodes: store.size + nodeCount - slotCount, runs: store.size };
}

function* keepNodes({ store, forest, blocks, matches, window, nowMs }: RowsInput): Work<KeptNodes> {
  const { parent, slotCount } = forest;
  const kept = new Uint8Array(forest.nodeCount);
  let [nodes, runs] = [0, 0];
  const keep = (from: number, to: number, isInside: boolean): void => {
    const { live } = store;
    for (let slot = from; slot < to; slot++) {
      if (live[slot] === 0 || (matches !== null && matches[slot] === 0) || (!isInside && !isInWindow(store, slot, window, nowMs))) continue;
      runs++;
      const isNew = kept[slot] === 0;
      kept[slot] = KEPT_ITSELF;
      if (!isNew) continue;
      nodes++;
      for (let node = parent[slot]; node >= 0 && kept[node] === 0; node = parent[node]) {
        kept[node] = KEPT_ABOVE;
        nodes++;
      }
    }
  };
  for (let block = 0; block < blocks.count; block++) {
    const { from, to } = blocks.slots(block);
    if (window === null || !blocks.isOutside(block, window)) keep(from, Math.min(to, slotCount), window === null || blocks.isInside(block, window));
    if (block % BLOCKS === BLOCKS - 1) yield;
  }
  return { kept, nodes, runs };
}

function* sorted(input: RowsInput, { kept, nodes }: KeptNodes): Work<Siblings> {
  const { parent, parts: { branchOf, branchChild: ofForest } } = input.forest;
  const order = yield* keptNodes(input, kept, nodes);
  yield* sortNodes(input, order);
  const branchChild = new Int32Array(ofForest.length).fill(-1);
  const nextSibling = new Int32Array(parent.length).fill(-1);
  const roots = new Int32Array(nodes);
  let first = nodes;
  // Each is pushed to the front of its list, the last one first.
  yield* inBlocks(0, nodes, (from, to) => {
    for (let at = nodes - 1 - from; at > nodes - 1 - to; at--) {
      const node = order[at];
      const above = parent[node];
      if (above < 0) {
        roots[--first] = node;
        continue;
      }
      nextSibling[node] = branchChild[branchOf[above]];
      branchChild[branchOf[above]] = node;
    }
  });
  return { roots: roots.subarray(first), branchChild, nextSibling };
}

/** The kept nodes, each before its later siblings. */
function* keptNodes({ forest }: RowsInput, kept: Uint8Array, nodes: number): Work<Int32Array> {
  const order = new Int32Array(nodes);
  let count = 0;
  const { roots } = forest;
  yield* inBlocks(0, roots.length, (from, to) => {
    for (let at = from; at < to; at++) if (kept[roots[at]] > 0) order[count++] = roots[at];
  });
  // The list is its own queue: the children of each of its nodes are put at its end.
  for (let at = 0; at < count; at++) {
    for (let child = forest.firstChild(order[at]); child >= 0; child = forest.nextSibling[child]) {
      if (kept[child] > 0) order[count++] = child;
    }
    if (at % STEPS === STEPS - 1) yield;
  }
  return order;
}
