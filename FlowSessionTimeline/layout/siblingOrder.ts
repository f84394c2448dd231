import { EpochMs } from "../base/brand";
import { RunForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import type { SortKey } from "./rows";

/** How siblings are ordered; null where the forest's own order (by start, then id) stands. */
export type SiblingOrder = ((a: number, b: number) => number) | null;

/** @param nowMs where open runs end */
export function siblingOrder(store: RunStore, forest: RunForest, sort: SortKey, descending: boolean, nowMs: EpochMs): SiblingOrder {
  if (sort === "start" && !descending) return null;
  const sign = descending ? -1 : 1;
  if (sort === "name") {
    const title = (node: number): string => (forest.isGhost(node) ? "" : store.title(node));
    return (a, b) => sign * title(a).localeCompare(title(b));
  }
  const value = (node: number): number => {
    const from = forest.isGhost(node) ? forest.envelopeFromMs[node] ?? NaN : store.fromMs[node] ?? NaN;
    if (sort === "start") return from;
    if (forest.isGhost(node)) return NaN;
    return sort === "duration" ? Math.min(store.toMs[node] ?? NaN, nowMs) - from : from - (store.waitFromMs[node] ?? NaN);
  };
  return (a, b) => {
    const [left, right] = [value(a), value(b)];
    // What has no value comes last, whatever the direction.
    if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return sign * (left - right);
  };
}
