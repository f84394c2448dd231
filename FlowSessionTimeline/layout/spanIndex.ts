import { sortByKey } from "../base/sortByKey";
import { Work } from "../base/work";
import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES } from "../domain/status";
import { buildRamp, Instants, Ramp } from "./ramp";
import { SHAPE_QUEUED } from "./runTimes";

const STEPS = 4096;

/** The kind of a queued run in a span index; that of all others is their family. */
export const QUEUED = STATUS_FAMILIES.length;
export const SPAN_KINDS = QUEUED + 1;

/** When runs were under way: how many at any moment is how many had started, without those that had ended. */
export interface SpanIndex {
  readonly starts: Ramp;
  /** Of what has ended. */
  readonly ends: Ramp;
  /** The starts of what has not: it ends at now, which moves. */
  readonly open: Ramp;
}

/** When runs waited before they started. */
export interface WaitIndex {
  readonly starts: Ramp;
  readonly ends: Ramp;
}

/** @param slots with a time, by fromMs */
export function* buildSpanIndex(store: RunStore, slots: Int32Array): Work<SpanIndex> {
  const kindOf = (slot: number): number => (store.shape[slot] === SHAPE_QUEUED ? QUEUED : store.family[slot]);
  const starts: Instants = { timeOf: (slot) => store.fromMs[slot], kindOf, kinds: SPAN_KINDS };
  const ends: Instants = { timeOf: (slot) => store.toMs[slot], kindOf, kinds: SPAN_KINDS };
  const ended = yield* only(slots, (slot) => store.toMs[slot] !== Infinity);
  yield* sortByKey(ended, store.toMs);
  const open = yield* only(slots, (slot) => store.toMs[slot] === Infinity);
  return {
    starts: yield* buildRamp(slots, starts),
    ends: yield* buildRamp(ended, ends),
    open: yield* buildRamp(open, starts),
  };
}

/** @param slots with a time, by fromMs */
export function* buildWaitIndex(store: RunStore, slots: Int32Array): Work<WaitIndex> {
  const starts: Instants = { timeOf: (slot) => store.waitFromMs[slot], kindOf: () => 0, kinds: 1 };
  const ends: Instants = { timeOf: (slot) => store.fromMs[slot], kindOf: () => 0, kinds: 1 };
  const waiting = yield* only(slots, (slot) => store.waitFromMs[slot] < store.fromMs[slot]);
  const began = waiting.slice();
  yield* sortByKey(began, store.waitFromMs);
  return { starts: yield* buildRamp(began, starts), ends: yield* buildRamp(waiting, ends) };
}

/** The slots that pass, in the order they have, in an array of their own. */
function* only(slots: Int32Array, passes: (slot: number) => boolean): Work<Int32Array> {
  const kept = new Int32Array(slots.length);
  let count = 0;
  for (let i = 0; i < slots.length; i++) {
    if (passes(slots[i])) kept[count++] = slots[i];
    if (i % STEPS === STEPS - 1) yield;
  }
  return kept.slice(0, count);
}
