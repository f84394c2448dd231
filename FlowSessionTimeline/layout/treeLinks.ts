import { inBlocks, Work } from "../base/work";
import type { RowsInput } from "./rowsInput";
import { isInWindow } from "./runTimes";
import { sortNodes } from "./siblingOrder";

const STEPS = 4096;
/** Blocks gone through between two looks at the clock. */
const BLOCKS = 16;

/** Kept for what is below it. */
const KEPT_ABOVE = 1;
/** A run that matches and lies in the window. */
export const KEPT_ITSELF = 2;

/** Which nodes of a forest are shown. */
interface KeptNodes {
  /** By node: 0 if it is no part of it, KEPT_ABOVE or KEPT_ITSELF. */
  readonly kept: Uint8Array;
  /** How many are kept. */
  readonly nodes: number;
  /** Kept runs that match and lie in the window themselves. */
  readonly runs: number;
}

/** Kept nodes in the order of the user's sorting. */
interface Siblings {
  readonly roots: Int32Array;
  /** Of kept nodes; -1 for none. */
  firstChild(node: number): number;
  nextSibling(node: number): number;
}

/** The part of a forest that is shown: matching runs of the window, and all above them. */
export type TreeLinks = KeptNodes & Siblings;

/** Finds what is shown. Where the order is the forest's, its own links tell the rest; else they are made, in O(k log k) of what is shown. */
export function* linkTree(input: RowsInput): Work<TreeLinks> {
  const isAsInForest = input.sort === "start" && !input.descending;
  if (isAsInForest && input.matches === null && input.window === null) return yield* wholeForest(input);
  const nodes = yield* keepNodes(input);
  return { ...nodes, ...(isAsInForest ? yield* asInForest(input, nodes.kept) : yield* sorted(input, nodes)) };
}

/** All runs are shown, and so are all ghosts, each of which is the parent of one. */
function* wholeForest({ store, forest }: RowsInput): Work<TreeLinks> {
  const { slotCount, nodeCount, roots, nextSibling } = forest;
  const { live } = store;
  const kept = new Uint8Array(nodeCount).fill(KEPT_ABOVE, slotCount);
  yield* inBlocks(0, slotCount, (from, to) => {
    for (let slot = from; slot < to; slot++) kept[slot] = live[slot] * KEPT_ITSELF;
  });
  const nodes = store.size + nodeCount - slotCount;
  return { kept, nodes, runs: store.size, roots, firstChild: (node) => forest.firstChild(node), nextSibling: (node) => nextSibling[node] };
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

function* asInForest({ forest }: RowsInput, kept: Uint8Array): Work<Siblings> {
  const { nextSibling } = forest;
  const keptFrom = (node: number): number => {
    let at = node;
    while (at >= 0 && kept[at] === 0) at = nextSibling[at];
    return at;
  };
  return {
    roots: yield* pick(forest.roots, (root) => kept[root] > 0),
    firstChild: (node) => keptFrom(forest.firstChild(node)),
    nextSibling: (node) => keptFrom(nextSibling[node]),
  };
}

function* sorted(input: RowsInput, { kept, nodes }: KeptNodes): Work<Siblings> {
  const { parent } = input.forest;
  const order = yield* keptNodes(input, kept, nodes);
  yield* sortNodes(input, order);
  const firstChild = new Int32Array(parent.length).fill(-1);
  const nextSibling = new Int32Array(parent.length).fill(-1);
  for (let at = order.length - 1; at >= 0; at--) {
    const node = order[at];
    const above = parent[node];
    if (above >= 0) {
      nextSibling[node] = firstChild[above];
      firstChild[above] = node;
    }
    if (at % STEPS === 0) yield;
  }
  return { roots: yield* pick(order, (node) => parent[node] < 0), firstChild: (node) => firstChild[node], nextSibling: (node) => nextSibling[node] };
}

function* pick(nodes: Int32Array, passes: (node: number) => boolean): Work<Int32Array> {
  const picked = new Int32Array(nodes.length);
  let count = 0;
  yield* inBlocks(0, nodes.length, (from, to) => {
    for (let at = from; at < to; at++) if (passes(nodes[at])) picked[count++] = nodes[at];
  });
  return picked.subarray(0, count);
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
