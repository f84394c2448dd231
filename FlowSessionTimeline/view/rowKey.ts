import { RunForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import { RowTable } from "../layout/rowTable";

/** The id of a node of the forest: the run's, or that of the parent that is not loaded. */
export const nodeId = (node: number, store: RunStore, forest: RunForest): string => (forest.isGhost(node) ? forest.ghostId(node) : store.id(node));

/** Names a row across rebuilds, "" if there is no such row: the run's or ghost's id, the track's key, or the track's key with a prefix for its lanes. */
export function rowKey(rows: RowTable, row: number, store: RunStore, forest: RunForest): string {
  if (row < 0 || row >= rows.count) return "";
  const node = rows.node[row] ?? -1;
  const kind = rows.kind(row);
  switch (kind) {
    case "run":
    case "ghost":
      return nodeId(node, store, forest);
    case "track":
      return rows.tracks[node]?.key ?? "";
    case "lanes":
      return LANES_PREFIX + (rows.tracks[node]?.key ?? "");
  }
}

const LANES_PREFIX = "lanes:";

/** The row that a key names, or -1. */
export function rowOfKey(rows: RowTable, key: string, forest: RunForest): number {
  if (key === "") return -1;
  const node = forest.nodeOf(key);
  if (node >= 0) return rows.rowOfNode(node);
  const isLanes = key.startsWith(LANES_PREFIX);
  const track = rows.tracks.findIndex((one) => one.key === (isLanes ? key.slice(LANES_PREFIX.length) : key));
  if (track < 0) return -1;
  for (let row = 0; row < rows.count; row++) {
    if (rows.node[row] === track && rows.kind(row) === (isLanes ? "lanes" : "track")) return row;
  }
  return -1;
}
