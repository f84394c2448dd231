import { Work } from "../base/work";
import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES } from "../domain/status";
import { MinimapBins } from "./minimapBins";
import { rangeOfStarts, StartRange } from "./minimapRange";

/** Room for bins; the runs take at most half of it, so that later ones find some without a new count of all. */
const CAPACITY = 4096;
/** Dataverse stores whole seconds: no bin is much shorter. */
const MIN_BIN_MS = 1024;
/** Runs between two yields. */
const STEPS = 4096;

/** What a slot is counted as: nothing, before or after all bins, or FIRST_CELL + (bin, and the family in the lowest bits). */
const NOWHERE = 0;
const BEFORE = 1;
const AFTER = 2;
const FIRST_CELL = 3;
const FAMILY_BITS = 3;
const FAMILY_MASK = (1 << FAMILY_BITS) - 1;

/** The loaded runs that the filter lets through, counted; remembers for each where it is counted (2 bytes a run), so that one can move. */
export class MinimapCounts implements MinimapBins {
  public readonly source = "loaded";
  public readonly lengthMs: number;
  public readonly first: number;
  public readonly families = STATUS_FAMILIES.map(() => new Int32Array(CAPACITY));
  public count: number;
  public before = 0;
  public after = 0;
  public lastEndMs = -Infinity;
  /** Grows with every change that a picture could show. */
  public revision = 0;
  private cells: Uint16Array;

  public constructor(range: StartRange, slotCount: number) {
    this.lengthMs = Math.max(MIN_BIN_MS, 2 ** Math.ceil(Math.log2((range.toMs - range.fromMs) / (CAPACITY / 2 - 1))));
    this.first = Math.floor(range.fromMs / this.lengthMs);
    this.count = Math.floor(range.toMs / this.lengthMs) - this.first + 1;
    this.cells = new Uint16Array(slotCount);
  }

  /** Counts the runs of slots from one to before another, none of which is counted yet: the same as `put` does, and no call for most. */
  public putAll(store: RunStore, from: number, to: number, matches: Uint8Array | null): void {
    const { fromMs, toMs, family } = store;
    const { cells, families, lengthMs, first } = this;
    let { lastEndMs, count } = this;
    for (let slot = from; slot < to; slot++) {
      const isCounted = matches === null || matches[slot] === 1;
      const bin = Math.floor(fromMs[slot] / lengthMs) - first;
      if (!(bin >= 0 && bin < CAPACITY)) {
        this.put(slot, fromMs[slot], toMs[slot], family[slot], isCounted);
        continue;
      }
      const endMs = toMs[slot];
      if (endMs > lastEndMs && endMs !== Infinity) lastEndMs = endMs;
      if (!isCounted) continue;
      cells[slot] = FIRST_CELL + ((bin << FAMILY_BITS) | family[slot]);
      families[family[slot]][bin]++;
      if (bin >= count) count = bin + 1;
    }
    this.lastEndMs = lastEndMs;
    this.count = count;
    this.revision++;
  }

  /** Counts anew what changed in these slots. @returns false if a run came to lie beyond the bins: then all are to be counted anew */
  public update(store: RunStore, slots: Iterable<number>, matches: Uint8Array | null): boolean {
    if (store.slotCount > this.cells.length) {
      const cells = new Uint16Array(store.slotCount * 2);
      cells.set(this.cells);
      this.cells = cells;
    }
    let fits = true;
    for (const slot of slots) {
      const isCounted = matches === null || matches[slot] === 1;
      fits = this.put(slot, store.fromMs[slot], store.toMs[slot], store.family[slot], isCounted) && fits;
    }
    return fits;
  }

  /** @returns true if the run was not moved beyond the bins */
  private put(slot: number, startMs: number, endMs: number, family: number, isCounted: boolean): boolean {
    const before = this.cells[slot];
    const place = this.placeOf(startMs, family);
    if (place >= FIRST_CELL && endMs > this.lastEndMs && endMs !== Infinity) {
      this.lastEndMs = endMs;
      this.revision++;
    }
    const cell = isCounted ? place : NOWHERE;
    if (cell === before) return true;
    this.revision++;
    this.add(before, -1);
    this.add(cell, 1);
    this.cells[slot] = cell;
    return cell !== BEFORE && cell !== AFTER;
  }

  private placeOf(startMs: number, family: number): number {
    // No time, or a slot that is free.
    if (Number.isNaN(startMs)) return NOWHERE;
    const bin = Math.floor(startMs / this.lengthMs) - this.first;
    if (bin < 0) return BEFORE;
    return bin < CAPACITY ? FIRST_CELL + ((bin << FAMILY_BITS) | family) : AFTER;
  }

  private add(cell: number, by: number): void {
    if (cell >= FIRST_CELL) {
      const bin = (cell - FIRST_CELL) >> FAMILY_BITS;
      this.families[(cell - FIRST_CELL) & FAMILY_MASK][bin] += by;
      if (bin >= this.count) this.count = bin + 1;
    } else if (cell === BEFORE) this.before += by;
    else if (cell === AFTER) this.after += by;
  }
}

/**
 * Counts the runs that match, in slices; null if no run has a time. Where the store changes meanwhile, the changes are to be counted after it.
 * @param byStart slots by their start, those without a time last; @param matches 1 per slot that counts, null for all
 */
export function* countRuns(store: RunStore, byStart: Int32Array, matches: Uint8Array | null): Work<MinimapCounts | null> {
  const range = rangeOfStarts(store, byStart);
  if (range === null) return null;
  const { slotCount } = store;
  const counts = new MinimapCounts(range, slotCount);
  for (let slot = 0; slot < slotCount; slot += STEPS) {
    counts.putAll(store, slot, Math.min(slotCount, slot + STEPS), matches);
    yield;
  }
  return counts;
}
