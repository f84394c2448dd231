import { MarkedTimes } from "../base/sortTimes";
import { inBlocks, Work } from "../base/work";

const BLOCK_SHIFT = 5;
const BLOCK = 1 << BLOCK_SHIFT;

/**
 * Marked instants in the order of time, with how many of each mark lie before every 32nd of them, and the sum of their times: what lies before
 * any instant is found without walking what is far from it. A snapshot: the store may change meanwhile.
 */
export class Ramp {
  public readonly originMs: number;
  /** The time of the first instant of each block, ms. */
  private readonly blockMs: Float64Array;
  /** By block and mark: the instants before the block. */
  private readonly counts: Int32Array;
  /** Likewise: the sum of their times since `originMs`. */
  private readonly sums: Float64Array;

  private constructor(public readonly instants: MarkedTimes, public readonly markCount: number) {
    const blocks = Math.ceil(instants.times.length / BLOCK);
    this.originMs = instants.times.length === 0 ? 0 : instants.times[0];
    this.blockMs = new Float64Array(blocks);
    this.counts = new Int32Array(blocks * markCount);
    this.sums = new Float64Array(blocks * markCount);
  }

  /** @param markCount marks are below this */
  public static *build(instants: MarkedTimes, markCount: number): Work<Ramp> {
    const ramp = new Ramp(instants, markCount);
    const { times, marks } = instants;
    const count = new Int32Array(markCount);
    const sum = new Float64Array(markCount);
    const { blockMs, counts, sums, originMs } = ramp;
    yield* inBlocks(0, times.length, (from, to) => {
      for (let i = from; i < to; i++) {
        if (i % BLOCK === 0) {
          blockMs[i >> BLOCK_SHIFT] = times[i];
          const at = (i >> BLOCK_SHIFT) * markCount;
          for (let mark = 0; mark < markCount; mark++) {
            counts[at + mark] = count[mark];
            sums[at + mark] = sum[mark];
          }
        }
        const mark = marks[i];
        count[mark]++;
        sum[mark] += times[i] - originMs;
      }
    });
    return ramp;
  }

  /** The last block, from one that begins before `ms` on, that begins before it too. */
  private blockBefore(from: number, ms: number): number {
    const { blockMs } = this;
    let block = from;
    let step = 1;
    for (; block + step < blockMs.length && blockMs[block + step] < ms; step *= 2) block += step;
    for (; step >= 1; step >>= 1) if (block + step < blockMs.length && blockMs[block + step] < ms) block += step;
    return block;
  }

  /** Writes what lies before each of some instants: the first at `fromMs`, the others `stepMs` apart. Costs these, not what lies between them. */
  public sample(fromMs: number, stepMs: number, instants: number, { counts, sums }: RampSamples): void {
    const { markCount, originMs, instants: { times, marks } } = this;
    counts.fill(0, 0, markCount);
    sums.fill(0, 0, markCount);
    for (let i = 0, at = 0; i < instants; i++) {
      const ms = fromMs + i * stepMs;
      const row = i * markCount;
      const block = at < times.length && times[at] < ms ? this.blockBefore(at >> BLOCK_SHIFT, ms) : 0;
      if (block > at >> BLOCK_SHIFT) {
        for (let mark = 0; mark < markCount; mark++) {
          counts[row + mark] = this.counts[block * markCount + mark];
          sums[row + mark] = this.sums[block * markCount + mark];
        }
        at = block << BLOCK_SHIFT;
      } else if (i > 0) {
        for (let mark = 0; mark < markCount; mark++) {
          counts[row + mark] = counts[row + mark - markCount];
          sums[row + mark] = sums[row + mark - markCount];
        }
      }
      for (; at < times.length && times[at] < ms; at++) {
        counts[row + marks[at]]++;
        sums[row + marks[at]] += times[at] - originMs;
      }
    }
  }
}

/** What of a ramp lies before each of some instants, by instant and mark. */
export class RampSamples {
  public counts = new Int32Array(0);
  /** The sum of their times since the ramp's origin, ms. */
  public sums = new Float64Array(0);
  private originMs = 0;

  public take(ramp: Ramp, fromMs: number, stepMs: number, instants: number): void {
    if (this.counts.length < instants * ramp.markCount) {
      this.counts = new Int32Array(instants * ramp.markCount);
      this.sums = new Float64Array(instants * ramp.markCount);
    }
    this.originMs = ramp.originMs;
    ramp.sample(fromMs, stepMs, instants, this);
  }

  /** The time from each of them to `ms`, all of an instant and a mark together, in ms. @param at instant times marks plus mark */
  public elapsedMs(at: number, ms: number): number {
    return this.counts[at] * (ms - this.originMs) - this.sums[at];
  }
}
