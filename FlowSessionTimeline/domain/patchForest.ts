import { compareKeys } from "../base/sortByKey";
import { RunForest } from "./runForest";
import { RunStore } from "./runStore";

/** What a node's envelope is to be, in epoch ms; NaN where nothing below it has a time. */
interface Envelope {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The forest of a store in which a few runs changed but no tree: all that a change which is no `structure` can bring is that envelopes
 * along the ancestors of these runs grow or shrink. The new forest takes over the arrays of the old one, which shows the new envelopes too.
 * @param slots from `changesSince` the version of the forest
 * @returns null if roots change places: the forest must be built anew, and the old one is as it was
 */
export function patchForest(forest: RunForest, store: RunStore, slots: readonly number[]): RunForest | null {
  const patch = new Patch(forest, store);
  for (const slot of slots) patch.include(slot);
  if (!patch.keepsRootOrder()) return null;
  patch.apply();
  return new RunForest(forest);
}

class Patch {
  private readonly changed = new Map<number, Envelope>();

  public constructor(private readonly forest: RunForest, private readonly store: RunStore) {}

  /** Works out the envelope of a run and, as long as that changes anything, those of its ancestors. */
  public include(slot: number): void {
    for (let node = slot; node >= 0; node = this.forest.parent[node]) {
      const before = this.envelope(node);
      const now = this.spanned(node);
      if (Object.is(before.fromMs, now.fromMs) && Object.is(before.toMs, now.toMs)) return;
      this.changed.set(node, now);
    }
  }

  /** True if each root whose envelope begins at another time stays between its neighbours. */
  public keepsRootOrder(): boolean {
    const { roots, parent, envelopeFromMs } = this.forest;
    for (const [node, { fromMs }] of this.changed) {
      if (parent[node] >= 0 || Object.is(fromMs, envelopeFromMs[node])) continue;
      const at = this.placeOf(node);
      const isAfter = at === 0 || this.compare(roots[at - 1], node) < 0;
      const isBefore = at === roots.length - 1 || this.compare(node, roots[at + 1]) < 0;
      if (!isAfter || !isBefore) return false;
    }
    return true;
  }

  public apply(): void {
    const { envelopeFromMs, envelopeToMs } = this.forest;
    for (const [node, { fromMs, toMs }] of this.changed) {
      envelopeFromMs[node] = fromMs;
      envelopeToMs[node] = toMs;
    }
  }

  private envelope(node: number): Envelope {
    const { envelopeFromMs, envelopeToMs } = this.forest;
    return this.changed.get(node) ?? { fromMs: envelopeFromMs[node], toMs: envelopeToMs[node] };
  }

  /** From the node's own wait and span and the envelopes of its children. */
  private spanned(node: number): Envelope {
    const { forest, store } = this;
    const hasRun = node < forest.slotCount;
    const waitFrom = hasRun ? store.waitFromMs(node) : NaN;
    let fromMs = hasRun && Number.isNaN(waitFrom) ? store.fromMs[node] : waitFrom;
    let toMs = hasRun ? store.toMs[node] : NaN;
    for (let child = forest.firstChild[node]; child >= 0; child = forest.nextSibling[child]) {
      const below = this.envelope(child);
      if (!(fromMs <= below.fromMs) && !Number.isNaN(below.fromMs)) fromMs = below.fromMs;
      if (!(toMs >= below.toMs) && !Number.isNaN(below.toMs)) toMs = below.toMs;
    }
    return { fromMs, toMs };
  }

  /** Where a root stands, by the envelopes before the change, in which the roots are in order. */
  private placeOf(root: number): number {
    const { roots, envelopeFromMs, ghosts } = this.forest;
    let low = 0;
    let high = roots.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compareKeys(envelopeFromMs[roots[middle]], envelopeFromMs[root]) || (roots[middle] === root ? 0 : ghosts.compareIds(this.store, roots[middle], root));
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compare(a: number, b: number): number {
    return compareKeys(this.envelope(a).fromMs, this.envelope(b).fromMs) || this.forest.ghosts.compareIds(this.store, a, b);
  }
}
