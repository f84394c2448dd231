import { inBlocks, Work } from "../base/work";

/** The same trees from above. */
export interface ChildLinks {
  /** -1 for none; siblings are in the order of the nodes that were given. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** First the ghosts, then the runs in their order. */
  readonly roots: Int32Array;
}

/** Turns parents into lists of children. @param ordered all live slots in the order that siblings are to have */
export function* linkChildren(parent: Int32Array, slotCount: number, ordered: Int32Array): Work<ChildLinks> {
  const firstChild = new Int32Array(parent.length).fill(-1);
  const nextSibling = new Int32Array(parent.length).fill(-1);
  const roots = new Int32Array(parent.length - slotCount + ordered.length);
  let count = roots.length;
  const last = ordered.length - 1;
  // Each is pushed to the front of its list, the last one first.
  yield* inBlocks(0, ordered.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const node = ordered[last - at];
      const above = parent[node];
      if (above < 0) roots[--count] = node;
      else {
        nextSibling[node] = firstChild[above];
        firstChild[above] = node;
      }
    }
  });
  for (let node = parent.length - 1; node >= slotCount; node--) roots[--count] = node;
  return { firstChild, nextSibling, roots: roots.slice(count) };
}
