import { invariant } from "../base/assert";
import { Work } from "../base/work";
import { linkChildren } from "./childLinks";
import { computeEnvelopes, parentsFirst } from "./envelopes";
import { cutCycles, linkParents } from "./parentLinks";
import { ProblemCount } from "./problem";
import { ProblemTally } from "./problemTally";
import { RunStore } from "./runStore";
import { slotsByStart, sortByTime } from "./startOrder";
import { steadyWork } from "./steadyWork";


interface ForestArrays {
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
  readonly ghostIds: readonly string[];
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
  private readonly ghostIds: readonly string[];
  private readonly ghosts: ReadonlyMap<string, number>;

  public constructor(arrays: ForestArrays) {
    this.slotCount = arrays.slotCount;
    this.nodeCount = arrays.slotCount + arrays.ghostIds.length;
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
    this.ghostIds = arrays.ghostIds;
    this.ghosts = new Map(arrays.ghostIds.map((id, index) => [id, arrays.slotCount + index]));
  }

  public isGhost(node: number): boolean {
    return node >= this.slotCount;
  }

  /** The id of the run that is not loaded. Only for a ghost. */
  public ghostId(node: number): string {
    return this.ghostIds[node - this.slotCount];
  }

  /** The next node in reading order that is below `root` but not below `node`; -1 at the end. */
  public nextBelow(node: number, root: number): number {
    for (let at = node; at !== root; at = this.parent[at]) if (this.nextSibling[at] >= 0) return this.nextSibling[at];
    return -1;
  }

  /** The ghost of a (normalised) id, or -1. */
  public nodeOfGhost(id: string): number {
    return this.ghosts.get(id) ?? -1;
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
  yield* sortByTime(children.roots, envelopes.envelopeFromMs, (a, b) => compareNodeIds(store, ghostIds, a, b));
  return new RunForest({ slotCount: store.slotCount, parent, ...children, byStart, ...envelopes, ghostIds, problems: tally.list() });
}

/** Two runs by their packed ids; a ghost by its text among them. */
function compareNodeIds(store: RunStore, ghostIds: readonly string[], a: number, b: number): number {
  const { slotCount } = store;
  if (a < slotCount && b < slotCount) return store.compareIds(a, b);
  const id = (node: number): string => (node < slotCount ? store.id(node) : ghostIds[node - slotCount]);
  return id(a) < id(b) ? -1 : 1;
}
