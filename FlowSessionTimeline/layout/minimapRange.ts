import { RunStore } from "../domain/runStore";

/** A stretch of starts, both ends included, in epoch ms. */
export interface StartRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Lone runs are left out if all others then lie in at most this share of the range. */
const CORE_SHARE = 1 / 4;
/** At most so many, and at most this share of all. */
const MAX_LONE = 16;
const MAX_LONE_SHARE = 1 / 10;

/**
 * From the first start to the last, without the few lone ones that would squash all others: a wrong clock, a run of years ago.
 * What the filter hides counts too, so that the range stays while the user filters.
 * @param byStart slots by their start, those without a time last. @returns null if no run has a time
 */
export function rangeOfStarts(store: RunStore, byStart: Int32Array): StartRange | null {
  const total = timedCount(store, byStart);
  if (total === 0) return null;
  const start = (place: number): number => store.fromMs[byStart[place]];
  const spare = Math.min(MAX_LONE, Math.floor(total * MAX_LONE_SHARE));
  let first = 0;
  let last = total - 1;
  const length = start(last) - start(first);
  // The shortest stretch without `spare` of the runs: some of them lie before it, the others after it.
  for (let before = 0; before <= spare; before++) {
    const end = total - 1 - (spare - before);
    if (start(end) - start(before) < start(last) - start(first)) [first, last] = [before, end];
  }
  const core = start(last) - start(first);
  if (core > length * CORE_SHARE) return { fromMs: start(0), toMs: start(total - 1) };
  // What lies within the core's own length of it belongs to it.
  while (first > 0 && start(first) - start(first - 1) <= core) first--;
  while (last < total - 1 && start(last + 1) - start(last) <= core) last++;
  return { fromMs: start(first), toMs: start(last) };
}

/** How many of the runs have a time: the others stand last. */
function timedCount(store: RunStore, byStart: Int32Array): number {
  let low = 0;
  let high = byStart.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number.isNaN(store.fromMs[byStart[middle]])) high = middle;
    else low = middle + 1;
  }
  return low;
}
