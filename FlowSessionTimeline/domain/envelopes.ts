import { Work } from "../base/work";
import { RunStore } from "./runStore";

const STEPS = 4096;
const MAX_DEPTH = 0xffff;

/** What every node knows of the runs below it (RunForest says what each array means). */
export interface Envelopes {
  readonly depth: Uint16Array;
  readonly envelopeFromMs: Float64Array;
  readonly envelopeToMs: Float64Array;
  readonly descendants: Int32Array;
}

/** Goes through all trees twice: down for the depths, and back up for envelopes and counts. */
export function* computeEnvelopes(
  store: RunStore, parent: Int32Array, firstChild: Int32Array, nextSibling: Int32Array, roots: Int32Array,
): Work<Envelopes> {
  const depth = new Uint16Array(parent.length);
  const envelopeFromMs = new Float64Array(parent.length).fill(Infinity);
  const envelopeToMs = new Float64Array(parent.length).fill(-Infinity);
  const descendants = new Int32Array(parent.length);
  const order = new Int32Array(store.size + parent.length - store.slotCount);
  let count = 0;
  for (const root of roots) order[count++] = root;
  // The list is its own queue: children are put behind all that are waiting, so parents always come before children.
  for (let at = 0; at < count; at++) {
    const node = order[at];
    for (let child = firstChild[node]; child >= 0; child = nextSibling[child]) {
      depth[child] = Math.min(depth[node] + 1, MAX_DEPTH);
      order[count++] = child;
    }
    if (at % STEPS === STEPS - 1) yield;
  }
  for (let at = count - 1; at >= 0; at--) {
    const node = order[at];
    if (node < store.slotCount) includeSpan(store, node, envelopeFromMs, envelopeToMs);
    const above = parent[node];
    if (above >= 0) {
      envelopeFromMs[above] = Math.min(envelopeFromMs[above], envelopeFromMs[node]);
      envelopeToMs[above] = Math.max(envelopeToMs[above], envelopeToMs[node]);
      descendants[above] += descendants[node] + 1;
    }
    if (at % STEPS === 0) yield;
  }
  for (let node = 0; node < parent.length; node++) {
    if (envelopeToMs[node] === -Infinity) envelopeFromMs[node] = envelopeToMs[node] = NaN;
  }
  return { depth, envelopeFromMs, envelopeToMs, descendants };
}

function includeSpan(store: RunStore, slot: number, fromMs: Float64Array, toMs: Float64Array): void {
  const from = store.fromMs[slot];
  if (Number.isNaN(from)) return;
  const waitFrom = store.waitFromMs[slot];
  fromMs[slot] = Math.min(fromMs[slot], Number.isNaN(waitFrom) ? from : waitFrom);
  toMs[slot] = Math.max(toMs[slot], store.toMs[slot]);
}
