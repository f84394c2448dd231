import { Work } from "../base/work";
import { ROW_PX } from "./measures";
import type { RowsInput } from "./rowsInput";
import { DIMMED, EXPANDED, GHOST_FLAGS, HAS_CHILDREN, RowColumns, RowTable, rowTable, RUN_FLAGS } from "./rowTable";
import { linkTree, TreeLinks } from "./treeLinks";

const STEPS = 16_384;

/** One row per run (or ghost), parents above their children; what is collapsed hides all below it. */
export function* buildTreeRows(input: RowsInput): Work<RowTable> {
  const { forest: { parent, depth, parts: { branchOf, branchChild } }, matches } = input;
  const links = yield* linkTree(input);
  const { nodeRow, siblings, ...columns } = yield* writeRows(input, links);
  const { node } = columns;
  return rowTable({
    ...columns, tracks: [], trackSet: null, runs: links.runs, kept: links.kept, matches,
    rowOfNode: (one) => nodeRow[one] ?? -1,
    depth: (row) => depth[node[row]],
    parentRow: (row) => (parent[node[row]] < 0 ? -1 : nodeRow[parent[node[row]]]),
    setSize: (row) => siblings[parent[node[row]] < 0 ? branchChild.length : branchOf[parent[node[row]]]],
  });
}

interface Written extends Pick<RowColumns, "count" | "flags" | "node" | "topPx" | "position"> {
  /** By node; -1 for none. */
  readonly nodeRow: Int32Array;
  /** By the branch of their parent, that of all roots last: how many siblings have a row. */
  readonly siblings: Int32Array;
}

function* writeRows(input: RowsInput, { nodes, kept, roots, branchChild, nextSibling }: TreeLinks): Work<Written> {
  const { forest: { parent, slotCount, depth, parts: { branchOf } }, matches, collapsed: { fromDepth } } = input;
  const flipped = flippedNodes(input);
  const flags = new Uint8Array(nodes);
  const nodeOf = new Int32Array(nodes);
  const topPx = new Uint32Array(nodes + 1);
  const position = new Int32Array(nodes);
  const nodeRow = new Int32Array(parent.length).fill(-1);
  const rootSet = branchChild.length;
  const siblings = new Int32Array(rootSet + 1);
  let [root, count] = [0, 0];
  const nextRoot = (): number => {
    while (root < roots.length && kept[roots[root]] === 0) root++;
    return root < roots.length ? roots[root++] : -1;
  };
  /** Calls nothing for most rows (docs/decisions/0029). @returns the node after the last one that was written, -1 at the end */
  const write = (first: number, most: number): number => {
    let node = first;
    let row = count;
    for (const end = row + most; node >= 0 && row < end; row++) {
      const branch = branchOf[node];
      let child = branch < 0 ? -1 : branchChild[branch];
      while (child >= 0 && kept[child] === 0) child = nextSibling[child];
      let above = parent[node];
      nodeOf[row] = node;
      nodeRow[node] = row;
      topPx[row] = row * ROW_PX;
      position[row] = ++siblings[above < 0 ? rootSet : branchOf[above]];
      const kind = node >= slotCount ? GHOST_FLAGS : matches !== null && matches[node] === 0 ? RUN_FLAGS | DIMMED : RUN_FLAGS;
      if (child < 0) flags[row] = kind;
      else if (depth[node] >= fromDepth === flipped.has(node)) {
        flags[row] = kind | HAS_CHILDREN | EXPANDED;
        node = child;
        continue;
      } else flags[row] = kind | HAS_CHILDREN;
      // Beside it, or beside the nearest above it beside which one is kept.
      let next = -1;
      for (; above >= 0; above = parent[node]) {
        next = nextSibling[node];
        while (next >= 0 && kept[next] === 0) next = nextSibling[next];
        if (next >= 0) break;
        node = above;
      }
      node = next >= 0 ? next : nextRoot();
    }
    count = row;
    return node;
  };
  for (let node = nextRoot(); node >= 0; yield) node = write(node, STEPS);
  topPx[count] = count * ROW_PX;
  return { count, flags: flags.subarray(0, count), node: nodeOf.subarray(0, count), topPx: topPx.subarray(0, count + 1), position: position.subarray(0, count), nodeRow, siblings };
}

/** Those that the user has folded or opened against the rule, looked up once: no id of a run is written out. */
const flippedNodes = ({ forest, collapsed: { flipped } }: RowsInput): ReadonlySet<number> => new Set(Array.from(flipped, (id) => forest.nodeOf(id)));
