import { RunForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import { Derived } from "./pipeline";
import { nodeId } from "./rowKey";

/** What can be folded: a run or ghost with children, or a track. */
export interface Branch {
  /** Id, or the track's key. */
  readonly key: string;
  /** 0 for a root and for a track. */
  readonly depth: number;
}

const branch = ({ forest }: Derived, store: RunStore, node: number): Branch => ({ key: nodeId(node, store, forest), depth: forest.depth[node] ?? 0 });

export function depthOfKey({ forest }: Derived, key: string): number {
  const node = forest.nodeOf(key);
  return node < 0 ? 0 : forest.depth[node] ?? 0;
}

/** All above a node, from its parent up. */
export function* ancestorsOf(derived: Derived, store: RunStore, from: number): Iterable<Branch> {
  for (let node = derived.forest.parent[from] ?? -1; node >= 0; node = derived.forest.parent[node] ?? -1) yield branch(derived, store, node);
}

/** The topmost run above a run, itself if there is none; a parent that is not loaded is no run. */
export function rootRunOf(forest: RunForest, slot: number): number {
  let root = slot;
  for (let node = forest.parent[slot] ?? -1; node >= 0; node = forest.parent[node] ?? -1) if (!forest.isGhost(node)) root = node;
  return root;
}

/** A row's branch, all above it and all below it; a track alone. */
export function* familyOf(derived: Derived, store: RunStore, key: string): Iterable<Branch> {
  const { forest } = derived;
  const root = forest.nodeOf(key);
  if (root < 0) {
    yield { key, depth: 0 };
    return;
  }
  yield* ancestorsOf(derived, store, root);
  let node = root;
  while (node >= 0) {
    const child = forest.firstChild(node);
    if (child >= 0) yield branch(derived, store, node);
    node = child >= 0 ? child : forest.nextBelow(node, root);
  }
}
