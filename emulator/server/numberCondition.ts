/** Conditions on instants and numbers: nearly every one is a range, or what is outside it. */
import type { Asker } from "./asker";
import type { NumberColumn } from "./numberColumn";
import { instantValue, wholeValue } from "./conditionValue";
import type { Condition, Operator } from "./fetchQuery";
import { isNegated, unfit } from "./operatorKinds";
import { dayRange, type InstantRange, relativeRange } from "./relativeDates";
import type { RowTest } from "./rowTest";
import { wallOf } from "./zoneRules";

/** @throws ServerError for a value that the column cannot hold or an operator that its type does not know. */
export function numberTest(column: NumberColumn, condition: Condition, asker: Asker): RowTest {
  const { operator } = condition;
  if (operator === "in" || operator === "not-in") return listTest(column, condition, asker);
  const { from: low, to: high } = rangeOf(column, condition, asker);
  const { values } = column;
  if (isNegated(operator)) return outside(values, low, high, operator === "ne" ? 1 : 0);
  return (from, to, mask) => {
    // A blank cell is NaN, and in no range.
    for (let row = from; row < to; row++) mask[row - from] = values[row] >= low && values[row] < high ? 1 : 0;
  };
}

function outside(values: Float64Array, low: number, high: number, blank: 0 | 1): RowTest {
  return (from, to, mask) => {
    for (let row = from; row < to; row++) {
      const value = values[row];
      mask[row - from] = Number.isNaN(value) ? blank : value >= low && value < high ? 0 : 1;
    }
  };
}

function listTest(column: NumberColumn, { attribute, operator, values: texts }: Condition, asker: Asker): RowTest {
  const wanted = new Set(texts.map(text => valueOf(column, text, attribute, asker)));
  const { values } = column;
  const negated = isNegated(operator);
  return (from, to, mask) => {
    for (let row = from; row < to; row++) mask[row - from] = !Number.isNaN(values[row]) && wanted.has(values[row]) !== negated ? 1 : 0;
  };
}

const valueOf = (column: NumberColumn, text: string, attribute: string, { zone }: Asker): number =>
  column.isInstant ? instantValue(text, zone) : wholeValue(text, attribute);

/** Instants are whole milliseconds and numbers whole: up to a value is below the next. */
function rangeOf(column: NumberColumn, condition: Condition, asker: Asker): InstantRange {
  const { attribute, operator, values } = condition;
  if (column.isInstant) {
    const ofTime = relativeRange(operator, Number(values[0]), asker.now, asker.zone) ?? dayComparison(condition, asker);
    if (ofTime) return ofTime;
  }
  const range = ranges[operator];
  if (!range) throw unfit(condition);
  const [low = 0, high = 0] = values.map(value => valueOf(column, value, attribute, asker));
  return range(low, high);
}

const ranges: Readonly<Partial<Record<Operator, (low: number, high: number) => InstantRange>>> = {
  "eq": low => ({ from: low, to: low + 1 }),
  "ne": low => ({ from: low, to: low + 1 }),
  "gt": low => ({ from: low + 1, to: Infinity }),
  "ge": low => ({ from: low, to: Infinity }),
  "lt": low => ({ from: -Infinity, to: low }),
  "le": low => ({ from: -Infinity, to: low + 1 }),
  "between": (low, high) => ({ from: low, to: high + 1 }),
  "not-between": (low, high) => ({ from: low, to: high + 1 }),
};

/** By the caller's calendar day. */
function dayComparison({ operator, values }: Condition, { zone }: Asker): InstantRange | null {
  if (operator !== "on" && operator !== "on-or-after" && operator !== "on-or-before") return null;
  const { from, to } = dayRange(zone, wallOf(zone, instantValue(values[0] ?? "", zone)));
  return { from: operator === "on-or-before" ? -Infinity : from, to: operator === "on-or-after" ? Infinity : to };
}
