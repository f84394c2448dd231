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
    const { wanted } = this;
    this.wanted = derived;
    if (wanted?.storeVersion === derived?.storeVersion && wanted?.matches === derived?.matches) return;
    this.cancel?.();
    this.cancel = undefined;
    if (!derived) return this.show(null);
    const { clock } = this.timeline;
    this.cancel = clock.timeout(() => this.count(derived), Math.max(0, this.countedAt + PAUSE_MS - clock.monotonic()));
  }

  private count({ matches }: Derived): void {
    const { clock, ports } = this.timeline;
    const host = { now: () => clock.monotonic(), defer: (callback: () => void) => clock.timeout(callback, 0) };
    let finished = false;
    const cancel = runInSlices(countRuns(ports.source.store, matches), host, (counts) => {
      finished = true;
      this.cancel = undefined;
      this.countedAt = clock.monotonic();
      this.show(counts);
    });
    if (!finished) this.cancel = cancel;
  }

  private show(counts: MinimapCounts | null): void {
    if (counts === null && this.counts === null) return;
    this.counts = counts;
    for (const listener of [...this.listeners]) listener();
  }
}
