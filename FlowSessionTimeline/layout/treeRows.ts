import { Work } from "../base/work";
import { ROW_PX } from "./measures";
import type { RowsInput } from "./rowsInput";
import { RowTable, rowTable } from "./rowTable";
import { RowWriter } from "./rowWriter";
import { linkTree, TreeLinks } from "./treeLinks";

const STEPS = 16_384;

/** One row per run (or ghost), parents above their children; what is collapsed hides all below it. */
export function* buildTreeRows(input: RowsInput): Work<RowTable> {
  const { forest: { parent, depth }, matches } = input;
  const links = yield* linkTree(input);
  const { writer, nodeRow, siblings } = yield* writeRows(input, links);
  const columns = writer.columns();
  const setOf = setNumber(input);
  return rowTable({
    ...columns, tracks: [], trackSet: null, runs: links.runs, kept: links.kept, matches,
    rowOfNode: (node) => nodeRow[node] ?? -1,
    depth: (row) => depth[columns.node[row]],
    parentRow: (row) => (parent[columns.node[row]] < 0 ? -1 : nodeRow[parent[columns.node[row]]]),
    setSize: (row) => siblings[setOf(columns.node[row])],
  });
}

interface Written {
  readonly writer: RowWriter;
  /** By node; -1 for none. */
  readonly nodeRow: Int32Array;
  /** By set, for sets that have rows: how many siblings they are. */
  readonly siblings: Int32Array;
}

function* writeRows(input: RowsInput, links: TreeLinks): Work<Written> {
  const { forest, matches } = input;
  const { parent, parts: { branchOf, branchChild } } = forest;
  const isFolded = foldedTest(input);
  const writer = new RowWriter(links.nodes);
  const nodeRow = new Int32Array(forest.nodeCount).fill(-1);
  const siblings = new Int32Array(branchChild.length + 1);
  const setOf = setNumber(input);
  const nextRoot = (): number => links.roots[siblings[branchChild.length]] ?? -1;
  /** The next node in reading order that is not below this one; -1 at the end. */
  const nextBeside = (node: number): number => {
    for (let at = node; parent[at] >= 0; at = parent[at]) {
      const next = links.nextSibling(at);
      if (next >= 0) return next;
    }
    return nextRoot();
  };
  /** @returns the node after the last one that was written, -1 at the end */
  const write = (first: number, most: number): number => {
    let node = first;
    for (let count = 0; node >= 0 && count < most; count++) {
      const firstChild = branchOf[node] < 0 ? -1 : links.firstChild(node);
      const expanded = firstChild >= 0 && !isFolded(node);
      const isGhost = forest.isGhost(node);
      nodeRow[node] = writer.add({
        kind: isGhost ? "ghost" : "run",
        node,
        positionInSet: ++siblings[setOf(node)],
        heightPx: ROW_PX,
        hasChildren: firstChild >= 0,
        expanded,
        dimmed: matches !== null && !isGhost && matches[node] === 0,
      });
      node = expanded ? firstChild : nextBeside(node);
    }
    return node;
  };
  for (let node = nextRoot(); node >= 0; yield) node = write(node, STEPS);
  return { writer, nodeRow, siblings };
}

/** Names the set of siblings that a node is one of: by the branch of its parent, that of all roots last. */
function setNumber({ forest: { parent, parts: { branchOf, branchChild } } }: RowsInput): (node: number) => number {
  return (node) => (parent[node] < 0 ? branchChild.length : branchOf[parent[node]]);
}

/** Looks the ids up once, instead of writing out the id of each run. */
function foldedTest({ forest, collapsed: { fromDepth, flipped } }: RowsInput): (node: number) => boolean {
  const nodes = new Set(Array.from(flipped, (id) => forest.nodeOf(id)));
  return (node) => forest.depth[node] >= fromDepth !== nodes.has(node);
}
