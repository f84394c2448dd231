import { Work } from "../base/work";
import { patchTrackRows } from "./patchTracks";
import { patchTreeRows } from "./patchTreeRows";
import type { RowsInput } from "./rowsInput";
import { RowTable } from "./rowTable";

/**
 * The rows after a few runs changed that stayed where they were among the others.
 * @param rows made of the same wish, and of a forest with the same trees in the same order
 * @returns null if they must be built anew
 */
export function* patchRows(rows: RowTable, input: RowsInput, slots: readonly number[]): Work<RowTable | null> {
  return input.layout === "tree" ? patchTreeRows(rows, input, slots) : yield* patchTrackRows(rows, input, slots);
}
