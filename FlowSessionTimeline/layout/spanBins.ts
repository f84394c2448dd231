import { STATUS_FAMILIES } from "../domain/status";
import { Bins } from "./bins";
import { RampCursor } from "./ramp";
import { MARK_COUNT, QUEUED, UNENDED } from "./spanColumns";
import { SpanIndex } from "./spanIndex";

const OPEN = STATUS_FAMILIES.indexOf("open");
const OPEN_MARKS = [QUEUED, UNENDED] as const;

/** What of a span index lies before an instant that only moves forward. */
class SpanCursor {
  private readonly starts: RampCursor;
  private readonly ends: RampCursor;
  /** By mark of open runs: the time that they were under way until now, once that is behind. */
  private readonly openMs = new Float64Array(MARK_COUNT);
  private ms = -Infinity;

  public constructor(index: SpanIndex, private readonly nowMs: number) {
    this.starts = new RampCursor(index.starts);
    this.ends = new RampCursor(index.ends);
  }

  public moveTo(ms: number): void {
    if (ms > this.nowMs && this.ms <= this.nowMs) {
      this.starts.moveTo(this.nowMs);
      for (const mark of OPEN_MARKS) this.openMs[mark] = this.starts.elapsedMs(mark, this.nowMs);
    }
    this.ms = ms;
    this.starts.moveTo(ms);
    this.ends.moveTo(ms);
  }

  public started(mark: number): number {
    return this.starts.counts[mark];
  }

  /** How many are under way. */
  public level(mark: number): number {
    return mark >= QUEUED && this.ms >= this.nowMs ? 0 : this.starts.counts[mark] - this.ends.counts[mark];
  }

  /** The time that all were under way until here, in ms. */
  public coveredMs(mark: number): number {
    if (mark < QUEUED) return this.starts.elapsedMs(mark, this.ms) - this.ends.elapsedMs(mark, this.ms);
    return this.ms > this.nowMs ? this.openMs[mark] : this.starts.elapsedMs(mark, this.ms);
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

  public fill(spans: SpanIndex, bins: Bins, nowMs: number): void {
    this.reserve(bins.count);
    const cursor = new SpanCursor(spans, nowMs);
    for (let bin = 0; bin <= bins.count; bin++) {
      cursor.moveTo((bins.first + bin) * bins.lengthMs);
      for (let mark = 0; mark < MARK_COUNT; mark++) this.step(cursor, mark, bin - 1, bins.lengthMs);
    }
    this.addWaits(spans, bins);
  }

  /** Writes what lies between the last instant and this one. @param bin -1 for what lies before the first */
  private step(cursor: SpanCursor, mark: number, bin: number, lengthMs: number): void {
    const started = cursor.started(mark);
    const covered = cursor.coveredMs(mark);
    if (bin >= 0) {
      const starts = started - this.startedBefore[mark];
      // Sums of great times are not exact: only counts tell whether there is anything at all.
      const isAny = starts > 0 || this.levelBefore[mark] > 0;
      const running = isAny ? Math.max(Number.MIN_VALUE, (covered - this.coveredBefore[mark]) / lengthMs) : 0;
      this.write(mark, bin, running, starts);
    }
    this.startedBefore[mark] = started;
    this.coveredBefore[mark] = covered;
    this.levelBefore[mark] = cursor.level(mark);
  }

  /** UNENDED comes after all families: it adds to that of open runs. */
  private write(mark: number, bin: number, running: number, starts: number): void {
    if (mark === QUEUED) this.waiting[bin] = running;
    else if (mark === UNENDED) {
      this.running[OPEN][bin] += running;
      this.started[OPEN][bin] += starts;
    } else {
      this.running[mark][bin] = running;
      this.started[mark][bin] = starts;
    }
  }

  private addWaits({ waitStarts, waitEnds }: SpanIndex, bins: Bins): void {
    const [starts, ends] = [new RampCursor(waitStarts), new RampCursor(waitEnds)];
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
