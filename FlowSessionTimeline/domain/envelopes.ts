import { inBlocks, Work } from "../base/work";
import { ChildLinks } from "./childLinks";
import { RunStore } from "./runStore";

const MAX_DEPTH = 0xffff;
/** Nodes gone through between two looks at the clock. */
const STEPS = 16_384;

/** What is known of the runs below a node, by branch: the envelope of a node without children is the span of its run. */
export interface Envelopes {
  /** By node. */
  readonly depth: Uint16Array;
  /** In epoch ms, as RunForest says. */
  readonly branchFromMs: Float64Array;
  readonly branchToMs: Float64Array;
  /** How many runs lie below. */
  readonly branchSize: Int32Array;
}

/** The nodes of all trees of more than one node, and how deep each lies. */
export interface Levels {
  /** Parents before their children. */
  readonly order: Int32Array;
  /** By node. */
  readonly depth: Uint16Array;
}

/** Null if some node hangs on no root. @param nodes how many there are */
export function* parentsFirst({ branchOf, branchChild, nextSibling, roots }: ChildLinks, nodes: number): Work<Levels | null> {
  const order = new Int32Array(nodes);
  const depth = new Uint16Array(branchOf.length);
  let count = 0;
  yield* inBlocks(0, roots.length, (from, to) => {
    for (let at = from; at < to; at++) if (branchOf[roots[at]] >= 0) order[count++] = roots[at];
  });
  const trees = count;
  // The list is its own queue: children are put behind all that are waiting.
  const queueChildren = (from: number, to: number): void => {
    let end = count;
    for (let at = from; at < to; at++) {
      const branch = branchOf[order[at]];
      if (branch < 0) continue;
      const below = Math.min(depth[order[at]] + 1, MAX_DEPTH);
      for (let child = branchChild[branch]; child >= 0; child = nextSibling[child]) {
        depth[child] = below;
        order[end++] = child;
      }
    }
    count = end;
  };
  for (let at = 0, to = 0; at < count; at = to) {
    queueChildren(at, (to = Math.min(count, at + STEPS)));
    yield;
  }
  // All but the roots were reached as children.
  return roots.length + count - trees === nodes ? { order: order.subarray(0, count), depth } : null;
}

/** Goes up through all trees. */
export function* computeEnvelopes(store: RunStore, parent: Int32Array, { branchOf, branchChild }: ChildLinks, { order, depth }: Levels): Work<Envelopes> {
  const branchFromMs = new Float64Array(branchChild.length).fill(NaN);
  const branchToMs = new Float64Array(branchChild.length).fill(NaN);
  const branchSize = new Int32Array(branchChild.length);
  const last = order.length - 1;
  const { slotCount, toMs } = store;
  const widen = (branch: number, beginMs: number, endMs: number): void => {
    // Written so that a NaN on either side gives way to what the other side has.
    if (!(branchFromMs[branch] <= beginMs) && !Number.isNaN(beginMs)) branchFromMs[branch] = beginMs;
    if (!(branchToMs[branch] >= endMs) && !Number.isNaN(endMs)) branchToMs[branch] = endMs;
  };
  yield* inBlocks(0, order.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const node = order[last - at];
      const above = parent[node] < 0 ? -1 : branchOf[parent[node]];
      const branch = branchOf[node];
      if (branch >= 0) {
        // All below it is known by now.
        if (node < slotCount) widen(branch, store.beginMs(node), toMs[node]);
        if (above >= 0) widen(above, branchFromMs[branch], branchToMs[branch]);
      } else if (above >= 0) widen(above, store.beginMs(node), toMs[node]);
      if (above >= 0) branchSize[above] += 1 + (branch < 0 ? 0 : branchSize[branch]);
    }
  });
  return { depth, branchFromMs, branchToMs, branchSize };
}
