import { Work } from "../base/work";
import { ROW_PX } from "./measures";
import type { RowsInput } from "./rowsInput";
import { RowTable, rowTable } from "./rowTable";
import { RowWriter } from "./rowWriter";
import { linkTree, TreeLinks } from "./treeLinks";

const STEPS = 4096;

/** One row per run (or ghost), parents above their children; what is collapsed hides all below it. */
export function* buildTreeRows(input: RowsInput): Work<RowTable> {
  const { forest } = input;
  const links = yield* linkTree(input);
  const isFolded = foldedTest(input);
  const writer = new RowWriter(keptCount(links));
  const nodeRow = new Int32Array(forest.nodeCount).fill(-1);
  const position = new Int32Array(forest.nodeCount + 1);
  for (let node = links.firstRoot; node >= 0; ) {
    const above = forest.parent[node];
    const set = above < 0 ? forest.nodeCount : above;
    const hasChildren = links.childCount[node] > 0;
    const expanded = hasChildren && !isFolded(node);
    nodeRow[node] = writer.add({
      kind: forest.isGhost(node) ? "ghost" : "run",
      node,
      depth: forest.depth[node],
      parentRow: above < 0 ? -1 : nodeRow[above],
      positionInSet: ++position[set],
      setSize: links.childCount[set],
      heightPx: ROW_PX,
      hasChildren,
      expanded,
      dimmed: input.matches !== null && !forest.isGhost(node) && input.matches[node] === 0,
    });
    node = expanded ? links.firstChild[node] : nextBeside(node, links, forest.parent);
    if (writer.count % STEPS === 0) yield;
  }
  return rowTable({ ...writer.columns(), rowOfNode: (node) => nodeRow[node] ?? -1, tracks: [], trackSet: null, runs: links.runs, kept: links.kept, matches: input.matches });
}

/** The next node in reading order that is not below this one; -1 at the end. */
function nextBeside(node: number, links: TreeLinks, parent: Int32Array): number {
  for (let at = node; at >= 0; at = parent[at]) if (links.nextSibling[at] >= 0) return links.nextSibling[at];
  return -1;
}

function keptCount({ childCount }: TreeLinks): number {
  let count = 0;
  for (let set = 0; set < childCount.length; set++) count += childCount[set];
  return count;
}

/** Looks the ids up once, instead of writing out the id of each run. */
function foldedTest({ store, forest, collapsed: { fromDepth, flipped } }: RowsInput): (node: number) => boolean {
  const nodes = new Set<number>();
  for (const id of flipped) {
    const slot = store.slotOf(id);
    nodes.add(slot >= 0 ? slot : forest.nodeOfGhost(id));
  }
  return (node) => forest.depth[node] >= fromDepth !== nodes.has(node);
}
