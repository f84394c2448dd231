import { RunStore } from "../domain/runStore";
import { Derived } from "./pipeline";
import { rowKey, rowOfKey } from "./rowKey";

/**
 * Which row takes the focus when the focused one has vanished: the next sibling that is still there, else the parent, else none.
 * @param start the row that had it in `before`, or -1
 */
export function nextFocus(before: Derived, after: Derived, start: number, store: RunStore): string {
  if (start >= 0) {
    const parent = before.rows.parentRow(start);
    for (let row = start + 1; row < before.rows.count && before.rows.depth(row) >= before.rows.depth(start); row++) {
      if (before.rows.parentRow(row) !== parent) continue;
      const sibling = rowKey(before.rows, row, store, before.forest);
      if (rowOfKey(after.rows, sibling, after.forest) >= 0) return sibling;
    }
    if (parent >= 0) {
      const parentKey = rowKey(before.rows, parent, store, before.forest);
      if (rowOfKey(after.rows, parentKey, after.forest) >= 0) return parentKey;
    }
  }
  return "";
}
