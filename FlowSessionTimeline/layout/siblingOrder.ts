import { sortInSlices } from "../base/sort";
import { Work } from "../base/work";
import type { RowsInput } from "./rowsInput";
import { executionMs, waitMs } from "./runTimes";

/** Compares names as people order them: case and accents last, numbers by value. */
export const NAME_ORDER = new Intl.Collator(undefined, { numeric: true });

/** Orders by a number, in the wished direction; what has none comes last either way. */
export function compareNumbers(a: number, b: number, descending: boolean): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  if (a === b) return 0;
  return a < b === descending ? 1 : -1;
}

/** Orders nodes as the user sorts them; ties in either direction stay in the order of the forest. */
export function* sortNodes(input: RowsInput, nodes: Int32Array): Work<void> {
  const { sort, descending, store, forest } = input;
  if (sort === "name") {
    const titles = new Map<number, string>();
    const title = (node: number): string => {
      let text = titles.get(node);
      if (text === undefined) titles.set(node, (text = forest.isGhost(node) ? forest.ghostId(node) : store.title(node)));
      return text;
    };
    const sign = descending ? -1 : 1;
    yield* sortInSlices(nodes, (a, b) => sign * NAME_ORDER.compare(title(a), title(b)));
    return;
  }
  const keys = new Float64Array(forest.nodeCount);
  for (let i = 0; i < nodes.length; i++) {
    keys[nodes[i]] = keyOf(input, nodes[i]);
    if (i % 4096 === 4095) yield;
  }
  yield* sortInSlices(nodes, (a, b) => compareNumbers(keys[a], keys[b], descending));
}

function keyOf({ store, forest, sort, nowMs }: RowsInput, node: number): number {
  if (sort === "start") return forest.parent[node] < 0 ? forest.envelopeFromMs[node] : store.fromMs[node];
  if (!forest.isGhost(node)) return sort === "wait" ? waitMs(store, node, nowMs) : executionMs(store, node, nowMs);
  return sort === "wait" ? NaN : Math.min(forest.envelopeToMs[node], Math.max(nowMs, forest.envelopeFromMs[node])) - forest.envelopeFromMs[node];
}
