import { EpochMs, epochMs } from "../../base/brand";
import { TimeRange } from "./contract";

/** [fromMs, toMs) in epoch ms. */
export const rangeOf = (fromMs: number, toMs: number): TimeRange => ({ fromMs: epochMs(fromMs), toMs: epochMs(toMs) });

/** Which stretches of time have been read as a whole: ranges that neither overlap nor touch, in ascending order. Immutable. */
export class Coverage {
  public static readonly none = new Coverage([]);

  private constructor(public readonly ranges: readonly TimeRange[]) {}

  public holds({ fromMs, toMs }: TimeRange): boolean {
    return this.ranges.some((one) => one.fromMs <= fromMs && one.toMs >= toMs);
  }

  /** What of a range has not been read, in ascending order. */
  public missing({ fromMs, toMs }: TimeRange): readonly TimeRange[] {
    const gaps: TimeRange[] = [];
    let at: number = fromMs;
    for (const one of this.ranges) {
      if (one.toMs <= at || one.fromMs >= toMs) continue;
      if (one.fromMs > at) gaps.push(rangeOf(at, one.fromMs));
      at = one.toMs;
    }
    if (at < toMs) gaps.push(rangeOf(at, toMs));
    return gaps;
  }

  public with(added: TimeRange): Coverage {
    if (added.fromMs >= added.toMs) return this;
    const apart = this.ranges.filter((one) => one.toMs < added.fromMs || one.fromMs > added.toMs);
    const joined = this.ranges.filter((one) => !apart.includes(one));
    const fromMs = Math.min(added.fromMs, ...joined.map((one) => one.fromMs));
    const toMs = Math.max(added.toMs, ...joined.map((one) => one.toMs));
    return new Coverage([...apart, rangeOf(fromMs, toMs)].sort((a, b) => a.fromMs - b.fromMs));
  }

  /** Without what lies before and after a range. */
  public within({ fromMs, toMs }: TimeRange): Coverage {
    const kept = this.ranges.map((one) => rangeOf(Math.max(one.fromMs, fromMs), Math.min(one.toMs, toMs)));
    return new Coverage(kept.filter((one) => one.fromMs < one.toMs));
  }
}

/** Margin on either side of a demanded window, as a share of its length: pans by less need no request. */
const MARGIN = 0.25;
/** Bounds are multiples of a power of two of seconds that is at most this share of the length, so that one window is asked for in one way. */
const GRAIN = 1 / 16;

/** The range that is read for a window: with a margin, on bounds that small pans and zooms leave as they are; ms. */
export function rangeFor({ fromMs, toMs }: { readonly fromMs: EpochMs; readonly toMs: EpochMs }): TimeRange {
  const length = toMs - fromMs;
  // The server stores whole seconds.
  const step = 1000 * 2 ** Math.max(0, Math.floor(Math.log2((length * GRAIN) / 1000)));
  return rangeOf(Math.floor((fromMs - length * MARGIN) / step) * step, Math.ceil((toMs + length * MARGIN) / step) * step);
}
