import { invariant } from "../../base/assert";
import { append } from "./fetchXml";
import { secondFrom, secondTo } from "./instant";

/**
 * What must be true of a row. A column that the environment does not have is blank in every row, so that conditions on it are settled
 * before the question is asked: true and false vanish from groups.
 */
export type Predicate = boolean | Condition | Group;

interface Condition {
  readonly column: string;
  readonly operator: "null" | "not-null" | "lt" | "ge" | "eq" | "in" | "not-in";
  /** One for a comparison, any number for a list, none for null and not-null. */
  readonly values: readonly string[];
}

interface Group {
  readonly type: "and" | "or";
  readonly parts: readonly (Condition | Group)[];
}

/** undefined: the environment has no such column. */
export type Column = string | undefined;

const condition = (column: Column, operator: Condition["operator"], ...values: readonly string[]): Predicate =>
  column === undefined ? operator === "null" : { column, operator, values };

export const isBlank = (column: Column): Predicate => condition(column, "null");
export const isSet = (column: Column): Predicate => condition(column, "not-null");
/** @param ms epoch ms, itself not in the range */
export const isBefore = (column: Column, ms: number): Predicate => condition(column, "lt", secondTo(ms));
/** @param ms epoch ms, itself in the range */
export const isFrom = (column: Column, ms: number): Predicate => condition(column, "ge", secondFrom(ms));
export const equals = (column: Column, value: string): Predicate => condition(column, "eq", value);

export const isOneOf = (column: Column, values: readonly (string | number)[]): Predicate =>
  values.length > 0 && condition(column, "in", ...values.map(String));

/** A blank cell is none of them: FetchXML's own not-in leaves blank cells out. */
export const isNoneOf = (column: Column, values: readonly (string | number)[]): Predicate =>
  values.length === 0 || any(isBlank(column), condition(column, "not-in", ...values.map(String)));

export const all = (...parts: readonly Predicate[]): Predicate => group("and", parts);
export const any = (...parts: readonly Predicate[]): Predicate => group("or", parts);

function group(type: Group["type"], parts: readonly Predicate[]): Predicate {
  const settles = type === "or";
  if (parts.includes(settles)) return settles;
  const open: (Condition | Group)[] = [];
  for (const part of parts) {
    if (typeof part === "boolean") continue;
    if ("parts" in part && part.type === type) open.push(...part.parts);
    else open.push(part);
  }
  return open.length === 0 ? !settles : open.length === 1 ? open[0] : { type, parts: open };
}

/** Writes a predicate that some row may fit into a filter of type "and". */
export function writePredicate(filter: Element, predicate: Predicate): void {
  invariant(predicate !== false, "no filter says false");
  if (predicate === true) return;
  if ("operator" in predicate) writeCondition(filter, predicate);
  else for (const part of predicate.type === "and" ? predicate.parts : [predicate]) writePart(filter, part);
}

function writePart(filter: Element, part: Condition | Group): void {
  if ("operator" in part) return writeCondition(filter, part);
  const inner = append(filter, "filter", { type: part.type });
  for (const one of part.parts) writePart(inner, one);
}

function writeCondition(filter: Element, { column, operator, values }: Condition): void {
  const isList = operator === "in" || operator === "not-in";
  const element = append(filter, "condition", { attribute: column, operator, ...(isList || values.length === 0 ? {} : { value: values[0] }) });
  if (isList) for (const value of values) append(element, "value").textContent = value;
}
