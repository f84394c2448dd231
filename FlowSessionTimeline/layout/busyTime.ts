import { Work } from "../base/work";
import { RampCursor } from "./ramp";
import { QUEUED, UNENDED } from "./spanColumns";
import { SpanIndex } from "./spanIndex";
import { TimeWindow } from "./timeWindow";

const STEPS = 4096;

/** The time inside the window in which at least one run executed, in ms. Costs the starts and ends in the window. */
export function* busyMs({ starts, ends }: SpanIndex, window: TimeWindow | null, nowMs: number): Work<number> {
  const [fromMs, toMs] = window === null ? [-Infinity, Infinity] : [window.fromMs, window.toMs];
  const [before, ended] = [new RampCursor(starts), new RampCursor(ends)];
  before.moveTo(fromMs);
  ended.moveTo(fromMs);
  const [startMs, marks, endMs] = [starts.instants.times, starts.instants.marks, ends.instants.times];
  let [start, end] = [before.index, ended.index];
  let level = start - before.counts[QUEUED] - end;
  let unended = before.counts[UNENDED];
  let stopMs = Math.min(toMs, Math.max(fromMs, nowMs));
  let [busy, sinceMs] = [0, fromMs];
  for (let steps = 1; ; steps++) {
    if (steps % STEPS === 0) yield;
    const isStart = start < startMs.length && (end >= endMs.length || startMs[start] <= endMs[end]);
    const ms = isStart ? startMs[start] : end < endMs.length ? endMs[end] : Infinity;
    const isStop = ms >= stopMs;
    const atMs = isStop ? stopMs : ms;
    if (atMs > sinceMs) {
      if (level > 0) busy += atMs - sinceMs;
      sinceMs = atMs;
    }
    if (isStop) {
      if (stopMs >= toMs) return busy;
      // Now: all that is open ends here. Clocks differ: what starts later has no length yet.
      level -= unended;
      stopMs = toMs;
    } else if (!isStart) {
      level--;
      end++;
    } else {
      const mark = marks[start++];
      if (mark === UNENDED) unended++;
      if (mark !== QUEUED && !(mark === UNENDED && atMs > nowMs)) level++;
    }
  }
}
