import { inBlocks, Work } from "../base/work";
import { STATUS_FAMILIES } from "../domain/status";
import { Longest } from "./longest";
import { familyOfMark, SpanColumns } from "./spanColumns";

const BLOCK_SHIFT = 5;
const FAMILIES = STATUS_FAMILIES.length;

/** Makes a stretch of a lane cost the same however many runs it holds: who is in it, and where the next run is that is long enough to be seen. */
export interface LaneIndex {
  /** The start of each entry of the track's laneSlots, ms. */
  readonly fromMs: Float64Array;
  /** How long each is, ms; one that has not ended is for ever, so that nothing that merges depends on now. */
  readonly lengthMs: Float32Array;
  readonly longest: Longest;
  /** The family of each. */
  readonly family: Uint8Array;
  /** By block of 32 entries and family: the entries before the block. */
  readonly before: Int32Array;
}

/** @param order indices of runs, lane by lane */
export function* buildLaneIndex(runs: SpanColumns, order: Int32Array): Work<LaneIndex> {
  const fromMs = new Float64Array(order.length);
  const lengthMs = new Float32Array(order.length);
  const family = new Uint8Array(order.length);
  const before = new Int32Array(((order.length >> BLOCK_SHIFT) + 1) * FAMILIES);
  const counts = new Int32Array(FAMILIES);
  const closeBlock = (i: number): void => {
    for (let one = 0; one < FAMILIES; one++) before[(i >> BLOCK_SHIFT) * FAMILIES + one] = counts[one];
  };
  yield* inBlocks(0, order.length, (from, to) => {
    const { fromMs: starts, toMs: ends, mark } = runs;
    for (let i = from; i < to; i++) {
      if (i % (1 << BLOCK_SHIFT) === 0) closeBlock(i);
      const run = order[i];
      fromMs[i] = starts[run];
      lengthMs[i] = ends[run] - starts[run];
      family[i] = familyOfMark(mark[run]);
      counts[family[i]]++;
    }
  });
  if (order.length % (1 << BLOCK_SHIFT) === 0) closeBlock(order.length);
  return { fromMs, lengthMs, family, before, longest: yield* Longest.build(lengthMs) };
}

/** How many of the entries [low, high) are of each family. @param counts written */
export function countFamilies(index: LaneIndex, low: number, high: number, counts: Int32Array): void {
  for (let one = 0; one < FAMILIES; one++) counts[one] = 0;
  // Few are counted one by one in less time than their ends are looked up.
  if (high - low <= 1 << BLOCK_SHIFT) {
    for (let at = low; at < high; at++) counts[index.family[at]]++;
    return;
  }
  addBefore(index, high, 1, counts);
  addBefore(index, low, -1, counts);
}

function addBefore({ family, before }: LaneIndex, end: number, sign: 1 | -1, counts: Int32Array): void {
  const block = end >> BLOCK_SHIFT;
  for (let one = 0; one < FAMILIES; one++) counts[one] += sign * before[block * FAMILIES + one];
  for (let at = block << BLOCK_SHIFT; at < end; at++) counts[family[at]] += sign;
}
