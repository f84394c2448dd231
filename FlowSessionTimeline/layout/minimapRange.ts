import { Work } from "../base/work";
import { RunStore } from "../domain/runStore";

/** A stretch of starts, both ends included, in epoch ms. */
export interface StartRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Runs between two yields. */
const STEPS = 4096;
/** Into so many equal parts a range is divided to see where its runs lie. */
const PARTS = 1024;
/** Lone runs are left out if all others then lie in at most this share of the range. */
const CORE_SHARE = 1 / 4;
/** At most so many, and at most this share of all. */
const MAX_LONE = 16;
const MAX_LONE_SHARE = 1 / 10;

/**
 * From the first start to the last, without the few lone ones that would squash all others: a wrong clock, a run of years ago.
 * What the filter hides counts too, so that the range stays while the user filters. Null if no run has a time.
 */
export function* rangeOfStarts(store: RunStore): Work<StartRange | null> {
  const { fromMs, toMs, total } = yield* wholeRange(store);
  if (total === 0) return null;
  let range: StartRange = { fromMs, toMs };
  let spare = Math.min(MAX_LONE, Math.floor(total * MAX_LONE_SHARE));
  while (range.toMs > range.fromMs) {
    const core = coreOf(yield* countsIn(store, range), spare);
    if (core === null) break;
    const start = range.fromMs;
    const partMs = (range.toMs - start) / PARTS;
    range = { fromMs: start + core.first * partMs, toMs: start + (core.last + 1) * partMs };
    spare -= core.left;
  }
  return range;
}

function* wholeRange(store: RunStore): Work<StartRange & { readonly total: number }> {
  let fromMs = Infinity;
  let toMs = -Infinity;
  let total = 0;
  for (let slot = 0; slot < store.slotCount; slot++) {
    const start = store.fromMs[slot];
    if (slot % STEPS === STEPS - 1) yield;
    // No time, or a slot that is free.
    if (Number.isNaN(start)) continue;
    total++;
    if (start < fromMs) fromMs = start;
    if (start > toMs) toMs = start;
  }
  return { fromMs, toMs, total };
}

function* countsIn(store: RunStore, { fromMs, toMs }: StartRange): Work<Int32Array> {
  const counts = new Int32Array(PARTS);
  const partsPerMs = PARTS / (toMs - fromMs);
  for (let slot = 0; slot < store.slotCount; slot++) {
    const start = store.fromMs[slot];
    if (start >= fromMs && start <= toMs) counts[Math.min(PARTS - 1, Math.floor((start - fromMs) * partsPerMs))]++;
    if (slot % STEPS === STEPS - 1) yield;
  }
  return counts;
}

/** The parts that stay, and how many runs lie in others; null if all stay. What lies within the core's own length of it belongs to it. */
function coreOf(counts: Int32Array, spare: number): { readonly first: number; readonly last: number; readonly left: number } | null {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const { first, last } = shortestHolding(counts, total - spare);
  const reach = last - first + 1;
  if (reach > PARTS * CORE_SHARE) return null;
  let from = first;
  let to = last;
  for (let part = Math.max(0, first - reach); part < from; part++) if (counts[part] > 0) from = part;
  for (let part = Math.min(PARTS - 1, last + reach); part > to; part--) if (counts[part] > 0) to = part;
  const kept = counts.subarray(from, to + 1).reduce((sum, n) => sum + n, 0);
  return kept === total ? null : { first: from, last: to, left: total - kept };
}

/** The shortest stretch of parts with at least so many runs. */
function shortestHolding(counts: Int32Array, wanted: number): { readonly first: number; readonly last: number } {
  let best = { first: 0, last: counts.length - 1 };
  let held = 0;
  let first = 0;
  for (let last = 0; last < counts.length; last++) {
    held += counts[last];
    while (held - counts[first] >= wanted) held -= counts[first++];
    if (held >= wanted && last - first < best.last - best.first) best = { first, last };
  }
  return best;
}
