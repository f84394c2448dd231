import { Work } from "../base/work";
import { STATUS_FAMILIES } from "../domain/status";
import { Ramp, RampCursor } from "./ramp";
import { QUEUED } from "./spanColumns";
import { SpanIndex } from "./spanIndex";
import { TimeWindow } from "./timeWindow";

const STEPS = 4096;

/** The time inside the window in which at least one run executed, in ms. Costs the starts and ends in the window. */
export function* busyMs({ starts, ends, open }: SpanIndex, window: TimeWindow | null, nowMs: number): Work<number> {
  const [fromMs, toMs] = window === null ? [-Infinity, Infinity] : [window.fromMs, window.toMs];
  const [start, end, stillOpen] = [walkFrom(starts, fromMs), walkFrom(ends, fromMs), walkFrom(open, fromMs)];
  let level = start.level - end.level;
  let openLevel = stillOpen.level;
  let now = nowMs;
  let busy = 0;
  let sinceMs = fromMs;
  for (let steps = 1; ; steps++) {
    if (steps % STEPS === 0) yield;
    const ms = Math.min(start.ms(), end.ms(), now, toMs);
    if (level > 0 && ms > sinceMs) busy += ms - sinceMs;
    sinceMs = Math.max(sinceMs, ms);
    if (ms === toMs) return busy;
    if (ms === now) {
      // All that is open ends here; clocks differ: what starts later has no length yet.
      level -= openLevel;
      now = Infinity;
    } else if (start.ms() === ms) {
      const isOpen = stillOpen.ms() === ms;
      if (isOpen) openLevel += stillOpen.next();
      const change = start.next();
      if (!isOpen || now !== Infinity) level += change;
    } else level -= end.next();
  }
}

/** The instants of a ramp one by one. */
interface Walk {
  /** How many of what lies before execute or have done so. */
  readonly level: number;
  /** The time of the next instant; Infinity at the end. */
  ms(): number;
  /** Goes on to the next. @returns 1 for a run that executes, 0 for one that is queued */
  next(): number;
}

function walkFrom(ramp: Ramp, fromMs: number): Walk {
  const { times, marks } = ramp.instants;
  const cursor = new RampCursor(ramp);
  cursor.moveTo(fromMs);
  let level = 0;
  for (let family = 0; family < STATUS_FAMILIES.length; family++) level += cursor.counts[family];
  let at = cursor.index;
  return { level, ms: () => (at < times.length ? times[at] : Infinity), next: () => (marks[at++] === QUEUED ? 0 : 1) };
}
