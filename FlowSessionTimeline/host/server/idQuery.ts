import { invariant } from "../../base/assert";
import { isOneOf } from "./predicate";
import { RecordColumns } from "./recordColumns";
import { rowQuery } from "./rowQuery";
import { ViewQuestion } from "./viewQuestion";

/** Ids that one request may name: the length of an address is limited. */
export const IDS_PER_REQUEST = 100;

/** Rows by id, of a view or (null) of the whole table. @param ids one to IDS_PER_REQUEST GUIDs without braces */
export const idQuery = (question: ViewQuestion | null, columns: RecordColumns, ids: readonly string[]): Document =>
  among(question, columns, columns.primaryId, ids);

/**
 * The direct children of runs, of a view or (null) of the whole table; null where the table has no column for the parent.
 * @param parents one to IDS_PER_REQUEST GUIDs without braces
 */
export function childrenQuery(question: ViewQuestion | null, columns: RecordColumns, parents: readonly string[]): Document | null {
  const column = columns.byRole.get("parentRun");
  return column === undefined ? null : among(question, columns, column, parents);
}

function among(question: ViewQuestion | null, columns: RecordColumns, column: string, ids: readonly string[]): Document {
  invariant(ids.length > 0 && ids.length <= IDS_PER_REQUEST, `a request names 1 to ${IDS_PER_REQUEST} ids, not ${ids.length}`);
  return rowQuery(question, columns, isOneOf(column, ids), null);
}
