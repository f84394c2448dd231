import { RunStore } from "../domain/runStore";
import { laneEndMs } from "./lanes";
import { lowerBound } from "./lowerBound";

/** Of the entries [low, high) of one lane, the first that ends after a time: on a lane, runs are ordered by their ends as by their starts. */
export const firstEndingAfter = (store: RunStore, laneSlots: Int32Array, low: number, high: number, ms: number): number =>
  lowerBound(low, high, (at) => laneEndMs(store, laneSlots[at]) > ms);
