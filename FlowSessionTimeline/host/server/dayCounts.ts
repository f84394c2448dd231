import { DAY } from "../../base/brand";
import { STATUS_FAMILIES, StatusFamily } from "../../domain/status";
import { MinimapBins } from "../../view/ports";
import { TimeRange } from "./contract";

/** Runs by the UTC day at which they are placed and by status family; days are counted from the epoch. */
export class DayTally {
  private readonly families = STATUS_FAMILIES.map(() => new Map<number, number>());
  private first = Infinity;
  private last = -Infinity;

  public get isEmpty(): boolean {
    return this.first > this.last;
  }

  /** @param day days since the epoch @param family index in STATUS_FAMILIES */
  public add(day: number, family: number, runs: number): void {
    const counts = this.families[family];
    counts.set(day, (counts.get(day) ?? 0) + runs);
    this.first = Math.min(this.first, day);
    this.last = Math.max(this.last, day);
  }

  /** @param isPartial whether some days could not be counted */
  public counts(isPartial: boolean): DayCounts {
    const count = this.isEmpty ? 0 : this.last - this.first + 1;
    const families = this.families.map((counts) => {
      const bins = new Int32Array(count);
      for (const [day, runs] of counts) bins[day - this.first] = runs;
      return bins;
    });
    const first = this.isEmpty ? 0 : this.first;
    return new DayCounts({ source: "server", lengthMs: DAY, first, count, families, before: 0, after: 0, lastEndMs: (first + count) * DAY }, isPartial);
  }
}

/** The finished counts. */
export class DayCounts {
  public constructor(public readonly bins: MinimapBins, public readonly isPartial: boolean) {}

  /** About how many runs a range holds, without those of hidden families: those of a day that lies in it in part are spread evenly over the day. */
  public estimate({ fromMs, toMs }: TimeRange, hidden: ReadonlySet<StatusFamily>): number {
    const { first, count, families } = this.bins;
    const from = Math.max(0, Math.floor(fromMs / DAY) - first);
    const to = Math.min(count, Math.ceil(toMs / DAY) - first);
    let runs = 0;
    for (let bin = from; bin < to; bin++) {
      const share = (Math.min(toMs, (first + bin + 1) * DAY) - Math.max(fromMs, (first + bin) * DAY)) / DAY;
      families.forEach((counts, family) => {
        if (!hidden.has(STATUS_FAMILIES[family])) runs += counts[bin] * share;
      });
    }
    return Math.round(runs);
  }
}
