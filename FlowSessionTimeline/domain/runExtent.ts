import { EpochMs, epochMs } from "../base/brand";

/** The stretch of time that a store's runs cover, kept as they come; only when one goes that lay at an end is it looked for again. */
export class RunExtent {
  private firstMs = Infinity;
  private lastMs = -Infinity;
  private isKnown = true;

  /** A run lies here, in epoch ms; NaN without a time. */
  public include(beginMs: number, lastMs: number): void {
    if (beginMs < this.firstMs) this.firstMs = beginMs;
    if (lastMs > this.lastMs) this.lastMs = lastMs;
  }

  /** A run lies here no longer. */
  public exclude(beginMs: number, lastMs: number): void {
    if (beginMs === this.firstMs || lastMs === this.lastMs) this.isKnown = false;
  }

  public clear(): void {
    this.firstMs = Infinity;
    this.lastMs = -Infinity;
    this.isKnown = true;
  }

  /** Null if no run has a time. @param includeAll includes every run anew */
  public read(includeAll: () => void): { fromMs: EpochMs; toMs: EpochMs } | null {
    if (!this.isKnown) {
      this.clear();
      includeAll();
    }
    return this.firstMs <= this.lastMs ? { fromMs: epochMs(this.firstMs), toMs: epochMs(this.lastMs) } : null;
  }
}
