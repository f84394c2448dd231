import { invariant } from "../base/assert";
import { Work } from "../base/work";
import { linkChildren } from "./childLinks";
import { computeEnvelopes, parentsFirst } from "./envelopes";
import { Ghosts } from "./ghosts";
import { cutCycles, linkParents } from "./parentLinks";
import { ProblemCount } from "./problem";
import { ProblemTally } from "./problemTally";
import { RunStore } from "./runStore";
import { slotsByStart, sortByTime } from "./startOrder";
import { steadyWork } from "./steadyWork";


export interface ForestArrays {
  readonly slotCount: number;
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly roots: Int32Array;
  readonly byStart: Int32Array;
  readonly depth: Uint16Array;
  readonly envelopeFromMs: Float64Array;
  readonly envelopeToMs: Float64Array;
  readonly descendants: Int32Array;
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
  public readonly firstChild: Int32Array;
  public readonly nextSibling: Int32Array;
  /** Ordered by the start of their envelope, then by id; those without a time come last. */
  public readonly roots: Int32Array;
  /** All live slots by the start of their span, then by id; those without a time come last. */
  public readonly byStart: Int32Array;
  /** 0 for a root; stays at 65,535 below that. */
  public readonly depth: Uint16Array;
  /** Over the waits and spans of the node and all below it, in epoch ms; NaN where none has a time. */
  public readonly envelopeFromMs: Float64Array;
  /** Infinity if one of them is open. */
  public readonly envelopeToMs: Float64Array;
  /** How many runs lie below the node. */
  public readonly descendants: Int32Array;
  public readonly problems: readonly ProblemCount[];
  /** Their ids. */
  public readonly ghosts: Ghosts;

  public constructor(arrays: ForestArrays) {
    this.slotCount = arrays.slotCount;
    this.nodeCount = arrays.parent.length;
    this.parent = arrays.parent;
    this.firstChild = arrays.firstChild;
    this.nextSibling = arrays.nextSibling;
    this.roots = arrays.roots;
    this.byStart = arrays.byStart;
    this.depth = arrays.depth;
    this.envelopeFromMs = arrays.envelopeFromMs;
    this.envelopeToMs = arrays.envelopeToMs;
    this.descendants = arrays.descendants;
    this.problems = arrays.problems;
    this.ghosts = arrays.ghosts;
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

  /** The ghost of a (normalised) id, or -1. */
  public nodeOfGhost(id: string): number {
    return this.ghosts.node(id);
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
  let children = yield* linkChildren(parent, store.slotCount, byStart);
  let order = yield* parentsFirst(parent, children, nodes);
  if (order === null) {
    yield* cutCycles(store, links, tally);
    children = yield* linkChildren(parent, store.slotCount, byStart);
    order = yield* parentsFirst(parent, children, nodes);
    invariant(order !== null, "every node hangs on a root when cycles are cut");
  }
  const envelopes = yield* computeEnvelopes(store, parent, order);
  const ghosts = new Ghosts(ghostIds, store.slotCount);
  yield* sortByTime(children.roots, envelopes.envelopeFromMs, (a, b) => ghosts.compareIds(store, a, b));
  return new RunForest({ slotCount: store.slotCount, parent, ...children, byStart, ...envelopes, ghosts, problems: tally.list() });
}
