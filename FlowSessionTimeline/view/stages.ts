import { EpochMs } from "../base/brand";
import { Work } from "../base/work";
import { patchForest } from "../domain/patchForest";
import { buildForest, RunForest } from "../domain/runForest";
import { filterRuns, isFiltering } from "../domain/runFilter";
import { RunStore } from "../domain/runStore";
import { noRows } from "../layout/noRows";
import { patchRows } from "../layout/patchRows";
import { buildRows, RowsInput } from "../layout/rows";
import { RowTable } from "../layout/rowTable";
import { RunBlocks } from "../layout/runBlocks";
import { Derived, hasSameRows, Wish } from "./derived";
import { FamilyCounter, FamilyCounts } from "./familyCounts";

/** A forest, and since which version of the store its trees have been the same in the same order. */
interface KnownForest {
  readonly version: number;
  readonly sameSince: number;
  readonly value: RunForest;
}

interface KnownBlocks {
  readonly version: number;
  readonly value: RunBlocks;
}

/**
 * Derives rows from records and wishes, stage by stage. What did not change is not made again; where a few runs changed, what was made of
 * the others is patched, so that a delta costs the runs that it brings.
 */
export class Stages {
  private forest: KnownForest | undefined;
  private blocks: KnownBlocks | undefined;
  private last: Derived | undefined;
  private readonly counter: FamilyCounter;

  public constructor(private readonly store: RunStore, private readonly statusLabel: (code: number) => string) {
    this.counter = new FamilyCounter(store);
  }

  public *derive(wish: Wish, now: EpochMs): Work<Derived> {
    const { version } = this.store;
    const { value: forest, sameSince } = yield* this.forestNow();
    const blocks = yield* this.blocksNow();
    const matches = yield* this.matchesNow(wish);
    const rows = yield* this.rowsNow({ ...wish, window: wish.allRows ? null : wish.window, store: this.store, forest, blocks, matches, nowMs: now, trackSet: this.last?.rows.trackSet ?? null }, wish, sameSince);
    const counts = yield* this.countsNow(blocks, wish, now);
    this.last = { forest, matches, rows, counts, storeVersion: version, wish };
    return this.last;
  }

  public *forestNow(): Work<KnownForest> {
    const { version } = this.store;
    const known = this.forest;
    if (known?.version === version) return known;
    const slots = known ? this.store.changedSlots(known.version) : null;
    const patched = known && slots ? patchForest(known.value, slots) : null;
    this.forest = known && patched ? { version, sameSince: known.sameSince, value: patched } : { version, sameSince: version, value: yield* buildForest(this.store) };
    return this.forest;
  }

  private *blocksNow(): Work<RunBlocks> {
    const { version } = this.store;
    const slots = this.blocks ? this.store.changedSlots(this.blocks.version) : null;
    if (this.blocks && slots) this.blocks.value.update(slots);
    const value = this.blocks && slots ? this.blocks.value : yield* RunBlocks.build(this.store);
    this.blocks = { version, value };
    return value;
  }

  private *matchesNow({ filter }: Wish): Work<Uint8Array | null> {
    if (!isFiltering(filter)) return null;
    const { last } = this;
    if (last?.wish.filter === filter && last.storeVersion === this.store.version) return last.matches;
    return yield* filterRuns(this.store, filter, this.statusLabel);
  }

  private *rowsNow(input: RowsInput, wish: Wish, sameSince: number): Work<RowTable> {
    const { last } = this;
    const slots = last && last.storeVersion >= sameSince && hasSameRows(wish, last.wish) ? this.store.changedSlots(last.storeVersion) : null;
    if (last && slots?.length === 0 && last.rows.matches === input.matches) return last.rows;
    if (wish.asDensity) return noRows(input.matches);
    return (last && slots && (yield* patchRows(last.rows, input, slots))) ?? (yield* buildRows(input));
  }

  private *countsNow(blocks: RunBlocks, { window }: Wish, now: EpochMs): Work<FamilyCounts> {
    const { last } = this;
    const slots = last?.wish.window === window ? this.store.changedSlots(last.storeVersion) : null;
    if (!last || !slots) return yield* this.counter.countAll(blocks, window, now);
    return slots.length === 0 ? last.counts : this.counter.countAgain(blocks, slots, window, now);
  }
}
