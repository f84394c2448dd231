import { EpochMs, epochMs } from "../base/brand";
import { TimeColumns } from "./timeColumns";

/** From the first wait or start to the last end; an open run counts with its beginning only. */
export interface Extent {
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
  /** Whether a run has not ended. */
  readonly isOpen: boolean;
}

/** The stretch of time that a store's runs cover, kept as they come; only when one goes that lay at an end is it looked for again. */
export class RunExtent {
  private firstMs = Infinity;
  private lastMs = -Infinity;
  /** How many runs have not ended. */
  private open = 0;
  private isKnown = true;

  /** The run of a slot is there. */
  public include(times: TimeColumns, slot: number): void {
    this.includeAll(times, slot, slot + 1);
  }

  /** The runs from a slot up to another are there. */
  public includeAll({ beginMs, fromMs, toMs }: TimeColumns, from: number, to: number): void {
    let { firstMs, lastMs, open } = this;
    for (let slot = from; slot < to; slot++) {
      const isOpen = toMs[slot] === Infinity;
      const last = isOpen ? fromMs[slot] : toMs[slot];
      if (isOpen) open++;
      if (beginMs[slot] < firstMs) firstMs = beginMs[slot];
      if (last > lastMs) lastMs = last;
    }
    this.firstMs = firstMs;
    this.lastMs = lastMs;
    this.open = open;
  }

  /** It is so no longer: its times have not been changed yet. */
  public exclude(times: TimeColumns, slot: number): void {
    if (times.toMs[slot] === Infinity) this.open--;
    if (times.beginMs[slot] === this.firstMs || times.lastMs(slot) === this.lastMs) this.isKnown = false;
  }

  public clear(): void {
    this.firstMs = Infinity;
    this.lastMs = -Infinity;
    this.open = 0;
    this.isKnown = true;
  }

  /** Null if no run has a time. @param includeAll includes every run anew */
  public read(includeAll: () => void): Extent | null {
    if (!this.isKnown) {
      this.clear();
      includeAll();
    }
    return this.firstMs <= this.lastMs ? { fromMs: epochMs(this.firstMs), toMs: epochMs(this.lastMs), isOpen: this.open > 0 } : null;
  }
}
