import { Work } from "../base/work";
import { RunForest } from "../domain/runForest";
import type { RowsInput } from "./rowsInput";
import { isInWindow } from "./runTimes";
import { sortNodes } from "./siblingOrder";

const STEPS = 4096;

/** Kept for what is below it. */
const KEPT_ABOVE = 1;
/** A run that matches and lies in the window. */
export const KEPT_ITSELF = 2;

/** The part of a forest that is shown: matching runs of the window, and all above them. */
export interface TreeLinks {
  /** By node: 0 if it is no part of it, KEPT_ABOVE or KEPT_ITSELF. */
  readonly kept: Uint8Array;
  readonly firstRoot: number;
  /** -1 for none; only for kept nodes, in the order of the user's sorting. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** How many kept children a kept node has, by the forest's branches; the last entry counts the roots. */
  readonly childCount: Int32Array;
  /** Kept runs that match and lie in the window themselves. */
  readonly runs: number;
}

/** Finds what is shown and links it, in O(n) where the order is the forest's, else in O(k log k) of what is shown. */
export function* linkTree(input: RowsInput): Work<TreeLinks> {
  const { store, forest, matches, window, nowMs } = input;
  const kept = new Uint8Array(forest.nodeCount);
  let runs = 0;
  let steps = 0;
  for (let slot = 0; slot < forest.slotCount; slot++) {
    if (++steps % STEPS === 0) yield;
    if (!store.isLive(slot) || (matches !== null && matches[slot] === 0) || !isInWindow(store, slot, window, nowMs)) continue;
    runs++;
    const isNew = kept[slot] === 0;
    kept[slot] = KEPT_ITSELF;
    if (!isNew) continue;
    for (let node = forest.parent[slot]; node >= 0 && kept[node] === 0; node = forest.parent[node]) {
      kept[node] = KEPT_ABOVE;
      steps++;
    }
  }
  const order = yield* keptInOrder(input, kept);
  return { kept, runs, ...(yield* link(forest, order)) };
}

/** The kept nodes, each before its later siblings. */
function* keptInOrder(input: RowsInput, kept: Uint8Array): Work<Int32Array> {
  const { forest } = input;
  const nodes = new Int32Array(forest.nodeCount);
  let count = 0;
  for (const root of forest.roots) if (kept[root] > 0) nodes[count++] = root;
  // The list is its own queue: the children of each of its nodes are put at its end.
  for (let at = 0; at < count; at++) {
    for (let child = forest.firstChild(nodes[at]); child >= 0; child = forest.nextSibling[child]) {
      if (kept[child] > 0) nodes[count++] = child;
    }
    if (at % STEPS === STEPS - 1) yield;
  }
  const order = nodes.subarray(0, count);
  if (input.sort !== "start" || input.descending) yield* sortNodes(input, order);
  return order;
}

function* link({ parent, parts: { branchOf, branchChild } }: RunForest, order: Int32Array): Work<Pick<TreeLinks, "firstRoot" | "firstChild" | "nextSibling" | "childCount">> {
  const firstChild = new Int32Array(parent.length).fill(-1);
  const nextSibling = new Int32Array(parent.length).fill(-1);
  const childCount = new Int32Array(branchChild.length + 1);
  let firstRoot = -1;
  for (let at = order.length - 1; at >= 0; at--) {
    const node = order[at];
    const above = parent[node];
    childCount[above < 0 ? branchChild.length : branchOf[above]]++;
    nextSibling[node] = above < 0 ? firstRoot : firstChild[above];
    if (above < 0) firstRoot = node;
    else firstChild[above] = node;
    if (at % STEPS === 0) yield;
  }
  return { firstRoot, firstChild, nextSibling, childCount };
}
