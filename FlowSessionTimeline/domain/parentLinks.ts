import { Work } from "../base/work";
import { ProblemTally } from "./problemTally";
import { RunStore } from "./runStore";

const STEPS = 4096;
const UNRESOLVED = -2;
const ROOT = -1;

/** Each node's parent: runs by slot, then one ghost for each parent that is named but not loaded. */
export interface ParentLinks {
  /** -1 for a root and for a dead slot. */
  readonly parent: Int32Array;
  readonly ghostIds: readonly string[];
}

/** Resolves every parent once, however many children name it. A run that names itself is a root. */
export function* linkParents(store: RunStore, tally: ProblemTally): Work<ParentLinks> {
  const { slotCount } = store;
  const resolved = new Int32Array(store.parentCount).fill(UNRESOLVED);
  const ghostIds: string[] = [];
  const parentOf = new Int32Array(slotCount).fill(ROOT);
  for (let slot = 0; slot < slotCount; slot++) {
    if (slot % STEPS === STEPS - 1) yield;
    const index = store.isLive(slot) ? store.parentIndex(slot) : 0;
    if (index === 0) continue;
    if (resolved[index] === UNRESOLVED) {
      const id = store.parentId(slot);
      const found = store.slotOf(id);
      resolved[index] = found >= 0 ? found : slotCount + ghostIds.push(id) - 1;
    }
    if (resolved[index] === slot) tally.add("selfParent", store.id(slot));
    else parentOf[slot] = resolved[index];
  }
  for (const id of ghostIds) tally.add("missingParent", id);
  const parent = new Int32Array(slotCount + ghostIds.length).fill(ROOT);
  parent.set(parentOf);
  return { parent, ghostIds };
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
