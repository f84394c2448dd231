import { Work } from "../base/work";

const FAN_SHIFT = 3;
const FAN = 1 << FAN_SHIFT;
const STEPS = 4096;

/** The longest of every 8, 64, 512, … lengths in a row: finds the next that is long enough without asking all that are not. */
export class Longest {
  public constructor(private readonly levels: readonly Float64Array[]) {}

  /** The first index in [low, high) whose length is at least this; else high. @param lengthAt those that this was built of, ms */
  public firstFrom(low: number, high: number, atLeastMs: number, lengthAt: (index: number) => number): number {
    for (let at = low; at < high; ) {
      let level = -1;
      let shift = 0;
      // Whole blocks that hold nothing are passed over, the largest that begins here at once.
      while (level + 1 < this.levels.length && (at & ((1 << (shift + FAN_SHIFT)) - 1)) === 0 && this.levels[level + 1][at >> (shift + FAN_SHIFT)] < atLeastMs) {
        level++;
        shift += FAN_SHIFT;
      }
      if (level < 0 && lengthAt(at) >= atLeastMs) return at;
      at += 1 << shift;
    }
    return high;
  }
}

export function* buildLongest(count: number, lengthAt: (index: number) => number): Work<Longest> {
  const levels: Float64Array[] = [];
  let [below, belowCount] = [lengthAt, count];
  while (belowCount > 1) {
    const level = new Float64Array(Math.ceil(belowCount / FAN)).fill(-Infinity);
    for (let i = 0; i < belowCount; i++) {
      level[i >> FAN_SHIFT] = Math.max(level[i >> FAN_SHIFT], below(i));
      if (i % STEPS === STEPS - 1) yield;
    }
    levels.push(level);
    [below, belowCount] = [(index) => level[index], level.length];
  }
  return new Longest(levels);
}
