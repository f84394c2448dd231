/** The rows that one condition selects. A blank cell is selected by null and ne only. */
import type { Asker } from "./asker";
import { CodedColumn, type Column, NumberColumn, ReferenceColumn } from "./column";
import type { ServerTable } from "./columnTable";
import { equalsAny, idValue, instantValue, likePattern, wholeValue } from "./conditionValue";
import type { Condition, Operator } from "./fetchQuery";
import { dayRange, type InstantRange, relativeRange } from "./relativeDates";
import type { PackedIds } from "./packedIds";
import { invalid } from "./strictXml";
import { wallOf } from "./zoneRules";

type Mask = Uint8Array;

/** @throws ServerError for a column that the table lacks, a value that the column cannot hold or an operator that its type does not know. */
export function conditionMask(table: ServerTable, condition: Condition, asker: Asker): Mask {
  const column = table.column(condition.attribute);
  const { operator } = condition;
  const rows = table.rowCount;
  if (operator === "null" || operator === "not-null") return blankMask(column, rows, operator === "null");
  const own = ownIds(condition, asker);
  if (own) return idMask(table, column, own, rows);
  if (column === null) return idMask(table, null, condition, rows);
  if (column instanceof NumberColumn) return numberMask(column, condition, asker, rows);
  return column instanceof ReferenceColumn && isIdComparison(operator) ? idMask(table, column, condition, rows) : textMask(column, condition, rows);
}

function blankMask(column: Column | null, rows: number, wanted: boolean): Mask {
  const mask = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) mask[row] = Number((column?.isNull(row) ?? false) === wanted);
  return mask;
}

const isIdComparison = (operator: Operator): boolean => operator === "eq" || operator === "ne" || operator === "in" || operator === "not-in";

/** The operators that mean the caller, as comparisons with the caller's ids. */
function ownIds({ attribute, operator }: Condition, { userId, businessUnitId }: Asker): Condition | null {
  switch (operator) {
    case "eq-userid":
    case "eq-useroruserteams": return { attribute, operator: "eq", values: [userId] };
    // Unlike ne it does not select blank cells.
    case "ne-userid": return { attribute, operator: "not-in", values: [userId] };
    case "eq-businessid": return { attribute, operator: "eq", values: [businessUnitId] };
    default: return null;
  }
}

/** Of the primary id or a lookup. */
function idMask(table: ServerTable, column: Column | null, { attribute, operator, values }: Condition, rows: number): Mask {
  if (!isIdComparison(operator)) throw unfit(operator, attribute);
  const wanted = values.map(value => idValue(value, attribute));
  const negated = operator === "ne" || operator === "not-in";
  const mask = new Uint8Array(rows).fill(negated ? 1 : 0);
  if (column === null) {
    for (const value of values) markRow(mask, table.rowOf(value.trim()), negated);
    return mask;
  }
  if (column instanceof NumberColumn) throw unfit(operator, attribute);
  if (column instanceof ReferenceColumn) return packedMask(column.ids, wanted, operator, rows);
  if (!column.definition.type.startsWith("Lookup")) throw unfit(operator, attribute);
  return textMask(column, { attribute, operator, values }, rows);
}

function markRow(mask: Mask, row: number, negated: boolean): void {
  if (row >= 0) mask[row] = negated ? 0 : 1;
}

function packedMask(ids: PackedIds, wanted: readonly ReturnType<typeof idValue>[], operator: Operator, rows: number): Mask {
  const negated = operator === "ne" || operator === "not-in";
  const mask = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const blank = ids.isEmpty(row);
    mask[row] = Number(blank ? operator === "ne" : wanted.some(id => ids.equals(row, id)) !== negated);
  }
  return mask;
}

/** Texts, choices, two options and lookups: what passes is decided once for each distinct value. */
function textMask(column: CodedColumn | ReferenceColumn, condition: Condition, rows: number): Mask {
  const coded = column instanceof ReferenceColumn ? column.names : column;
  const matching = coded.dictionary.matching(valueTest(column, condition));
  if (condition.operator === "ne") matching[0] = 1;
  const { codes } = coded;
  const mask = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) mask[row] = matching[codes[row] ?? 0] ?? 0;
  if (column instanceof ReferenceColumn) for (let row = 0; row < rows; row++) if (column.isNull(row)) mask[row] = 0;
  return mask;
}

function valueTest({ definition }: CodedColumn | ReferenceColumn, { attribute, operator, values }: Condition): (value: unknown, text: string) => boolean {
  const { type } = definition;
  const isLookup = type.startsWith("Lookup");
  const isText = type === "SingleLine.Text" || type === "Multiple";
  if ((operator === "like" || operator === "not-like") && (isText || isLookup)) {
    const pattern = likePattern(values[0] ?? "");
    return (_, text) => pattern.test(text) === (operator === "like");
  }
  if (isIdComparison(operator)) {
    const negated = operator === "ne" || operator === "not-in";
    const isWanted = isLookup ? lookupTest(values, attribute) : equalsAny(definition, values, attribute);
    return value => isWanted(value) !== negated;
  }
  if (!isText && type !== "OptionSet") throw unfit(operator, attribute);
  return isText ? textOrder(operator, attribute, values) : numberOrder(operator, values.map(value => wholeValue(value, attribute)), attribute);
}

function lookupTest(values: readonly string[], attribute: string): (value: unknown) => boolean {
  for (const value of values) idValue(value, attribute);
  const wanted = new Set(values.map(value => value.replace(/[{}\s]/g, "").toLowerCase()));
  return value => typeof value === "object" && value !== null && "id" in value && wanted.has(String(value.id));
}

function textOrder(operator: Operator, attribute: string, [wanted = ""]: readonly string[]): (value: unknown) => boolean {
  const test = comparisons[operator];
  if (!test) throw unfit(operator, attribute);
  const bound = wanted.toLowerCase();
  return value => {
    const text = String(value).toLowerCase();
    return test(text < bound ? -1 : Number(text > bound));
  };
}

const comparisons: Readonly<Partial<Record<Operator, (order: number) => boolean>>> = {
  eq: order => order === 0, gt: order => order > 0, ge: order => order >= 0, lt: order => order < 0, le: order => order <= 0,
};

function numberOrder(operator: Operator, [low = 0, high = 0]: readonly number[], attribute: string): (value: unknown) => boolean {
  const test = comparisons[operator];
  if (test) return value => test(Number(value) - low);
  if (operator !== "between" && operator !== "not-between") throw unfit(operator, attribute);
  return value => (Number(value) >= low && Number(value) <= high) === (operator === "between");
}

/** Instants and numbers: every operator but in and ne is one range, or what is outside it. */
function numberMask(column: NumberColumn, condition: Condition, asker: Asker, rows: number): Mask {
  const { attribute, operator } = condition;
  const { values } = column;
  const mask = new Uint8Array(rows);
  if (operator === "in" || operator === "not-in") {
    const wanted = new Set(condition.values.map(value => boundOf(column, value, attribute, asker)));
    for (let row = 0; row < rows; row++) mask[row] = Number(!column.isNull(row) && wanted.has(values[row] ?? 0) === (operator === "in"));
    return mask;
  }
  const { from, to } = rangeOf(column, condition, asker);
  if (operator === "ne" || operator === "not-between") {
    const blank = Number(operator === "ne");
    for (let row = 0; row < rows; row++) {
      const value = values[row] ?? 0;
      mask[row] = Number.isNaN(value) ? blank : Number(!(value >= from && value < to));
    }
    return mask;
  }
  // NaN is in no range.
  for (let row = 0; row < rows; row++) mask[row] = Number((values[row] ?? 0) >= from && (values[row] ?? 0) < to);
  return mask;
}

const boundOf = (column: NumberColumn, value: string, attribute: string, { zone }: Asker): number =>
  column.isInstant ? instantValue(value, zone) : wholeValue(value, attribute);

/** Instants are whole milliseconds and numbers whole: up to a value is below the next. */
function rangeOf(column: NumberColumn, { attribute, operator, values }: Condition, asker: Asker): InstantRange {
  if (column.isInstant) {
    const relative = relativeRange(operator, Number(values[0]), asker.now, asker.zone) ?? dayComparison(operator, values[0] ?? "", asker);
    if (relative) return relative;
  }
  const [low, high] = values.map(value => boundOf(column, value, attribute, asker));
  if (low === undefined) throw unfit(operator, attribute);
  switch (operator) {
    case "eq":
    case "ne": return { from: low, to: low + 1 };
    case "gt": return { from: low + 1, to: Infinity };
    case "ge": return { from: low, to: Infinity };
    case "lt": return { from: -Infinity, to: low };
    case "le": return { from: -Infinity, to: low + 1 };
    case "between":
    case "not-between": return { from: low, to: (high ?? low) + 1 };
    default: throw unfit(operator, attribute);
  }
}

/** By the caller's calendar day. */
function dayComparison(operator: Operator, value: string, { zone }: Asker): InstantRange | null {
  if (operator !== "on" && operator !== "on-or-after" && operator !== "on-or-before") return null;
  const { from, to } = dayRange(zone, wallOf(zone, instantValue(value, zone)));
  return { from: operator === "on-or-before" ? -Infinity : from, to: operator === "on-or-after" ? Infinity : to };
}

const unfit = (operator: Operator, attribute: string): ReturnType<typeof invalid> => invalid(`The operator ${operator} is not valid for the attribute ${attribute}.`);
