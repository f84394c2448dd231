import { RunForest } from "./runForest";

/**
 * The forest of a store in which a few runs changed but no tree: all that a change which is no `structure` can bring is that runs end
 * elsewhere, and so do the envelopes of their ancestors. The new forest takes over the arrays of the old one, which shows the new ends too.
 * @param slots from `changesSince` the version of the forest
 */
export function patchForest(forest: RunForest, slots: readonly number[]): RunForest {
  for (const slot of slots) moveEnds(forest, slot);
  return new RunForest(forest.parts);
}

/** Works out the end of a run's envelope and, as long as that changes anything, those of its ancestors. */
function moveEnds(forest: RunForest, slot: number): void {
  const { branchOf, branchToMs } = forest.parts;
  for (let node = slot; node >= 0; node = forest.parent[node]) {
    // The run of a node without children has its end in the store.
    if (!forest.hasChildren(node)) continue;
    const toMs = lastEndMs(forest, node);
    if (Object.is(toMs, branchToMs[branchOf[node]])) return;
    branchToMs[branchOf[node]] = toMs;
  }
}

/** From the node's own span and the envelopes of its children; NaN where none has a time. */
function lastEndMs(forest: RunForest, node: number): number {
  let toMs = forest.isGhost(node) ? NaN : forest.parts.store.toMs[node];
  for (let child = forest.firstChild(node); child >= 0; child = forest.nextSibling[child]) {
    const below = forest.envelopeToMs(child);
    if (!(toMs >= below) && !Number.isNaN(below)) toMs = below;
  }
  return toMs;
}
