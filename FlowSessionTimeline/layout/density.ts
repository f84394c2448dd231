import { clamp } from "../base/geometry";
import { STATUS_FAMILIES } from "../domain/status";
import { Bins } from "./bins";

/** A quantity over bins that is built from spans in O(1) each: what a bin's span covers on average, 1 for one span over the whole bin. */
class Coverage {
  private values = new Float64Array(0);
  private steps = new Float64Array(0);
  private count = 0;

  public reset(count: number): void {
    if (this.values.length <= count) {
      this.values = new Float64Array(count + 64);
      this.steps = new Float64Array(count + 64);
    } else {
      this.values.fill(0, 0, count + 1);
      this.steps.fill(0, 0, count + 1);
    }
    this.count = count;
  }

  /** @param from,to in bins from the first, clamped */
  public add(from: number, to: number): void {
    const first = Math.floor(from);
    const last = Math.floor(to);
    if (first === last) {
      this.values[first] += to - from;
      return;
    }
    this.values[first] += first + 1 - from;
    this.values[last] += to - last;
    this.steps[first + 1] += 1;
    this.steps[last] -= 1;
  }

  public settle(): Float64Array {
    let level = 0;
    for (let i = 0; i < this.count; i++) {
      level += this.steps[i];
      this.values[i] += level;
    }
    return this.values;
  }
}

/** How many runs are under way at once, by status family, and how many wait, per bin; buffers are reused. */
export class Density {
  private bins: Bins = { lengthMs: 1, first: 0, count: 0 };
  private readonly families = STATUS_FAMILIES.map(() => new Coverage());
  private readonly waits = new Coverage();
  /** By family: how many runs ended in each bin. Instants and runs far shorter than a bin cover next to nothing, but they count. */
  public readonly ends = STATUS_FAMILIES.map(() => new Int32Array(0));

  public reset(bins: Bins): void {
    this.bins = bins;
    for (const one of this.families) one.reset(bins.count);
    this.waits.reset(bins.count);
    this.ends.forEach((counts, family) => {
      if (counts.length < bins.count) this.ends[family] = new Int32Array(bins.count + 64);
      else counts.fill(0, 0, bins.count);
    });
  }

  /** A run from start to end; an instant if both are the same. */
  public addRun(family: number, fromMs: number, toMs: number): void {
    this.families[family].add(this.place(fromMs), this.place(toMs));
    const bin = Math.floor(toMs / this.bins.lengthMs) - this.bins.first;
    if (bin >= 0 && bin < this.bins.count) this.ends[family][bin]++;
  }

  public addWait(fromMs: number, toMs: number): void {
    this.waits.add(this.place(fromMs), this.place(toMs));
  }

  /** @returns runs per bin by family (in the order of STATUS_FAMILIES), and waits; valid until the next reset, once per reset */
  public settle(): { readonly families: readonly Float64Array[]; readonly waits: Float64Array } {
    return { families: this.families.map((one) => one.settle()), waits: this.waits.settle() };
  }

  private place(ms: number): number {
    return clamp(ms / this.bins.lengthMs - this.bins.first, 0, this.bins.count);
  }
}
