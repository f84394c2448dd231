import { Work, runInSlices, runToEnd, WorkHost } from "../base/work";
import { buildForest, RunForest } from "../domain/runForest";
import { filterRuns, isFiltering, RunFilter } from "../domain/runFilter";
import { RunStore } from "../domain/runStore";
import { Collapse } from "../layout/collapse";
import { buildRows, LayoutKind, SortKey } from "../layout/rows";
import { RowTable } from "../layout/rowTable";
import { TimeWindow } from "../layout/timeWindow";
import { EpochMs } from "../base/brand";

/** What the rows depend on, beside the records. */
export interface Wish {
  readonly layout: LayoutKind;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly filter: RunFilter;
  readonly collapsed: Collapse;
  /** Null for all rows. */
  readonly window: TimeWindow | null;
}

/** Everything derived from the records in one consistent state. */
export interface Derived {
  readonly forest: RunForest;
  /** 1 per slot that the filter lets through; null if nothing is filtered. */
  readonly matches: Uint8Array | null;
  readonly rows: RowTable;
  readonly storeVersion: number;
  readonly wish: Wish;
}

/**
 * Turns records and wishes into rows in slices: the old picture stays until the new one is whole.
 * A newer wish cancels work that has not ended; stages whose inputs did not change are not done again.
 */
export class Pipeline {
  private forest: { readonly version: number; readonly value: RunForest } | undefined;
  private matches: { readonly version: number; readonly filter: RunFilter; readonly value: Uint8Array | null } | undefined;
  private cancel: (() => void) | undefined;

  public constructor(
    private readonly store: RunStore,
    private readonly host: WorkHost,
    private readonly statusLabel: (code: number) => string,
    private readonly done: (derived: Derived) => void
  ) {}

  public run(wish: Wish, now: EpochMs): void {
    this.stop();
    let finished = false;
    const cancel = runInSlices(this.stages(wish, now), this.host, (derived) => {
      finished = true;
      this.cancel = undefined;
      this.done(derived);
    });
    if (!finished) this.cancel = cancel;
  }

  public get busy(): boolean {
    return this.cancel !== undefined;
  }

  /** The forest of the records as they are now, made at once if it is stale: for the few questions that cannot wait. */
  public currentForest(): RunForest {
    if (this.forest?.version !== this.store.version) this.forest = { version: this.store.version, value: runToEnd(buildForest(this.store)) };
    return this.forest.value;
  }

  /** Ends the work under way: nothing of it is handed over. */
  public stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  private *stages(wish: Wish, now: EpochMs): Work<Derived> {
    const version = this.store.version;
    if (this.forest?.version !== version) this.forest = { version, value: yield* buildForest(this.store) };
    const forest = this.forest.value;
    if (this.matches?.version !== version || this.matches.filter !== wish.filter) {
      const value = isFiltering(wish.filter) ? yield* filterRuns(this.store, wish.filter, this.statusLabel) : null;
      this.matches = { version, filter: wish.filter, value };
    }
    const matches = this.matches.value;
    const rows = yield* buildRows({ ...wish, store: this.store, forest, matches, nowMs: now });
    return { forest, matches, rows, storeVersion: version, wish };
  }
}
