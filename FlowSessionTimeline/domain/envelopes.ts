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
  // Until a time is known. One that is NaN is neither before nor after them.
  const branchFromMs = new Float64Array(branchChild.length).fill(Infinity);
  const branchToMs = new Float64Array(branchChild.length).fill(-Infinity);
  const branchSize = new Int32Array(branchChild.length);
  const last = order.length - 1;
  const { slotCount, beginMs, toMs } = store;
  yield* inBlocks(0, order.length, (from, to) => {
    for (let at = last - from; at > last - to; at--) {
      const node = order[at];
      const branch = branchOf[node];
      const isRun = node < slotCount;
      let fromMs = isRun ? beginMs[node] : NaN;
      let endMs = isRun ? toMs[node] : NaN;
      let size = 1;
      if (branch >= 0) {
        // All below it is known by now.
        const first = branchFromMs[branch];
        const end = branchToMs[branch];
        if (first < Infinity && !(fromMs <= first)) fromMs = first;
        if (end > -Infinity && !(endMs >= end)) endMs = end;
        branchFromMs[branch] = fromMs;
        branchToMs[branch] = endMs;
        size += branchSize[branch];
      }
      const above = parent[node];
      if (above < 0) continue;
      const branchAbove = branchOf[above];
      if (fromMs < branchFromMs[branchAbove]) branchFromMs[branchAbove] = fromMs;
      if (endMs > branchToMs[branchAbove]) branchToMs[branchAbove] = endMs;
      branchSize[branchAbove] += size;
    }
  });
  return { depth, branchFromMs, branchToMs, branchSize };
}
