/** Filters that a control sets on the dataset: which operators a model-driven app takes, and what they select. */
import type { Cell, EmulatedRow, TableDefinition } from "./contract";
import { isLookup } from "./cells";
import { columnDefinition } from "./columns";
import type { UserZone } from "./userZone";

type Condition = ComponentFramework.PropertyHelper.DataSetApi.ConditionExpression;
export type Filter = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;
type RowTest = (row: EmulatedRow) => boolean;
type Comparable = string | number;

/** Operators of Microsoft's table for model-driven apps; 7 NotLike, 13 NotNull and 54 to 57 are not among them. */
const SUPPORTED = new Set([-1, 0, 1, 2, 3, 4, 5, 6, 8, 12, 14, 15, 16, 17, 18, 19, 20, 22, 23, 25, 26, 27, 28, 29, 33, 34, 37, 38, 49, 70, 75, 76, 77, 78, 79, 87]);

const compare = (left: Comparable, right: Comparable): number => (left < right ? -1 : left > right ? 1 : 0);
type Comparison = (order: number) => boolean;
const comparisons: Readonly<Partial<Record<number, Comparison>>> = {
  0: order => order === 0, 1: order => order !== 0, 2: order => order > 0, 3: order => order < 0, 4: order => order >= 0, 5: order => order <= 0,
};
/** On, OnOrBefore, OnOrAfter: by the user's calendar day. */
const dayComparisons: Readonly<Partial<Record<number, Comparison>>> = { 25: order => order === 0, 26: order => order <= 0, 27: order => order >= 0 };

/**
 * @returns the test of a filter, compiled once.
 * @throws for an operator that model-driven apps do not take, one that is not modelled, or a column that the table lacks.
 */
export function compileFilter(filter: Filter, table: TableDefinition, zone: UserZone): RowTest {
  const tests = [
    ...(filter.conditions ?? []).map(condition => compileCondition(condition, table, zone)),
    ...(filter.filters ?? []).map(child => compileFilter(child, table, zone)),
  ];
  // Control code in JavaScript may omit the operator, which means And.
  return filter.filterOperator === 1 ? row => tests.some(test => test(row)) : row => tests.every(test => test(row));
}

function compileCondition(condition: Condition, table: TableDefinition, zone: UserZone): RowTest {
  const { attributeName, conditionOperator: operator, value } = condition;
  if (!SUPPORTED.has(operator)) throw new Error(`condition operator ${operator} is not supported in model-driven apps`);
  if (condition.entityAliasName !== undefined) throw new Error("conditions on linked entities are not modelled by the emulated host");
  const { type } = columnDefinition(table, attributeName);
  const read = (row: EmulatedRow): Cell | undefined => row.cells[attributeName] ?? (attributeName === table.primaryId ? row.id : undefined);
  const blank = (row: EmulatedRow): boolean => (read(row) ?? null) === null;
  if (operator === 12) return blank;

  const instants = type === "DateAndTime.DateAndTime";
  const key = (cell: Cell | undefined): Comparable => comparable(isLookup(cell) ? cell.id : cell ?? "", instants);
  const byValue = comparisons[operator];
  const single = Array.isArray(value) ? value[0] ?? "" : value;
  if (byValue) {
    const wanted = key(normalise(single, type));
    // Not-equal selects blank cells too, as Dataverse does; no other comparison selects them.
    return row => (blank(row) ? operator === 1 : byValue(compare(key(read(row)), wanted)));
  }
  const byDay = dayComparisons[operator];
  if (byDay) return row => !blank(row) && byDay(compare(zone.day(Number(key(read(row)))), single.slice(0, 10)));
  if (operator === 6) {
    const like = likePattern(single);
    return row => !blank(row) && like.test(textOf(read(row)));
  }
  if (operator === 8) {
    const wanted = new Set((Array.isArray(value) ? value : [value]).map(item => key(normalise(item, type))));
    return row => !blank(row) && wanted.has(key(read(row)));
  }
  throw new Error(`condition operator ${operator} is not modelled by the emulated host`);
}

/** Text compares without case, numbers as numbers, instants as instants. */
function comparable(value: Cell, instant: boolean): Comparable {
  if (instant) return Date.parse(String(value));
  return typeof value === "number" ? value : typeof value === "boolean" ? Number(value) : String(value).toLowerCase();
}

/** A condition's value arrives as text whatever the column. */
function normalise(value: string, type: string): string | number {
  if (type === "OptionSet" || type === "Whole.None") return Number(value);
  if (type === "TwoOptions") return value === "true" || value === "1" ? 1 : 0;
  return type.startsWith("Lookup") ? value.replace(/[{}]/g, "") : value;
}

const textOf = (cell: Cell | undefined): string => (isLookup(cell) ? cell.name : String(cell));

/** `%` is any text, `_` any character, `[%]` the character itself. */
function likePattern(pattern: string): RegExp {
  const source = pattern.replace(/\[([%_[])\]|[^]/g, (found: string, literal?: string) => {
    if (literal === undefined && found === "%") return "[^]*";
    if (literal === undefined && found === "_") return "[^]";
    return (literal ?? found).replace(/[.*+?^${}()|[\]\\]/, "\\$&");
  });
  return new RegExp(`^${source}$`, "i");
}
