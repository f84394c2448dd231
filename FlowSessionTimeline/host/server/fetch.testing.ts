import { profileOf } from "../../domain/tableProfile";
import { childrenOf } from "./fetchXml";
import { columnsOf, RecordColumns } from "./recordColumns";
import { readViewQuestion, ViewQuestion } from "./viewQuestion";

/** A row by column; what is left out is blank. Instants as Dataverse writes them. */
export type Row = Readonly<Record<string, string | number>>;

const PROFILE = profileOf("flowsession");

/** flowsession's columns without these. */
export function columnsWithout(...missing: readonly string[]): RecordColumns {
  const attributes = new Set(Object.values(PROFILE.columns).filter((column) => !missing.includes(column)));
  return columnsOf(PROFILE, "flowsessionid", attributes, { withDetails: false });
}

/** The question of a view of flowsession with this inside its entity. */
export function questionOf(inEntity = ""): ViewQuestion {
  const result = readViewQuestion(`<fetch><entity name="flowsession">${inEntity}</entity></fetch>`, "flowsession", "flowsessionid");
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

export const utc = (text: string): number => Date.parse(text);

/** Whether a row passes the filters of a query without links: a plain reading of FetchXML, in which a blank cell fits no comparison. */
export function passes(query: Document, row: Row): boolean {
  const [entity] = childrenOf(query.documentElement);
  return childrenOf(entity, "filter").every((filter) => passesFilter(filter, row));
}

function passesFilter(filter: Element, row: Row): boolean {
  const results = [...filter.children].map((child) => (child.localName === "filter" ? passesFilter(child, row) : passesCondition(child, row)));
  return filter.getAttribute("type") === "or" ? results.includes(true) : !results.includes(false);
}

function passesCondition(condition: Element, row: Row): boolean {
  const cell = row[condition.getAttribute("attribute") ?? ""];
  const operator = condition.getAttribute("operator");
  if (operator === "null") return cell === undefined;
  if (cell === undefined) return false;
  const value = condition.getAttribute("value") ?? "";
  const values = childrenOf(condition, "value").map(({ textContent }) => textContent);
  switch (operator) {
    case "not-null": return true;
    case "eq": return String(cell) === value;
    case "in": return values.includes(String(cell));
    case "not-in": return !values.includes(String(cell));
    case "lt": return instant(cell) < instant(value);
    case "ge": return instant(cell) >= instant(value);
    default: throw new Error(`operator ${String(operator)}`);
  }
}

function instant(text: string | number): number {
  const ms = Date.parse(String(text));
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(text)) || Number.isNaN(ms)) throw new Error(`no instant: ${text}`);
  return ms;
}
