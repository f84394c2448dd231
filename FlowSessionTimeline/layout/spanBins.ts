import { STATUS_FAMILIES } from "../domain/status";
import { Bins } from "./bins";
import { RampCursor } from "./ramp";
import { MARK_COUNT, QUEUED } from "./spanColumns";
import { SpanIndex, WaitIndex } from "./spanIndex";

/** What of a span index lies before an instant that only moves forward. */
class SpanCursor {
  private readonly starts: RampCursor;
  private readonly ends: RampCursor;
  private readonly open: RampCursor;
  private readonly openUntilNow: RampCursor;
  private ms = -Infinity;

  public constructor(index: SpanIndex, private readonly nowMs: number) {
    this.starts = new RampCursor(index.starts);
    this.ends = new RampCursor(index.ends);
    this.open = new RampCursor(index.open);
    this.openUntilNow = new RampCursor(index.open);
  }

  public moveTo(ms: number): void {
    this.ms = ms;
    this.starts.moveTo(ms);
    this.ends.moveTo(ms);
    this.open.moveTo(ms);
    this.openUntilNow.moveTo(Math.min(ms, this.nowMs));
  }

  public started(mark: number): number {
    return this.starts.counts[mark];
  }

  /** How many are under way. */
  public level(mark: number): number {
    return this.starts.counts[mark] - this.ends.counts[mark] - (this.ms < this.nowMs ? 0 : this.open.counts[mark]);
  }

  /** The time that all were under way until here, in ms. */
  public coveredMs(mark: number): number {
    const { ms } = this;
    const afterNowMs = ms <= this.nowMs ? 0 : this.open.elapsedMs(mark, ms) - this.openUntilNow.elapsedMs(mark, this.nowMs);
    return this.starts.elapsedMs(mark, ms) - this.ends.elapsedMs(mark, ms) - afterNowMs;
  }
}

/** How many runs are under way at once, by status family, and how many wait, per bin; buffers are reused. Costs bins, not runs. */
export class SpanBins {
  /** By family: how many are under way in each bin on average; above 0 wherever one of them is, however short. */
  public readonly running = STATUS_FAMILIES.map(() => new Float64Array(0));
  /** By family: how many start in each bin. */
  public readonly started = STATUS_FAMILIES.map(() => new Int32Array(0));
  /** How many wait in each bin on average. */
  public waiting = new Float64Array(0);
  private readonly levelBefore = new Float64Array(MARK_COUNT);
  private readonly startedBefore = new Float64Array(MARK_COUNT);
  private readonly coveredBefore = new Float64Array(MARK_COUNT);

  public fill(spans: SpanIndex, waits: WaitIndex | null, bins: Bins, nowMs: number): void {
    this.reserve(bins.count);
    const cursor = new SpanCursor(spans, nowMs);
    for (let bin = 0; bin <= bins.count; bin++) {
      cursor.moveTo((bins.first + bin) * bins.lengthMs);
      for (let mark = 0; mark < MARK_COUNT; mark++) this.step(cursor, mark, bin - 1, bins.lengthMs);
    }
    if (waits !== null) this.addWaits(waits, bins);
  }

  /** Writes what lies between the last instant and this one. @param bin -1 for what lies before the first */
  private step(cursor: SpanCursor, mark: number, bin: number, lengthMs: number): void {
    const [started, covered] = [cursor.started(mark), cursor.coveredMs(mark)];
    if (bin >= 0) {
      const starts = started - this.startedBefore[mark];
      // Sums of great times are not exact: only counts tell whether there is anything at all.
      const isAny = starts > 0 || this.levelBefore[mark] > 0;
      const running = isAny ? Math.max(Number.MIN_VALUE, (covered - this.coveredBefore[mark]) / lengthMs) : 0;
      if (mark === QUEUED) this.waiting[bin] = running;
      else {
        this.running[mark][bin] = running;
        this.started[mark][bin] = starts;
      }
    }
    this.startedBefore[mark] = started;
    this.coveredBefore[mark] = covered;
    this.levelBefore[mark] = cursor.level(mark);
  }

  private addWaits(waits: WaitIndex, bins: Bins): void {
    const [starts, ends] = [new RampCursor(waits.starts), new RampCursor(waits.ends)];
    let before = 0;
    for (let bin = 0; bin <= bins.count; bin++) {
      const ms = (bins.first + bin) * bins.lengthMs;
      starts.moveTo(ms);
      ends.moveTo(ms);
      const waited = starts.elapsedMs(0, ms) - ends.elapsedMs(0, ms);
      if (bin > 0) this.waiting[bin - 1] += Math.max(0, waited - before) / bins.lengthMs;
      before = waited;
    }
  }

  private reserve(count: number): void {
    if (this.waiting.length >= count) return;
    this.waiting = new Float64Array(count + 64);
    for (let family = 0; family < STATUS_FAMILIES.length; family++) {
      this.running[family] = new Float64Array(count + 64);
      this.started[family] = new Int32Array(count + 64);
    }
  }
}
