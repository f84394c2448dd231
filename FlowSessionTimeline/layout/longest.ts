import { inBlocks, Work } from "../base/work";

const FAN_SHIFT = 3;
const FAN = 1 << FAN_SHIFT;

/** Lengths in a row, with the longest of every 8, 64, 512, … of them: finds the next that is long enough without asking all that are not. */
export class Longest {
  /** @param levels the lengths themselves, and above them the longest of each 8 of the level below */
  private constructor(private readonly levels: readonly Float32Array[]) {}

  public static *build(all: Float32Array): Work<Longest> {
    const levels = [all];
    for (let below = all; below.length > 1; below = levels[levels.length - 1]) {
      const level = new Float32Array(Math.ceil(below.length / FAN)).fill(-Infinity);
      const lengths = below;
      yield* inBlocks(0, lengths.length, (from, to) => {
        for (let i = from; i < to; i++) if (lengths[i] > level[i >> FAN_SHIFT]) level[i >> FAN_SHIFT] = lengths[i];
      });
      levels.push(level);
    }
    return new Longest(levels);
  }

  /** The first index in [low, high) whose length is at least this; else high. */
  public firstFrom(low: number, high: number, atLeastMs: number): number {
    const { levels } = this;
    for (let at = low; at < high; ) {
      let level = 0;
      let shift = 0;
      if (levels[0][at] >= atLeastMs) return at;
      // Whole blocks that hold nothing are passed over, the largest that begins here at once.
      while (level + 1 < levels.length && (at & ((FAN << shift) - 1)) === 0 && levels[level + 1][at >> (shift + FAN_SHIFT)] < atLeastMs) {
        level++;
        shift += FAN_SHIFT;
      }
      at += 1 << shift;
    }
    return high;
  }
}
