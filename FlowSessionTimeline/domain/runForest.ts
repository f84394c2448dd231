import { invariant } from "../base/assert";
import { inBlocks, Work } from "../base/work";
import { ChildLinks, linkChildren } from "./childLinks";
import { computeEnvelopes, Envelopes, parentsFirst } from "./envelopes";
import { Ghosts } from "./ghosts";
import { cutCycles, linkParents } from "./parentLinks";
import { ProblemCount } from "./problem";
import { ProblemTally } from "./problemTally";
import { RunStore } from "./runStore";
import { slotsByStart, sortByTime } from "./startOrder";
import { steadyWork } from "./steadyWork";

/** What a forest is made of; RunForest says what each means. */
export interface ForestParts extends ChildLinks, Envelopes {
  readonly store: RunStore;
  readonly slotCount: number;
  readonly parent: Int32Array;
  readonly byStart: Int32Array;
  readonly ghosts: Ghosts;
  readonly problems: readonly ProblemCount[];
}

/**
 * Which run started which, at one version of a store. A node below `slotCount` is the run in that slot (a dead slot is no node
 * of any tree); a node from `slotCount` on is a ghost: a parent that is named but not loaded, always a root.
 */
export class RunForest {
  public readonly slotCount: number;
  public readonly nodeCount: number;
  /** -1 for a root. */
  public readonly parent: Int32Array;
  /** -1 for none; siblings are ordered by the start of their span, then by id. */
  public readonly nextSibling: Int32Array;
  /** Ordered by the start of their envelope, then by id; those without a time come last. */
  public readonly roots: Int32Array;
  /** All live slots by the start of their span, then by id; those without a time come last. */
  public readonly byStart: Int32Array;
  /** 0 for a root; stays at 65,535 below that. */
  public readonly depth: Uint16Array;
  public readonly problems: readonly ProblemCount[];
  /** Their ids. */
  public readonly ghosts: Ghosts;

  /** @param parts kept, not copied */
  public constructor(public readonly parts: ForestParts) {
    this.slotCount = parts.slotCount;
    this.nodeCount = parts.parent.length;
    this.parent = parts.parent;
    this.nextSibling = parts.nextSibling;
    this.roots = parts.roots;
    this.byStart = parts.byStart;
    this.depth = parts.depth;
    this.problems = parts.problems;
    this.ghosts = parts.ghosts;
  }

  public hasChildren(node: number): boolean {
    return this.parts.branchOf[node] >= 0;
  }

  /** -1 for none. */
  public firstChild(node: number): number {
    const { parts } = this;
    return this.hasChildren(node) ? parts.branchChild[parts.branchOf[node]] : -1;
  }

  /** Where the waits and spans of the node and all below it begin, in epoch ms; NaN where none has a time. */
  public envelopeFromMs(node: number): number {
    const { parts } = this;
    return this.hasChildren(node) ? parts.branchFromMs[parts.branchOf[node]] : parts.store.beginMs[node];
  }

  /** Where they end; Infinity if one of them is open. */
  public envelopeToMs(node: number): number {
    const { parts } = this;
    return this.hasChildren(node) ? parts.branchToMs[parts.branchOf[node]] : parts.store.toMs[node];
  }

  /** How many runs lie below the node. */
  public descendants(node: number): number {
    const { parts } = this;
    return this.hasChildren(node) ? parts.branchSize[parts.branchOf[node]] : 0;
  }

  public isGhost(node: number): boolean {
    return node >= this.slotCount;
  }

  /** The id of the run that is not loaded. Only for a ghost. */
  public ghostId(node: number): string {
    return this.ghosts.id(node);
  }

  /** The next node in reading order that is below `root` but not below `node`; -1 at the end. */
  public nextBelow(node: number, root: number): number {
    for (let at = node; at !== root; at = this.parent[at]) if (this.nextSibling[at] >= 0) return this.nextSibling[at];
    return -1;
  }

  /** The node of a run, loaded or not, by its (normalised) id; -1 if there is none. */
  public nodeOf(id: string): number {
    const slot = this.parts.store.slotOf(id);
    return slot >= 0 ? slot : this.ghosts.node(id);
  }
}

/**
 * Builds the forest of a store in O(n log n), without recursion and in slices. The same runs give the same trees in whatever
 * order they were merged. A store that changes meanwhile makes it begin again.
 */
export function buildForest(store: RunStore): Work<RunForest> {
  return steadyWork(store, () => build(store));
}

function* build(store: RunStore): Work<RunForest> {
  const tally = new ProblemTally();
  const links = yield* linkParents(store, tally);
  const { parent, ghostIds } = links;
  const nodes = store.size + ghostIds.length;
  const byStart = yield* slotsByStart(store);
  const link = (): Work<ChildLinks> => linkChildren(parent, store.slotCount, byStart, store.tables.parents.size);
  let children = yield* link();
  let levels = yield* parentsFirst(children, nodes);
  if (levels === null) {
    yield* cutCycles(store, links, tally);
    children = yield* link();
    levels = yield* parentsFirst(children, nodes);
    invariant(levels !== null, "every node hangs on a root when cycles are cut");
  }
  const envelopes = yield* computeEnvelopes(store, parent, children, levels);
  const ghosts = new Ghosts(ghostIds, store.slotCount);
  const forest = new RunForest({ store, slotCount: store.slotCount, parent, ...children, byStart, ...envelopes, ghosts, problems: tally.list() });
  yield* sortRoots(forest, store);
  return forest;
}

function* sortRoots(forest: RunForest, store: RunStore): Work<void> {
  const { roots, ghosts, parts: { branchOf, branchFromMs } } = forest;
  const { beginMs } = store;
  const fromMs = new Float64Array(forest.nodeCount);
  yield* inBlocks(0, roots.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const root = roots[at];
      fromMs[root] = branchOf[root] < 0 ? beginMs[root] : branchFromMs[branchOf[root]];
    }
  });
  yield* sortByTime(roots, fromMs, (a, b) => ghosts.compareIds(store, a, b));
}
