import { inBlocks, Work } from "../base/work";
import { ProblemTally } from "./problemTally";
import { RunStore } from "./runStore";

const STEPS = 4096;
const ROOT = -1;

/** Each node's parent: runs by slot, then one ghost for each parent that is named but not loaded. */
export interface ParentLinks {
  /** -1 for a root and for a dead slot. */
  readonly parent: Int32Array;
  readonly ghostIds: readonly string[];
}

/** Gives every run its parent, which the store knows already. A run that names itself is a root. */
export function* linkParents(store: RunStore, tally: ProblemTally): Work<ParentLinks> {
  const { slotCount, parent: parentOfSlot } = store;
  const { parents } = store.tables;
  const nodeOfParent = parents.slotOfParent.slice(0, parents.size);
  const ghostIds: string[] = [];
  const parent = new Int32Array(slotCount + parents.size).fill(ROOT);
  yield* inBlocks(0, slotCount, (from, to) => {
    for (let slot = from; slot < to; slot++) {
      const index = parentOfSlot[slot];
      if (index === 0) continue;
      if (nodeOfParent[index] < 0) nodeOfParent[index] = slotCount + ghostIds.push(parents.id(index)) - 1;
      if (nodeOfParent[index] === slot) tally.add("selfParent", store.id(slot));
      else parent[slot] = nodeOfParent[index];
    }
  });
  for (const id of ghostIds) tally.add("missingParent", id);
  return { parent: parent.subarray(0, slotCount + ghostIds.length), ghostIds };
}

/** Makes every chain of parents end: in each cycle the run with the smallest id becomes a root. Changes `links.parent`. */
export function* cutCycles(store: RunStore, { parent }: ParentLinks, tally: ProblemTally): Work<void> {
  const walkOf = new Int32Array(parent.length);
  let steps = 0;
  for (let start = 0; start < parent.length; start++) {
    const walk = start + 1;
    let node = start;
    while (node !== ROOT && walkOf[node] === 0) {
      walkOf[node] = walk;
      node = parent[node];
      if (++steps % STEPS === 0) yield;
    }
    // A walk that comes upon its own steps has closed a cycle; upon those of an earlier walk, a chain that is known to end.
    if (node === ROOT || walkOf[node] !== walk) continue;
    let smallest = node;
    for (let next = parent[node]; next !== node; next = parent[next]) {
      if (store.compareIds(next, smallest) < 0) smallest = next;
      if (++steps % STEPS === 0) yield;
    }
    parent[smallest] = ROOT;
    tally.add("parentCycle", store.id(smallest));
  }
}
