import { Work } from "../base/work";
import { RowsInput } from "./rowsInput";
import { RowTable } from "./rowTable";
import { buildTrackRows } from "./trackRows";
import { buildTreeRows } from "./treeRows";

export type { LayoutKind, RowsInput, SortKey } from "./rowsInput";

/** The rows of a layout: a pure function of its input. Its cost is that of the runs, once per gesture or change, in slices. */
export function* buildRows(input: RowsInput): Work<RowTable> {
  return input.layout === "tree" ? yield* buildTreeRows(input) : yield* buildTrackRows(input, input.layout);
}
