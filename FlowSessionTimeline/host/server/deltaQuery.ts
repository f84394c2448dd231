import { invariant } from "../../base/assert";
import { isFrom, Predicate } from "./predicate";
import { RecordColumns } from "./recordColumns";
import { rowQuery } from "./rowQuery";
import { ViewQuestion } from "./viewQuestion";

/**
 * The rows of a view (null: of the whole table) that were written since, the longest unchanged first: what changes while pages are read
 * comes again at the end. Precondition: there is a column for `modifiedOn`.
 * @param sinceMs epoch ms
 */
export function deltaQuery(question: ViewQuestion | null, columns: RecordColumns, sinceMs: number): Document {
  return rowQuery(question, columns, isWrittenSince(columns, sinceMs), { column: columns.byRole.get("modifiedOn"), descending: false });
}

/** The ids of all rows of the table that were written since, and when; whether the view has them or not. Same precondition. */
export function changedIdsQuery(columns: RecordColumns, sinceMs: number): Document {
  return rowQuery(null, { ...columns, byRole: new Map([...columns.byRole].filter(([role]) => role === "modifiedOn")) }, isWrittenSince(columns, sinceMs), { column: columns.byRole.get("modifiedOn"), descending: false });
}

function isWrittenSince({ byRole }: RecordColumns, sinceMs: number): Predicate {
  const modified = byRole.get("modifiedOn");
  invariant(modified !== undefined, "changes are asked for by a column");
  return isFrom(modified, sinceMs);
}
