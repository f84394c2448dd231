/** The test of one condition. A blank cell passes null and ne only. */
import type { Asker } from "./asker";
import { CodedColumn } from "./codedColumn";
import type { Column } from "./column";
import { NumberColumn } from "./numberColumn";
import { ReferenceColumn } from "./referenceColumn";
import { codedTest } from "./codedCondition";
import type { ServerTable } from "./columnTable";
import { BLANK } from "./dictionary";
import { idValue } from "./conditionValue";
import type { Condition } from "./fetchQuery";
import { numberTest } from "./numberCondition";
import { isComparison, isNegated, unfit } from "./operatorKinds";
import { allOf, eachRow, type RowTest } from "./rowTest";

/** @throws ServerError for a column that the table lacks, a value that the column cannot hold or an operator that its type does not know. */
export function conditionTest(table: ServerTable, condition: Condition, asker: Asker): RowTest {
  const column = table.column(condition.attribute);
  const { operator } = condition;
  if (operator === "null" || operator === "not-null") return blankTest(column, operator === "null");
  const own = ownIds(condition, asker);
  if (own && !holdsIds(column)) throw unfit(condition);
  return valueTest(table, column, own ?? condition, asker);
}

function blankTest(column: Column | null, wanted: boolean): RowTest {
  if (column === null) return eachRow(() => !wanted);
  if (column instanceof ReferenceColumn) return eachRow(row => column.isNull(row) === wanted);
  const [blank, filled] = wanted ? [1, 0] : [0, 1];
  if (column instanceof NumberColumn) {
    const { values } = column;
    return (from, to, mask) => { for (let row = from; row < to; row++) mask[row - from] = Number.isNaN(values[row]) ? blank : filled; };
  }
  const { codes } = column;
  return (from, to, mask) => { for (let row = from; row < to; row++) mask[row - from] = codes[row] === BLANK ? blank : filled; };
}

function valueTest(table: ServerTable, column: Column | null, condition: Condition, asker: Asker): RowTest {
  if (column === null) return primaryTest(table, condition);
  if (column instanceof NumberColumn) return numberTest(column, condition, asker);
  if (column instanceof CodedColumn) return codedTest(column, condition);
  return isComparison(condition.operator) ? referenceTest(column, condition) : referenceNameTest(column, condition);
}

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

const holdsIds = (column: Column | null): boolean =>
  column === null || column instanceof ReferenceColumn || column.definition.type.startsWith("Lookup");

function primaryTest(table: ServerTable, condition: Condition): RowTest {
  if (!isComparison(condition.operator)) throw unfit(condition);
  const rows = new Set(condition.values.map(value => table.rowOfWords(idValue(value, condition.attribute))));
  const negated = isNegated(condition.operator);
  return eachRow(row => rows.has(row) !== negated);
}

function referenceTest({ ids }: ReferenceColumn, { attribute, operator, values }: Condition): RowTest {
  const isWanted = ids.oneOf(values.map(value => idValue(value, attribute)));
  if (!isNegated(operator)) return eachRow(row => isWanted(row) && !ids.isEmpty(row));
  return eachRow(row => (ids.isEmpty(row) ? operator === "ne" : !isWanted(row)));
}

/** What is no comparison with ids looks at the name. */
function referenceNameTest(column: ReferenceColumn, condition: Condition): RowTest {
  if (condition.operator !== "like" && condition.operator !== "not-like") throw unfit(condition);
  const test = codedTest(column.names, condition);
  return allOf([test, eachRow(row => !column.isNull(row))]);
}
