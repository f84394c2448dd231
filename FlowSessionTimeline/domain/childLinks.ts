import { inBlocks, Work } from "../base/work";

/** The same trees from above. Few runs have children: what only these have is kept by branch, which is the number of a node that has some. */
export interface ChildLinks {
  /** By node: its branch; -1 for one without children. */
  readonly branchOf: Int32Array;
  /** By branch: its first child. */
  readonly branchChild: Int32Array;
  /** By node: -1 for none; siblings are in the order of the nodes that were given. */
  readonly nextSibling: Int32Array;
  /** First the ghosts, then the runs in their order. */
  readonly roots: Int32Array;
}

/**
 * Turns parents into lists of children.
 * @param ordered all live slots in the order that siblings are to have; @param maxBranches at least how many nodes have children
 */
export function* linkChildren(parent: Int32Array, slotCount: number, ordered: Int32Array, maxBranches: number): Work<ChildLinks> {
  const branchOf = new Int32Array(parent.length).fill(-1);
  const branchChild = new Int32Array(maxBranches);
  const nextSibling = new Int32Array(parent.length).fill(-1);
  const roots = new Int32Array(parent.length - slotCount + ordered.length);
  let branches = 0;
  let count = roots.length;
  const last = ordered.length - 1;
  // Each is pushed to the front of its list, the last one first.
  yield* inBlocks(0, ordered.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const node = ordered[last - at];
      const above = parent[node];
      if (above < 0) {
        roots[--count] = node;
        continue;
      }
      if (branchOf[above] < 0) branchOf[above] = branches++;
      else nextSibling[node] = branchChild[branchOf[above]];
      branchChild[branchOf[above]] = node;
    }
  });
  for (let node = parent.length - 1; node >= slotCount; node--) roots[--count] = node;
  return { branchOf, branchChild: branchChild.slice(0, branches), nextSibling, roots: roots.slice(count) };
}
