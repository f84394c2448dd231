import { STATUS_FAMILIES } from "../domain/status";
import { Bins } from "./bins";
import { RampSamples } from "./ramp";
import { MARK_COUNT, QUEUED, UNENDED } from "./spanColumns";
import { SpanIndex } from "./spanIndex";

const OPEN = STATUS_FAMILIES.indexOf("open");

/** How many runs are under way at once, by status family, and how many wait, per bin; buffers are reused. Costs bins, not runs. */
export class SpanBins {
  /** By family: how many are under way in each bin on average; above 0 wherever one of them is, however short. */
  public readonly running = STATUS_FAMILIES.map(() => new Float64Array(0));
  /** By family: how many start in each bin. */
  public readonly started = STATUS_FAMILIES.map(() => new Int32Array(0));
  /** How many wait in each bin on average. */
  public waiting = new Float64Array(0);
  /** What of the runs lies before each end of a bin. */
  private readonly starts = new RampSamples();
  private readonly ends = new RampSamples();
  private readonly startsUntilNow = new RampSamples();

  public fill(spans: SpanIndex, bins: Bins, nowMs: number): void {
    const fromMs = bins.first * bins.lengthMs;
    this.begin(bins.count);
    this.starts.take(spans.starts, fromMs, bins.lengthMs, bins.count + 1);
    this.ends.take(spans.ends, fromMs, bins.lengthMs, bins.count + 1);
    this.startsUntilNow.take(spans.starts, nowMs, 0, 1);
    for (let family = 0; family < STATUS_FAMILIES.length; family++) this.add(family, bins, nowMs, this.running[family], this.started[family]);
    this.add(UNENDED, bins, nowMs, this.running[OPEN], this.started[OPEN]);
    this.add(QUEUED, bins, nowMs, this.waiting, null);
    this.addWaits(spans, bins);
  }

  /** Adds the runs of a mark. Those that have not ended are under way until now. */
  private add(mark: number, { lengthMs, first, count }: Bins, nowMs: number, running: Float64Array, started: Int32Array | null): void {
    const { starts, ends } = this;
    if (starts.counts[count * MARK_COUNT + mark] === 0) return;
    const isOpen = mark >= QUEUED;
    const openMs = isOpen ? this.startsUntilNow.elapsedMs(mark, nowMs) : 0;
    let [startedBefore, levelBefore, coveredBefore] = [0, 0, 0];
    for (let bin = 0, at = mark; bin <= count; bin++, at += MARK_COUNT) {
      const ms = (first + bin) * lengthMs;
      const begun = starts.counts[at];
      const covered = isOpen && ms > nowMs ? openMs : starts.elapsedMs(at, ms) - (isOpen ? 0 : ends.elapsedMs(at, ms));
      if (bin > 0) {
        // Sums of great times are not exact: only counts tell whether there is anything at all.
        if (begun > startedBefore || levelBefore > 0) running[bin - 1] += Math.max(Number.MIN_VALUE, (covered - coveredBefore) / lengthMs);
        if (started !== null) started[bin - 1] += begun - startedBefore;
      }
      startedBefore = begun;
      coveredBefore = covered;
      levelBefore = isOpen ? (ms >= nowMs ? 0 : begun) : begun - ends.counts[at];
    }
  }

  private addWaits({ waitStarts, waitEnds }: SpanIndex, { lengthMs, first, count }: Bins): void {
    const { starts, ends, waiting } = this;
    starts.take(waitStarts, first * lengthMs, lengthMs, count + 1);
    if (starts.counts[count] === 0) return;
    ends.take(waitEnds, first * lengthMs, lengthMs, count + 1);
    let before = 0;
    for (let bin = 0; bin <= count; bin++) {
      const ms = (first + bin) * lengthMs;
      const waited = starts.elapsedMs(bin, ms) - ends.elapsedMs(bin, ms);
      if (bin > 0) waiting[bin - 1] += Math.max(0, waited - before) / lengthMs;
      before = waited;
    }
  }

  /** Makes so many bins empty. */
  private begin(count: number): void {
    if (this.waiting.length < count) {
      this.waiting = new Float64Array(count);
      for (let family = 0; family < STATUS_FAMILIES.length; family++) {
        this.running[family] = new Float64Array(count);
        this.started[family] = new Int32Array(count);
      }
    }
    for (const column of [this.waiting, ...this.running, ...this.started]) column.fill(0);
  }
}
