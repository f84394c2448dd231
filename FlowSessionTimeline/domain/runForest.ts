import { Work } from "../base/work";
import { computeEnvelopes } from "./envelopes";
import { cutCycles, linkParents, ParentLinks } from "./parentLinks";
import { ProblemCount } from "./problem";
import { ProblemTally } from "./problemTally";
import { RunStore } from "./runStore";
import { steadyWork } from "./steadyWork";
import { sortInSlices } from "../base/sort";

const STEPS = 4096;

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
  yield* cutCycles(store, links, tally);
  const { firstChild, nextSibling, unordered, byStart } = yield* linkChildren(store, links);
  const envelopes = yield* computeEnvelopes(store, links.parent, firstChild, nextSibling, unordered);
  const idOrder = (a: number, b: number): number => compareNodeIds(store, links, a, b);
  const from = envelopes.envelopeFromMs;
  yield* sortInSlices(unordered, (a, b) => compareTimes(from[a], from[b]) || idOrder(a, b));
  return new RunForest({
    slotCount: store.slotCount,
    parent: links.parent,
    firstChild,
    nextSibling,
    roots: unordered,
    byStart,
    ...envelopes,
    ghostIds: links.ghostIds,
    problems: tally.list(),
  });
}

/** Ascending, NaN last. */
function compareTimes(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

/** Two runs by their packed ids; a ghost by its text among them. */
function compareNodeIds(store: RunStore, links: ParentLinks, a: number, b: number): number {
  const { slotCount } = store;
  if (a < slotCount && b < slotCount) return store.compareIds(a, b);
  const id = (node: number): string => (node < slotCount ? store.id(node) : links.ghostIds[node - slotCount]);
  return id(a) < id(b) ? -1 : 1;
}

interface ChildLinks {
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** The roots in no useful order. */
  readonly unordered: Int32Array;
  readonly byStart: Int32Array;
}

/** One sort of all runs gives every list of siblings its order: each is pushed to the front of its list, the last one first. */
function* linkChildren(store: RunStore, { parent }: ParentLinks): Work<ChildLinks> {
  const { fromMs, slotCount } = store;
  const live = new Int32Array(store.size);
  let count = 0;
  for (let slot = 0; slot < slotCount; slot++) if (store.isLive(slot)) live[count++] = slot;
  yield* sortInSlices(live, (a, b) => compareTimes(fromMs[a], fromMs[b]) || store.compareIds(a, b));
  const firstChild = new Int32Array(parent.length).fill(-1);
  const nextSibling = new Int32Array(parent.length).fill(-1);
  const unordered: number[] = [];
  for (let node = slotCount; node < parent.length; node++) unordered.push(node);
  for (let at = live.length - 1; at >= 0; at--) {
    const node = live[at];
    const above = parent[node];
    if (above < 0) unordered.push(node);
    else {
      nextSibling[node] = firstChild[above];
      firstChild[above] = node;
    }
    if (at % STEPS === 0) yield;
  }
  return { firstChild, nextSibling, unordered: Int32Array.from(unordered), byStart: live };
}
