import { MarkedTimes } from "../base/sortTimes";
import { inBlocks, Work } from "../base/work";

const BLOCK_SHIFT = 4;
const BLOCK = 1 << BLOCK_SHIFT;

/**
 * Marked instants in the order of time, with how many of each mark lie before every 16th of them, and the sum of their times: what lies before
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
  public blockBefore(from: number, ms: number): number {
    const { blockMs } = this;
    let block = from;
    let step = 1;
    for (; block + step < blockMs.length && blockMs[block + step] < ms; step *= 2) block += step;
    for (; step >= 1; step >>= 1) if (block + step < blockMs.length && blockMs[block + step] < ms) block += step;
    return block;
  }

  /** Writes what lies before a block. @returns the index of its first instant */
  public read(block: number, counts: Int32Array, sums: Float64Array): number {
    for (let mark = 0, at = block * this.markCount; mark < this.markCount; mark++, at++) {
      counts[mark] = this.counts[at];
      sums[mark] = this.sums[at];
    }
    return block << BLOCK_SHIFT;
  }
}

/** What of a ramp lies before an instant that only moves forward. */
export class RampCursor {
  /** Instants so far, by mark. */
  public readonly counts: Int32Array;
  private readonly sums: Float64Array;
  private at = 0;

  public constructor(private readonly ramp: Ramp) {
    this.counts = new Int32Array(ramp.markCount);
    this.sums = new Float64Array(ramp.markCount);
  }

  /** The index of the first instant that does not lie before. */
  public get index(): number {
    return this.at;
  }

  public moveTo(ms: number): void {
    const { counts, sums, ramp } = this;
    const { times, marks } = ramp.instants;
    if (this.at >= times.length || times[this.at] >= ms) return;
    const block = ramp.blockBefore(this.at >> BLOCK_SHIFT, ms);
    let at = block > this.at >> BLOCK_SHIFT ? ramp.read(block, counts, sums) : this.at;
    for (; at < times.length && times[at] < ms; at++) {
      counts[marks[at]]++;
      sums[marks[at]] += times[at] - ramp.originMs;
    }
    this.at = at;
  }

  /** The time from each instant so far to `ms`, all of a mark together, in ms. */
  public elapsedMs(mark: number, ms: number): number {
    return this.counts[mark] * (ms - this.ramp.originMs) - this.sums[mark];
  }
}
