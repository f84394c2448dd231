import { Work } from "../base/work";

const BLOCK_SHIFT = 5;
const BLOCK = 1 << BLOCK_SHIFT;
const STEPS = 4096;

/** What a ramp knows of its entries: instants of a few kinds. */
export interface Instants {
  /** In ms. */
  timeOf(entry: number): number;
  /** From 0. */
  kindOf(entry: number): number;
  readonly kinds: number;
}

/**
 * Entries in the order of time, with how many of each kind lie before every 32nd of them, and the sum of their times: what lies before any
 * instant is found without walking what is far from it.
 */
export class Ramp {
  public constructor(
    public readonly entries: Int32Array,
    public readonly instants: Instants,
    /** The time of the first entry of each block, ms. */
    private readonly blockMs: Float64Array,
    /** By block and kind: the entries before the block. */
    private readonly counts: Int32Array,
    /** Likewise: the sum of their times since `originMs`. */
    private readonly sums: Float64Array,
    public readonly originMs: number
  ) {}

  /** The last block, from one that begins before `ms` on, that begins before it too. */
  public blockBefore(from: number, ms: number): number {
    let block = from;
    let step = 1;
    for (; this.beginsBefore(block + step, ms); step *= 2) block += step;
    for (; step >= 1; step /= 2) if (this.beginsBefore(block + step, ms)) block += step;
    return block;
  }

  /** Writes what lies before a block. */
  public read(block: number, counts: Int32Array, sums: Float64Array): void {
    const { kinds } = this.instants;
    for (let kind = 0; kind < kinds; kind++) {
      counts[kind] = this.counts[block * kinds + kind];
      sums[kind] = this.sums[block * kinds + kind];
    }
  }

  private beginsBefore(block: number, ms: number): boolean {
    return block < this.blockMs.length && this.blockMs[block] < ms;
  }
}

/** @param entries in the order of their times */
export function* buildRamp(entries: Int32Array, instants: Instants): Work<Ramp> {
  const { kinds } = instants;
  const blocks = Math.ceil(entries.length / BLOCK);
  const originMs = entries.length === 0 ? 0 : instants.timeOf(entries[0]);
  const blockMs = new Float64Array(blocks);
  const [counts, sums] = [new Int32Array(blocks * kinds), new Float64Array(blocks * kinds)];
  const [count, sum] = [new Int32Array(kinds), new Float64Array(kinds)];
  for (let i = 0; i < entries.length; i++) {
    const ms = instants.timeOf(entries[i]);
    if (i % BLOCK === 0) {
      blockMs[i >> BLOCK_SHIFT] = ms;
      counts.set(count, (i >> BLOCK_SHIFT) * kinds);
      sums.set(sum, (i >> BLOCK_SHIFT) * kinds);
      if (i % STEPS === 0) yield;
    }
    const kind = instants.kindOf(entries[i]);
    count[kind]++;
    sum[kind] += ms - originMs;
  }
  return new Ramp(entries, instants, blockMs, counts, sums, originMs);
}

/** What of a ramp lies before an instant that only moves forward. */
export class RampCursor {
  /** Entries so far, by kind. */
  public readonly counts: Int32Array;
  private readonly sums: Float64Array;
  private at = 0;

  public constructor(private readonly ramp: Ramp) {
    this.counts = new Int32Array(ramp.instants.kinds);
    this.sums = new Float64Array(ramp.instants.kinds);
  }

  public moveTo(ms: number): void {
    const { entries, instants, originMs } = this.ramp;
    const block = this.ramp.blockBefore(this.at >> BLOCK_SHIFT, ms);
    if (block > this.at >> BLOCK_SHIFT) {
      this.ramp.read(block, this.counts, this.sums);
      this.at = block << BLOCK_SHIFT;
    }
    for (; this.at < entries.length; this.at++) {
      const time = instants.timeOf(entries[this.at]);
      if (time >= ms) return;
      const kind = instants.kindOf(entries[this.at]);
      this.counts[kind]++;
      this.sums[kind] += time - originMs;
    }
  }

  /** The time from each entry so far to `ms`, all of a kind together, in ms. */
  public elapsedMs(kind: number, ms: number): number {
    return this.counts[kind] * (ms - this.ramp.originMs) - this.sums[kind];
  }
}
