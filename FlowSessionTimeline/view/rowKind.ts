import { ROW_KINDS, RowKind, RowTable } from "../layout/rowTable";

/** What a row is; rows outside the table are "run" rows without a run. */
export const rowKindOf = (rows: RowTable, row: number): RowKind => ROW_KINDS[rows.kind[row] ?? 0] ?? "run";
