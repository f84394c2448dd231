import type { RowsInput } from "./rowsInput";
import { RowTable } from "./rowTable";
import { isInWindow } from "./runTimes";
import { KEPT_ITSELF } from "./treeLinks";

/**
 * The rows of the tree after these runs changed, of a forest that has the same trees in the same order: the rows that there are, if none
 * comes, goes or moves.
 * @param rows made of the same wish
 * @returns null if they must be built anew
 */
export function patchTreeRows(rows: RowTable, input: RowsInput, slots: readonly number[]): RowTable | null {
  const { store, matches, window, nowMs, sort } = input;
  // Ends, waits and names decide about all other orders.
  if (sort !== "start") return null;
  for (const slot of slots) {
    const isMatch = matches === null || matches[slot] === 1;
    const wasMatch = rows.matches === null || rows.matches[slot] === 1;
    const isShown = isMatch && isInWindow(store, slot, window, nowMs);
    if (isMatch !== wasMatch || isShown !== (rows.kept[slot] === KEPT_ITSELF)) return null;
  }
  return rows.matches === matches ? rows : { ...rows, matches };
}
