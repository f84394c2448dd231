import { Work } from "../base/work";
import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES } from "../domain/status";
import { steadyWork } from "../domain/steadyWork";
import { MinimapBins } from "./minimapBins";
import { rangeOfStarts, StartRange } from "./minimapRange";

/** Room for bins; the runs take at most half of it, so that later ones find some without a new count of all. */
const CAPACITY = 4096;
/** Dataverse stores whole seconds: no bin is much shorter. */
const MIN_BIN_MS = 1024;
/** Runs between two yields. */
const STEPS = 4096;

/** What a slot is counted as: nothing, before or after all bins, or FIRST_CELL + bin * families + family. */
const NOWHERE = 0;
const BEFORE = 1;
const AFTER = 2;
const FIRST_CELL = 3;
const FAMILIES = STATUS_FAMILIES.length;

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
  private cells: Uint16Array;

  public constructor(range: StartRange, slotCount: number) {
    this.lengthMs = Math.max(MIN_BIN_MS, 2 ** Math.ceil(Math.log2((range.toMs - range.fromMs) / (CAPACITY / 2 - 1))));
    this.first = Math.floor(range.fromMs / this.lengthMs);
    this.count = Math.floor(range.toMs / this.lengthMs) - this.first + 1;
    this.cells = new Uint16Array(slotCount);
  }

  /** Counts the run of a slot where it is now. @returns true if it lay in the bins, or beyond them on the same side, before or now */
  public put(store: RunStore, slot: number, isCounted: boolean): boolean {
    const before = this.cells[slot];
    const place = this.cellOf(store.fromMs[slot], store.family[slot]);
    const end = store.toMs[slot];
    if (place >= FIRST_CELL && end > this.lastEndMs && end !== Infinity) this.lastEndMs = end;
    const cell = isCounted ? place : NOWHERE;
    if (cell === before) return true;
    this.add(before, -1);
    this.add(cell, 1);
    this.cells[slot] = cell;
    return cell !== BEFORE && cell !== AFTER;
  }

  /** Counts anew what changed in these slots. @returns false if a run came to lie beyond the bins: then all are to be counted anew */
  public update(store: RunStore, slots: Iterable<number>, matches: Uint8Array | null): boolean {
    if (store.slotCount > this.cells.length) {
      const cells = new Uint16Array(store.slotCount * 2);
      cells.set(this.cells);
      this.cells = cells;
    }
    let fits = true;
    for (const slot of slots) fits = this.put(store, slot, isCounted(matches, slot)) && fits;
    return fits;
  }

  private cellOf(start: number, family: number): number {
    if (Number.isNaN(start)) return NOWHERE;
    const bin = Math.floor(start / this.lengthMs) - this.first;
    if (bin < 0) return BEFORE;
    return bin < CAPACITY ? FIRST_CELL + bin * FAMILIES + family : AFTER;
  }

  private add(cell: number, by: number): void {
    if (cell >= FIRST_CELL) {
      const place = cell - FIRST_CELL;
      const bin = Math.floor(place / FAMILIES);
      this.families[place % FAMILIES][bin] += by;
      if (bin >= this.count) this.count = bin + 1;
    } else if (cell === BEFORE) this.before += by;
    else if (cell === AFTER) this.after += by;
  }
}

/** Counts the runs that match, in slices; null if no run has a time. @param matches 1 per slot that counts; null for all */
export function countRuns(store: RunStore, matches: Uint8Array | null): Work<MinimapCounts | null> {
  return steadyWork(store, () => countNow(store, matches));
}

function* countNow(store: RunStore, matches: Uint8Array | null): Work<MinimapCounts | null> {
  const range = yield* rangeOfStarts(store);
  if (range === null) return null;
  const counts = new MinimapCounts(range, store.slotCount);
  for (let slot = 0; slot < store.slotCount; slot++) {
    counts.put(store, slot, isCounted(matches, slot));
    if (slot % STEPS === STEPS - 1) yield;
  }
  return counts;
}

const isCounted = (matches: Uint8Array | null, slot: number): boolean => matches === null || matches[slot] === 1;
