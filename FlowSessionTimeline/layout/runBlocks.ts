import { Work } from "../base/work";
import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES } from "../domain/status";
import { steadyWork } from "../domain/steadyWork";
import { TimeWindow } from "./timeWindow";

const BLOCK_SHIFT = 10;
const FAMILIES = STATUS_FAMILIES.length;

/** Slots of a block: [from, to). */
export interface BlockSlots {
  readonly from: number;
  readonly to: number;
}

/**
 * What the runs of each 1,024 slots have in common. Runs come about in the order of time: most blocks lie in a window or outside it as a whole,
 * and only the runs of the others are asked one by one.
 */
export class RunBlocks {
  public readonly count: number;
  private readonly slotCount: number;
  /** By block and family: how many runs there are. */
  private readonly families: Int32Array;
  /** By block: the first and the last beginning, and the first and the last end of its runs, in epoch ms; what has no end may end at its start or never. */
  private readonly firstBegin: Float64Array;
  private readonly lastBegin: Float64Array;
  private readonly firstEnd: Float64Array;
  private readonly lastEnd: Float64Array;

  private constructor(private readonly store: RunStore) {
    this.slotCount = store.slotCount;
    this.count = Math.ceil(this.slotCount / (1 << BLOCK_SHIFT));
    this.families = new Int32Array(this.count * FAMILIES);
    this.firstBegin = new Float64Array(this.count);
    this.lastBegin = new Float64Array(this.count);
    this.firstEnd = new Float64Array(this.count);
    this.lastEnd = new Float64Array(this.count);
  }

  public static build(store: RunStore): Work<RunBlocks> {
    return steadyWork(store, function* () {
      const blocks = new RunBlocks(store);
      for (let block = 0; block < blocks.count; block++) {
        blocks.read(block);
        if (block % 16 === 15) yield;
      }
      return blocks;
    });
  }

  public static blockOf(slot: number): number {
    return slot >> BLOCK_SHIFT;
  }

  /** Reads the blocks of these slots again, of a store that has no other slots than before. */
  public update(slots: readonly number[]): void {
    for (const block of new Set(slots.map((slot) => RunBlocks.blockOf(slot)))) this.read(block);
  }

  public slots(block: number): BlockSlots {
    return { from: block << BLOCK_SHIFT, to: Math.min((block + 1) << BLOCK_SHIFT, this.slotCount) };
  }

  /** How many runs of a family a block holds. */
  public runs(block: number, family: number): number {
    return this.families[block * FAMILIES + family];
  }

  /** True if all runs of the block show in the window, whenever now is. */
  public isInside(block: number, window: TimeWindow): boolean {
    return this.lastBegin[block] < window.toMs && this.firstEnd[block] > window.fromMs;
  }

  /** True if no run of the block does. */
  public isOutside(block: number, window: TimeWindow): boolean {
    return !(this.firstBegin[block] < window.toMs && this.lastEnd[block] >= window.fromMs);
  }

  private read(block: number): void {
    const { store: { live, family, beginMs, fromMs, toMs }, families } = this;
    const { from, to } = this.slots(block);
    families.fill(0, block * FAMILIES, (block + 1) * FAMILIES);
    let [firstBegin, lastBegin, firstEnd, lastEnd] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let slot = from; slot < to; slot++) {
      if (live[slot] === 0) continue;
      families[block * FAMILIES + family[slot]]++;
      const begin = beginMs[slot];
      const end = toMs[slot];
      if (begin < firstBegin) firstBegin = begin;
      // Written so that a run without a time keeps its block from being inside.
      if (!(begin <= lastBegin)) lastBegin = Number.isNaN(begin) ? Infinity : begin;
      const leastEnd = end === Infinity ? fromMs[slot] : end;
      if (leastEnd < firstEnd) firstEnd = leastEnd;
      if (end > lastEnd) lastEnd = end;
    }
    this.firstBegin[block] = firstBegin;
    this.lastBegin[block] = lastBegin;
    this.firstEnd[block] = firstEnd;
    this.lastEnd[block] = lastEnd;
  }
}
