import { inBlocks, Work } from "../base/work";
import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES } from "../domain/status";
import { SHAPE_QUEUED } from "./runTimes";

/** The marks of runs that have not started, and of those that have not ended; that of all others is their family. */
export const QUEUED = STATUS_FAMILIES.length;
export const UNENDED = QUEUED + 1;
export const MARK_COUNT = UNENDED + 1;

const OPEN = STATUS_FAMILIES.indexOf("open");

/** The family that a mark stands for. */
export const familyOfMark = (mark: number): number => (mark >= QUEUED ? OPEN : mark);

/**
 * The times of runs by fromMs, side by side: what is built of them reads them often, and the store's columns hold the runs of a track far
 * apart. Made for the time of building.
 */
export class SpanColumns {
  public readonly slots: Int32Array;
  public readonly fromMs: Float64Array;
  /** Infinity for what is open. */
  public readonly toMs: Float64Array;
  /** NaN where no wait is known. */
  public readonly waitFromMs: Float64Array;
  /** QUEUED, UNENDED, or a family. */
  public readonly mark: Uint8Array;

  public constructor(public readonly length: number, of?: { readonly columns: SpanColumns; readonly from: number }) {
    const end = (of?.from ?? 0) + length;
    this.slots = of ? of.columns.slots.subarray(of.from, end) : new Int32Array(length);
    this.fromMs = of ? of.columns.fromMs.subarray(of.from, end) : new Float64Array(length);
    this.toMs = of ? of.columns.toMs.subarray(of.from, end) : new Float64Array(length);
    this.waitFromMs = of ? of.columns.waitFromMs.subarray(of.from, end) : new Float64Array(length);
    this.mark = of ? of.columns.mark.subarray(of.from, end) : new Uint8Array(length);
  }

  public put(at: number, store: RunStore, slot: number): void {
    const end = store.toMs[slot];
    this.slots[at] = slot;
    this.fromMs[at] = store.fromMs[slot];
    this.toMs[at] = end;
    this.waitFromMs[at] = store.waitFromMs(slot);
    this.mark[at] = end === Infinity ? (store.shape[slot] === SHAPE_QUEUED ? QUEUED : UNENDED) : store.family[slot];
  }

  public copy(at: number, from: SpanColumns, index: number): void {
    this.slots[at] = from.slots[index];
    this.fromMs[at] = from.fromMs[index];
    this.toMs[at] = from.toMs[index];
    this.waitFromMs[at] = from.waitFromMs[index];
    this.mark[at] = from.mark[index];
  }

  public part(from: number, length: number): SpanColumns {
    return new SpanColumns(length, { columns: this, from });
  }
}

/** @param slots by fromMs */
export function* columnsOf(store: RunStore, slots: Int32Array): Work<SpanColumns> {
  const columns = new SpanColumns(slots.length);
  yield* inBlocks(0, slots.length, (from, to) => {
    for (let i = from; i < to; i++) columns.put(i, store, slots[i]);
  });
  return columns;
}
