import { append, childrenOf } from "./fetchXml";
import { TimeRange } from "./contract";
import { Predicate } from "./predicate";
import { RecordColumns } from "./recordColumns";
import { beginQuery, ViewQuestion } from "./viewQuestion";
import { windowPredicate } from "./windowQuery";

/** The name under which an answer carries the number of runs. */
export const COUNT = "fst_count";

/** How many runs of a view lie in a range of its time, waits included. The server counts 50,000 rows at most and then says so (`tooMany`). */
export const countQuery = (question: ViewQuestion, columns: RecordColumns, range: TimeRange): Document =>
  beginCount(question, windowPredicate(columns, range, { waits: true })).document;

/** How many rows the view's list has, counted as the list counts them. */
export const listCountQuery = (question: ViewQuestion): Document => beginCount({ ...question, mayRepeat: question.mayRepeat && !question.isListRepeating }, true).document;

/** An aggregate with the number of runs as its first column: of distinct ids, where a link of the view may bring a row twice. */
export function beginCount(question: ViewQuestion, predicate: Predicate): { readonly document: Document; readonly entity: Element } {
  const query = beginAggregate(question, predicate);
  const distinct = question.mayRepeat ? { aggregate: "countcolumn", distinct: "true" } : { aggregate: "count" };
  addAggregate(query.entity, { name: question.primaryId, alias: COUNT, ...distinct });
  return query;
}

export function beginAggregate(question: ViewQuestion, predicate: Predicate): { readonly document: Document; readonly entity: Element } {
  const query = beginQuery(question, predicate);
  query.document.documentElement.setAttribute("aggregate", "true");
  return query;
}

/** Adds a column of an aggregate, before filters and links. */
export function addAggregate(entity: Element, attributes: Readonly<Record<string, string>>): void {
  const before = childrenOf(entity).find(({ localName }) => localName !== "attribute") ?? null;
  entity.insertBefore(append(entity, "attribute", attributes), before);
}
