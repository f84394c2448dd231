import { inBlocks, Work } from "../base/work";
import { RunStore } from "../domain/runStore";
import { FreeLanes } from "./freeLanes";
import { SpanColumns } from "./spanColumns";

/** A run without a length takes this much time on its lane, in ms: Dataverse stores whole seconds. */
const MIN_LENGTH_MS = 1000;

/** Where a run's place on a lane ends: an open run keeps its lane for good. In epoch ms. */
export const laneEndMs = (store: RunStore, slot: number): number => Math.max(store.toMs[slot], store.fromMs[slot] + MIN_LENGTH_MS);

/**
 * Packs runs into lanes on which none overlaps another: each takes the first lane that is free at its start. A run's lane depends only on
 * runs before it, back to where the whole track was empty; so what comes later, or before such a place, moves nothing.
 * @returns the lane of each run, and how many lanes there are
 */
export function* packLanes({ fromMs, toMs, length }: Pick<SpanColumns, "fromMs" | "toMs" | "length">): Work<{ readonly lane: Int32Array; readonly count: number }> {
  const lane = new Int32Array(length);
  const lanes = new FreeLanes();
  yield* inBlocks(0, length, (from, to) => {
    for (let i = from; i < to; i++) lane[i] = lanes.take(fromMs[i], Math.max(toMs[i], fromMs[i] + MIN_LENGTH_MS));
  });
  return { lane, count: lanes.count };
}
