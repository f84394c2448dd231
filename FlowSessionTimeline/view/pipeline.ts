import { Work, runInSlices, WorkHost } from "../base/work";
import { buildForest, RunForest } from "../domain/runForest";
import { filterRuns, isFiltering, RunFilter } from "../domain/runFilter";
import { RunStore } from "../domain/runStore";
import { UserZone } from "../domain/userZone";
import { Collapse } from "../layout/collapse";
import { buildRows, LayoutKind, SortKey } from "../layout/rows";
import { RowTable } from "../layout/rowTable";
import { TimeWindow } from "../layout/timeWindow";
import { TrackSet } from "../layout/trackSet";
import { EpochMs } from "../base/brand";
import { FamilyCounter, FamilyCounts } from "./familyCounts";

/** What the rows depend on, beside the records. */
export interface Wish {
  readonly layout: LayoutKind;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly filter: RunFilter;
  readonly collapsed: Collapse;
  /** Keys of tracks that show all their lanes. */
  readonly tallTracks: ReadonlySet<string>;
  readonly zone: UserZone;
  readonly window: TimeWindow;
  /** Whether runs outside the window have rows too. */
  readonly allRows: boolean;
}

/** Everything derived from the records in one consistent state. */
export interface Derived {
  readonly forest: RunForest;
  /** 1 per slot that the filter lets through; null if nothing is filtered. */
  readonly matches: Uint8Array | null;
  readonly rows: RowTable;
  /** Of all runs, whatever the filter. */
  readonly counts: FamilyCounts;
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
  private counts: { readonly version: number; readonly window: TimeWindow; readonly value: FamilyCounts } | undefined;
  private trackSet: TrackSet | null = null;
  private readonly counter: FamilyCounter;
  private cancel: (() => void) | undefined;

  public constructor(
    private readonly store: RunStore,
    private readonly host: WorkHost,
    private readonly statusLabel: (code: number) => string,
    private readonly done: (derived: Derived) => void
  ) {
    this.counter = new FamilyCounter(store);
  }

  public run(wish: Wish, now: EpochMs): void {
    this.start(this.stages(wish, now), this.done);
  }

  /** Builds the forest of the records as they are now: for what must be decided before there is a wish. */
  public prepare(done: (forest: RunForest) => void): void {
    this.start(this.forestNow(), done);
  }

  public get busy(): boolean {
    return this.cancel !== undefined;
  }

  /** Ends the work under way: nothing of it is handed over. */
  public stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  private *stages(wish: Wish, now: EpochMs): Work<Derived> {
    const version = this.store.version;
    const forest = yield* this.forestNow();
    if (this.matches?.version !== version || this.matches.filter !== wish.filter) {
      const value = isFiltering(wish.filter) ? yield* filterRuns(this.store, wish.filter, this.statusLabel) : null;
      this.matches = { version, filter: wish.filter, value };
    }
    const matches = this.matches.value;
    const rows = yield* buildRows({ ...wish, window: wish.allRows ? null : wish.window, store: this.store, forest, matches, nowMs: now, trackSet: this.trackSet });
    this.trackSet = rows.trackSet ?? this.trackSet;
    if (this.counts?.version !== version || this.counts.window !== wish.window) {
      this.counts = { version, window: wish.window, value: yield* this.counter.countAll(wish.window, now) };
    }
    return { forest, matches, rows, counts: this.counts.value, storeVersion: version, wish };
  }

  private *forestNow(): Work<RunForest> {
    const version = this.store.version;
    if (this.forest?.version !== version) this.forest = { version, value: yield* buildForest(this.store) };
    return this.forest.value;
  }

  /** Begins work in place of what is under way. */
  private start<T>(work: Work<T>, done: (value: T) => void): void {
    this.stop();
    let finished = false;
    const cancel = runInSlices(work, this.host, (value) => {
      finished = true;
      this.cancel = undefined;
      done(value);
    });
    if (!finished) this.cancel = cancel;
  }
}
