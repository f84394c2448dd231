import { append, newFetch } from "./fetchXml";
import { Predicate } from "./predicate";
import { RecordColumns } from "./recordColumns";
import { beginQuery, ViewQuestion, writeFilter } from "./viewQuestion";

/** One column that rows come ordered by. */
export interface RowOrder {
  readonly column: string | undefined;
  readonly descending: boolean;
}

/**
 * A question for rows: the columns asked for, of the rows of a view (null: of the whole table) that fit. The last order is the primary id:
 * without it the server gives no cookie, and a row may be in two pages or in none. Pages are the client's.
 */
export function rowQuery(question: ViewQuestion | null, columns: RecordColumns, predicate: Predicate, order: RowOrder | null): Document {
  const { document, entity } = question ? beginQuery(question, predicate) : newFetch(columns.table);
  if (!question) writeFilter(entity, predicate);
  const first = entity.firstChild;
  for (const name of new Set([columns.primaryId, ...columns.byRole.values()])) entity.insertBefore(append(entity, "attribute", { name }), first);
  if (order?.column !== undefined) append(entity, "order", { attribute: order.column, ...(order.descending ? { descending: "true" } : {}) });
  append(entity, "order", { attribute: columns.primaryId });
  return document;
}
