import { EpochMs } from "../base/brand";
import { Work } from "../base/work";
import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES, StatusFamily } from "../domain/status";
import { RunBlocks } from "../layout/runBlocks";
import { isInWindow } from "../layout/runTimes";
import { TimeWindow } from "../layout/timeWindow";

const FAMILIES = STATUS_FAMILIES.length;
/** Blocks counted between two looks at the clock. */
const STEPS = 16;

export interface FamilyCount {
  readonly inWindow: number;
  readonly loaded: number;
}

/** How many runs of each family are loaded, and how many of them lie in the window. */
export type FamilyCounts = Readonly<Record<StatusFamily, FamilyCount>>;

/** Counts runs by status family, block by block; remembers what each block came to, so that a run that has changed costs its block alone. */
export class FamilyCounter {
  /** By block and family: how many runs lie in the window. */
  private inWindow = new Int32Array(0);

  public constructor(private readonly store: RunStore) {}

  public *countAll(blocks: RunBlocks, window: TimeWindow, now: EpochMs): Work<FamilyCounts> {
    this.inWindow = new Int32Array(blocks.count * FAMILIES);
    for (let block = 0; block < blocks.count; block++) {
      this.count(blocks, block, window, now);
      if (block % STEPS === STEPS - 1) yield;
    }
    return this.sum(blocks);
  }

  /** Counts the blocks of these again, of a store that has no other runs than when all were counted. */
  public countAgain(blocks: RunBlocks, slots: readonly number[], window: TimeWindow, now: EpochMs): FamilyCounts {
    for (const block of new Set(slots.map((slot) => RunBlocks.blockOf(slot)))) this.count(blocks, block, window, now);
    return this.sum(blocks);
  }

  private count(blocks: RunBlocks, block: number, window: TimeWindow, now: EpochMs): void {
    const { inWindow, store } = this;
    const first = block * FAMILIES;
    const isInside = blocks.isInside(block, window);
    for (let family = 0; family < FAMILIES; family++) inWindow[first + family] = isInside ? blocks.runs(block, family) : 0;
    if (isInside || blocks.isOutside(block, window)) return;
    const { from, to } = blocks.slots(block);
    for (let slot = from; slot < to; slot++) if (store.live[slot] === 1 && isInWindow(store, slot, window, now)) inWindow[first + (store.family[slot] ?? 0)]++;
  }

  private sum(blocks: RunBlocks): FamilyCounts {
    const loaded = STATUS_FAMILIES.map(() => 0);
    const inWindow = STATUS_FAMILIES.map(() => 0);
    for (let block = 0; block < blocks.count; block++) {
      for (let family = 0; family < FAMILIES; family++) {
        loaded[family] += blocks.runs(block, family);
        inWindow[family] += this.inWindow[block * FAMILIES + family] ?? 0;
      }
    }
    const count = (family: StatusFamily): FamilyCount => {
      const at = STATUS_FAMILIES.indexOf(family);
      return { inWindow: inWindow[at] ?? 0, loaded: loaded[at] ?? 0 };
    };
    return { failed: count("failed"), open: count("open"), ok: count("ok"), stopped: count("stopped"), other: count("other") };
  }
}
