import { runInSlices } from "../base/work";
import { MinimapBins } from "../layout/minimapBins";
import { countRuns, MinimapCounts } from "../layout/minimapCounts";
import { Derived } from "./pipeline";
import { Overview } from "./ports";
import { Timeline } from "./timeline";

/** All runs are counted anew at most this often, in ms. */
const PAUSE_MS = 500;

/** Counts of the loaded runs that the filter lets through. They are made in slices between frames, after the rows, never in a frame. */
export class LoadedOverview implements Overview {
  private counts: MinimapCounts | null = null;
  /** What is counted, or about to be. */
  private wanted: Derived | undefined;
  private countedAt = -Infinity;
  private cancel: (() => void) | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly detach: () => void;

  public constructor(private readonly timeline: Timeline) {
    this.detach = timeline.onShell(() => this.follow());
    this.follow();
  }

  public dispose(): void {
    this.detach();
    this.cancel?.();
    this.listeners.clear();
  }

  public bins(): MinimapBins | null {
    return this.counts;
  }

  public subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private follow(): void {
    const { derived } = this.timeline;
    if (!derived) return this.forget();
    const isSame = this.wanted && isSameCount(this.wanted, derived);
    this.wanted = derived;
    if (!isSame) this.plan();
  }

  /** Other runs are to come. */
  private forget(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.wanted = undefined;
    this.show(null);
  }

  /** A count under way is not given up for a newer one: while runs keep changing, none would ever end. */
  private plan(): void {
    const { clock } = this.timeline;
    this.cancel ??= clock.timeout(() => this.count(), Math.max(0, this.countedAt + PAUSE_MS - clock.monotonic()));
  }

  private count(): void {
    const { clock, ports } = this.timeline;
    const { wanted } = this;
    this.cancel = undefined;
    if (!wanted) return;
    const host = { now: () => clock.monotonic(), defer: (callback: () => void) => clock.timeout(callback, 0) };
    let finished = false;
    const cancel = runInSlices(countRuns(ports.source.store, wanted.forest.byStart, wanted.matches), host, (counts) => {
      finished = true;
      this.cancel = undefined;
      this.countedAt = clock.monotonic();
      this.show(counts);
      if (this.wanted && !isSameCount(this.wanted, wanted)) this.plan();
    });
    if (!finished) this.cancel = cancel;
  }

  private show(counts: MinimapCounts | null): void {
    if (counts === null && this.counts === null) return;
    this.counts = counts;
    for (const listener of [...this.listeners]) listener();
  }
}

const isSameCount = (a: Derived, b: Derived): boolean => a.storeVersion === b.storeVersion && a.matches === b.matches;
