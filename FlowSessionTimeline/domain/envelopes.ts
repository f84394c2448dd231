import { inBlocks, Work } from "../base/work";
import { ChildLinks } from "./childLinks";
import { RunStore } from "./runStore";

const MAX_DEPTH = 0xffff;
/** Nodes gone through between two looks at the clock. */
const STEPS = 16_384;

/** What every node knows of the runs below it (RunForest says what each array means). */
export interface Envelopes {
  readonly depth: Uint16Array;
  readonly envelopeFromMs: Float64Array;
  readonly envelopeToMs: Float64Array;
  readonly descendants: Int32Array;
}

/** All nodes of trees of more than one node, parents before their children; null if some node hangs on no root. */
export function* parentsFirst(parent: Int32Array, { firstChild, nextSibling, roots }: ChildLinks, nodes: number): Work<Int32Array | null> {
  const order = new Int32Array(nodes);
  let count = 0;
  for (const root of roots) if (firstChild[root] >= 0) order[count++] = root;
  let reached = roots.length;
  // The list is its own queue: children are put behind all that are waiting.
  for (let at = 0; at < count; at++) {
    for (let child = firstChild[order[at]]; child >= 0; child = nextSibling[child]) order[count++] = child;
    if (at % STEPS === STEPS - 1) yield;
  }
  for (let at = 0; at < count; at++) if (parent[order[at]] >= 0) reached++;
  return reached === nodes ? order.subarray(0, count) : null;
}

/** Goes through all trees twice: down for the depths, and back up for envelopes and counts. @param order parents first, as above */
export function* computeEnvelopes(store: RunStore, parent: Int32Array, order: Int32Array): Work<Envelopes> {
  const depth = new Uint16Array(parent.length);
  const envelopeFromMs = new Float64Array(parent.length).fill(NaN);
  const envelopeToMs = new Float64Array(parent.length).fill(NaN);
  const descendants = new Int32Array(parent.length);
  yield* inBlocks(0, store.slotCount, (from, to) => ownSpans(store, from, to, envelopeFromMs, envelopeToMs));
  yield* inBlocks(0, order.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const above = parent[order[at]];
      if (above >= 0) depth[order[at]] = Math.min(depth[above] + 1, MAX_DEPTH);
    }
  });
  const last = order.length - 1;
  yield* inBlocks(0, order.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const node = order[last - at];
      const above = parent[node];
      if (above < 0) continue;
      descendants[above] += descendants[node] + 1;
      // Written so that a NaN on either side gives way to what the other side has.
      if (!(envelopeFromMs[above] <= envelopeFromMs[node]) && !Number.isNaN(envelopeFromMs[node])) envelopeFromMs[above] = envelopeFromMs[node];
      if (!(envelopeToMs[above] >= envelopeToMs[node]) && !Number.isNaN(envelopeToMs[node])) envelopeToMs[above] = envelopeToMs[node];
    }
  });
  return { depth, envelopeFromMs, envelopeToMs, descendants };
}

/** The waits and spans of the runs themselves; NaN stays where there is none. */
function ownSpans(store: RunStore, from: number, to: number, fromMs: Float64Array, toMs: Float64Array): void {
  const { fromMs: start, toMs: end } = store;
  for (let slot = from; slot < to; slot++) {
    const wait = store.waitFromMs(slot);
    fromMs[slot] = Number.isNaN(wait) ? start[slot] : wait;
    toMs[slot] = end[slot];
  }
}
