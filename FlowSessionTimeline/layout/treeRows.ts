import { Work } from "../base/work";
import { ROW_PX } from "./measures";
import type { RowsInput } from "./rowsInput";
import { RowTable, rowTable } from "./rowTable";
import { RowWriter } from "./rowWriter";
import { linkTree, TreeLinks } from "./treeLinks";

const STEPS = 4096;

/** One row per run (or ghost), parents above their children; what is collapsed hides all below it. */
export function* buildTreeRows(input: RowsInput): Work<RowTable> {
  const { forest, matches } = input;
  const { parent, depth, parts: { branchOf } } = forest;
  const links = yield* linkTree(input);
  const isFolded = foldedTest(input);
  const { childCount } = links;
  // What the roots are a set of has the last number.
  const setOf = (node: number): number => (parent[node] < 0 ? childCount.length - 1 : branchOf[parent[node]]);
  const writer = new RowWriter(keptCount(links));
  const nodeRow = new Int32Array(forest.nodeCount).fill(-1);
  const position = new Int32Array(childCount.length);
  for (let node = links.firstRoot; node >= 0; ) {
    const hasChildren = branchOf[node] >= 0 && childCount[branchOf[node]] > 0;
    const expanded = hasChildren && !isFolded(node);
    nodeRow[node] = writer.add({
      kind: forest.isGhost(node) ? "ghost" : "run",
      node,
      positionInSet: ++position[setOf(node)],
      heightPx: ROW_PX,
      hasChildren,
      expanded,
      dimmed: matches !== null && !forest.isGhost(node) && matches[node] === 0,
    });
    node = expanded ? links.firstChild[node] : nextBeside(node, links, parent);
    if (writer.count % STEPS === 0) yield;
  }
  const columns = writer.columns();
  return rowTable({
    ...columns, tracks: [], trackSet: null, runs: links.runs, kept: links.kept, matches,
    rowOfNode: (node) => nodeRow[node] ?? -1,
    depth: (row) => depth[columns.node[row]],
    parentRow: (row) => (parent[columns.node[row]] < 0 ? -1 : nodeRow[parent[columns.node[row]]]),
    setSize: (row) => childCount[setOf(columns.node[row])],
  });
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
