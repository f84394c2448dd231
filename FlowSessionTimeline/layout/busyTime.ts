import { inBlocks, Work } from "../base/work";
import { RunStore } from "../domain/runStore";
import { lowerBound } from "./lowerBound";
import type { PackedTrack } from "./packedTrack";
import { QUEUED, SpanColumns, UNENDED } from "./spanColumns";
import { TimeWindow } from "./timeWindow";

const BLOCK_SHIFT = 5;

/** What makes the time in which at least one run executed cost the same for any window. Of runs that have ended, by fromMs, before every 32nd. */
export interface BusyIndex {
  /** The time in which at least one of them executed, in ms. */
  readonly busyMs: Float64Array;
  /** When the last of them ended; -Infinity before the first. */
  readonly endMs: Float64Array;
  /** When the first of those began that have not ended: from there on until now all is busy. Infinity if there is none. */
  readonly openSinceMs: number;
}

/** Time that is covered by spans one after another, each of which begins no earlier than the one before. */
class Cover {
  public constructor(public busyMs: number, public endMs: number) {}

  public add(fromMs: number, toMs: number): void {
    if (toMs <= this.endMs) return;
    this.busyMs += toMs - Math.max(fromMs, this.endMs);
    this.endMs = toMs;
  }
}

/** @param runs by fromMs */
export function* buildBusyIndex({ length, fromMs, toMs, mark }: SpanColumns): Work<BusyIndex> {
  const blocks = (length >> BLOCK_SHIFT) + 1;
  const index = { busyMs: new Float64Array(blocks), endMs: new Float64Array(blocks), openSinceMs: Infinity };
  const cover = new Cover(0, -Infinity);
  yield* inBlocks(0, length + 1, (from, to) => {
    for (let i = from; i < to; i++) {
      if (i % (1 << BLOCK_SHIFT) === 0) {
        index.busyMs[i >> BLOCK_SHIFT] = cover.busyMs;
        index.endMs[i >> BLOCK_SHIFT] = cover.endMs;
      }
      if (i === length || mark[i] === QUEUED) continue;
      if (mark[i] === UNENDED) index.openSinceMs = Math.min(index.openSinceMs, fromMs[i]);
      else cover.add(fromMs[i], toMs[i]);
    }
  });
  return index;
}

type BusyTrack = Pick<PackedTrack, "slots" | "spans" | "busy">;

/** The time inside the window in which at least one run of the track executed, in ms. */
export function busyMs(store: RunStore, track: BusyTrack, window: TimeWindow | null, nowMs: number): number {
  const [fromMs, toMs] = window === null ? [-Infinity, Infinity] : [window.fromMs, window.toMs];
  const { openSinceMs } = track.busy;
  // Clocks differ: what begins later than now has no length yet.
  const openToMs = Math.max(openSinceMs, nowMs);
  const between = (low: number, high: number): number => (low < high ? endedBefore(store, track, high) - endedBefore(store, track, low) : 0);
  if (openSinceMs === Infinity) return between(fromMs, toMs);
  const open = Math.max(0, Math.min(toMs, openToMs) - Math.max(fromMs, openSinceMs));
  return between(fromMs, Math.min(toMs, openSinceMs)) + open + between(Math.max(fromMs, openToMs), toMs);
}

/** The time before an instant in which at least one run executed that has ended, in ms. */
function endedBefore(store: RunStore, { slots, spans, busy }: BusyTrack, ms: number): number {
  const { times, marks } = spans.starts.instants;
  const end = lowerBound(0, times.length, (i) => times[i] >= ms);
  const block = end >> BLOCK_SHIFT;
  const cover = new Cover(busy.busyMs[block], busy.endMs[block]);
  for (let i = block << BLOCK_SHIFT; i < end; i++) if (marks[i] < QUEUED) cover.add(times[i], store.toMs[slots[i]]);
  // What began before reaches without a gap to the last of their ends.
  return cover.busyMs - Math.max(0, cover.endMs - ms);
}
