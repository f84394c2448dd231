import { Work } from "../base/work";
import { ROW_PX } from "./measures";
import { RowTable, rowKindIndex, rowTable } from "./rowTable";
import type { RowsInput } from "./rows";
import { siblingOrder, SiblingOrder } from "./siblingOrder";
import { isShownIn } from "./windowTest";

/** Nodes done between two looks at the clock. */
const STEPS = 4096;
const SELF = 1;
const BELOW = 2;

/** Which nodes have a row: bit SELF if the run itself is wanted, bit BELOW if one below it is. */
function* markShown({ store, forest, matches, window }: RowsInput): Work<{ readonly shown: Uint8Array; readonly runs: number }> {
  const shown = new Uint8Array(forest.nodeCount);
  let runs = 0;
  for (let slot = 0; slot < forest.slotCount; slot++) {
    if (slot % STEPS === 0) yield;
    if (!store.isLive(slot) || (matches && matches[slot] !== 1) || !isShownIn(store, slot, window)) continue;
    shown[slot] = (shown[slot] ?? 0) | SELF;
    runs++;
    for (let node = forest.parent[slot] ?? -1; node >= 0 && ((shown[node] ?? 0) & BELOW) === 0; node = forest.parent[node] ?? -1) shown[node] = (shown[node] ?? 0) | BELOW;
  }
  return { shown, runs };
}

/** The shown children of a node (or the shown roots), in order. */
function shownOf(first: Iterable<number>, shown: Uint8Array, order: SiblingOrder): number[] {
  const found: number[] = [];
  for (const node of first) if (shown[node]) found.push(node);
  return order ? found.sort(order) : found;
}

function* childrenOf(firstChild: Int32Array, nextSibling: Int32Array, node: number): Generator<number, void, undefined> {
  for (let child = firstChild[node] ?? -1; child >= 0; child = nextSibling[child] ?? -1) yield child;
}

/** One row per wanted run, with its ancestors, parents above children; nothing below a collapsed node. */
export function* buildTreeRows(input: RowsInput): Work<RowTable> {
  const { store, forest, matches, collapsed } = input;
  const { shown, runs } = yield* markShown(input);
  const order = siblingOrder(store, forest, input.sort, input.descending, input.nowMs);
  const columns = newColumns(shown.reduce((sum, one) => sum + (one ? 1 : 0), 0), forest.nodeCount);
  const stack: { readonly nodes: readonly number[]; next: number; readonly parentRow: number; readonly depth: number }[] = [
    { nodes: shownOf(forest.roots, shown, order), next: 0, parentRow: -1, depth: 0 },
  ];
  let row = 0;
  for (let level = stack[0]; level !== undefined; level = stack[stack.length - 1]) {
    if (level.next >= level.nodes.length) {
      stack.pop();
      continue;
    }
    const node = level.nodes[level.next++] ?? 0;
    const isGhost = forest.isGhost(node);
    const isBranch = ((shown[node] ?? 0) & BELOW) !== 0;
    const isOpen = isBranch && (collapsed.size === 0 || !collapsed.has(isGhost ? forest.ghostId(node) : store.id(node)));
    columns.kind[row] = rowKindIndex(isGhost ? "ghost" : "run");
    columns.node[row] = node;
    columns.depth[row] = level.depth;
    columns.hasChildren[row] = Number(isBranch);
    columns.expanded[row] = Number(isOpen);
    columns.dimmed[row] = Number(!isGhost && matches !== null && matches[node] !== 1);
    columns.topPx[row + 1] = (row + 1) * ROW_PX;
    columns.parentRow[row] = level.parentRow;
    columns.positionInSet[row] = level.next;
    columns.setSize[row] = level.nodes.length;
    columns.nodeRow[node] = row;
    if (isOpen) stack.push({ nodes: shownOf(childrenOf(forest.firstChild, forest.nextSibling, node), shown, order), next: 0, parentRow: row, depth: level.depth + 1 });
    if (++row % STEPS === 0) yield;
  }
  return rowTable({ ...columns, count: row, tracks: [], runs });
}

function newColumns(most: number, nodeCount: number): Omit<Parameters<typeof rowTable>[0], "count" | "tracks" | "runs"> {
  return {
    kind: new Uint8Array(most),
    node: new Int32Array(most),
    depth: new Uint16Array(most),
    hasChildren: new Uint8Array(most),
    expanded: new Uint8Array(most),
    dimmed: new Uint8Array(most),
    topPx: new Float64Array(most + 1),
    parentRow: new Int32Array(most),
    positionInSet: new Int32Array(most),
    setSize: new Int32Array(most),
    nodeRow: new Int32Array(nodeCount).fill(-1),
  };
}
