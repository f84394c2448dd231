/** Conditions on texts, choices, two options and lookups: what passes is decided once for each distinct value. */
import type { CodedColumn } from "./codedColumn";
import { equalsAny, idValue, likePattern, wholeValue } from "./conditionValue";
import { BLANK } from "./dictionary";
import type { Condition } from "./fetchQuery";
import { comparisons, isComparison, isNegated, unfit } from "./operatorKinds";
import type { RowTest } from "./rowTest";

type ValueTest = (value: unknown, text: string) => boolean;

/** @throws ServerError for a value that the column cannot hold or an operator that its type does not know. */
export function codedTest(column: CodedColumn, condition: Condition): RowTest {
  const passing = column.dictionary.matching(valueTest(column, condition));
  if (condition.operator === "ne") passing[BLANK] = 1;
  const { codes } = column;
  return (from, to, mask) => {
    for (let row = from; row < to; row++) mask[row - from] = passing[codes[row]];
  };
}

function valueTest({ definition }: CodedColumn, condition: Condition): ValueTest {
  const { type } = definition;
  const { operator, attribute, values } = condition;
  const isLookup = type.startsWith("Lookup");
  const isText = type === "SingleLine.Text" || type === "Multiple";
  if ((operator === "like" || operator === "not-like") && (isText || isLookup)) {
    const pattern = likePattern(values[0] ?? "");
    return (_, text) => pattern.test(text) !== isNegated(operator);
  }
  if (isComparison(operator)) {
    const isWanted = isLookup ? isLookupTo(values, attribute) : equalsAny(definition, values, attribute);
    return value => isWanted(value) !== isNegated(operator);
  }
  if (isText) return textOrder(condition);
  if (type === "OptionSet") return numberOrder(condition);
  throw unfit(condition);
}

function isLookupTo(values: readonly string[], attribute: string): (value: unknown) => boolean {
  for (const value of values) idValue(value, attribute);
  const wanted = new Set(values.map(value => value.replace(/[{}\s]/g, "").toLowerCase()));
  return value => typeof value === "object" && value !== null && "id" in value && wanted.has(String(value.id));
}

function textOrder(condition: Condition): ValueTest {
  const test = comparisons[condition.operator];
  if (!test) throw unfit(condition);
  const bound = (condition.values[0] ?? "").toLowerCase();
  return value => {
    const text = String(value).toLowerCase();
    return test(text < bound ? -1 : Number(text > bound));
  };
}

function numberOrder(condition: Condition): ValueTest {
  const { operator, attribute } = condition;
  const [low = 0, high = 0] = condition.values.map(value => wholeValue(value, attribute));
  const test = comparisons[operator];
  if (test) return value => test(Number(value) - low);
  if (operator !== "between" && operator !== "not-between") throw unfit(condition);
  return value => (Number(value) >= low && Number(value) <= high) !== isNegated(operator);
}
