import { Listeners } from "../base/listeners";
import { runInSlices } from "../base/work";
import { isFiltering, RunFilter } from "../domain/runFilter";
import { MinimapBins } from "../layout/minimapBins";
import { countRuns, MinimapCounts } from "../layout/minimapCounts";
import { Derived } from "./pipeline";
import { Overview } from "./ports";
import { Timeline } from "./timeline";

/** All runs are counted anew at most this often, in ms. */
const PAUSE_MS = 500;
/** So few runs are counted with the first rows, in far less than the frame that a picture drawn twice would cost. */
const FEW_RUNS = 16_384;

/**
 * Counts of the loaded runs that the filter lets through. They are made in slices between frames, after the rows, never in a frame; the first
 * few runs with the rows. Where only a few have changed, these are counted anew.
 */
export class LoadedOverview implements Overview {
  private counts: MinimapCounts | null = null;
  /** What is counted, or about to be. */
  private wanted: Derived | undefined;
  /** The records and the filter that the counts are of; records may have changed while they were counted. */
  private counted: { readonly version: number; readonly filter: RunFilter } | undefined;
  private countedAt = -Infinity;
  private cancel: (() => void) | undefined;
  private readonly listeners = new Listeners();
  private readonly detach: () => void;

  public constructor(private readonly timeline: Timeline) {
    this.detach = timeline.news.onChange(() => this.follow());
    this.follow();
  }

  public dispose(): void {
    this.detach();
    this.cancel?.();
    this.listeners.clear();
  }

  /** Of what is loaded none is left out. */
  public isPartial(): boolean {
    return false;
  }

  public bins(): MinimapBins | null {
    return this.counts;
  }

  public subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  private follow(): void {
    const { derived } = this.timeline;
    if (!derived) return this.forget();
    const before = this.wanted;
    this.wanted = derived;
    if (before && isSameCount(before, derived)) return;
    if (this.cancel || !this.countChanges(derived)) this.plan();
  }

  /** Counts the few runs that have changed since the counts were made. @returns false if all are to be counted anew */
  private countChanges(derived: Derived): boolean {
    const { counts, counted } = this;
    const { store } = this.timeline.ports.source;
    if (!counts || !counted || isFiltering(counted.filter) !== isFiltering(derived.wish.filter)) return false;
    if (isFiltering(counted.filter) && counted.filter !== derived.wish.filter) return false;
    const changes = store.changesSince(counted.version);
    if (!changes) return false;
    const { revision } = counts;
    this.counted = { version: derived.storeVersion, filter: derived.wish.filter };
    const fits = counts.update(store, changes.slots, derived.matches);
    if (counts.revision !== revision) this.show(counts);
    return fits;
  }

  /** Other runs are to come. */
  private forget(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.wanted = undefined;
    this.counted = undefined;
    this.show(null);
  }

  /** A count under way is not given up for a newer one: while runs keep changing, none would ever end. */
  private plan(): void {
    const { clock, ports } = this.timeline;
    if (!this.cancel && this.counts === null && ports.source.store.size <= FEW_RUNS) return this.count();
    this.cancel ??= clock.timeout(() => this.count(), Math.max(0, this.countedAt + PAUSE_MS - clock.monotonic()));
  }

  private count(): void {
    const { clock, ports } = this.timeline;
    const { wanted } = this;
    this.cancel = undefined;
    if (!wanted) return;
    const host = { now: () => clock.monotonic(), defer: (callback: () => void) => clock.timeout(callback, 0) };
    const counted = { version: ports.source.store.version, filter: wanted.wish.filter };
    let finished = false;
    const cancel = runInSlices(countRuns(ports.source.store, wanted.forest.byStart, wanted.matches), host, (counts) => {
      finished = true;
      this.cancel = undefined;
      this.countedAt = clock.monotonic();
      this.counted = counted;
      this.show(counts);
      if (this.wanted && !isSameCount(this.wanted, wanted) && !this.countChanges(this.wanted)) this.plan();
    });
    if (!finished) this.cancel = cancel;
  }

  private show(counts: MinimapCounts | null): void {
    if (counts === null && this.counts === null) return;
    this.counts = counts;
    this.listeners.tell();
  }
}

const isSameCount = (a: Derived, b: Derived): boolean => a.storeVersion === b.storeVersion && a.matches === b.matches;
