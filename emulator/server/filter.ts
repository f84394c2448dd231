/** A fetch's filters as one test of rows. */
import type { Asker } from "./asker";
import type { ServerTable } from "./columnTable";
import { conditionTest } from "./condition";
import type { Filter } from "./fetchQuery";
import { allOf, anyOf, type RowTest } from "./rowTest";

/** @returns the test of every filter. @throws ServerError for a column or a value that does not fit. */
export function filterTest(table: ServerTable, filters: readonly Filter[], asker: Asker): RowTest {
  return allOf(filters.map(filter => oneFilter(table, filter, asker)));
}

function oneFilter(table: ServerTable, { type, conditions, filters }: Filter, asker: Asker): RowTest {
  const parts = [...conditions.map(condition => conditionTest(table, condition, asker)), ...filters.map(filter => oneFilter(table, filter, asker))];
  return type === "or" ? anyOf(parts) : allOf(parts);
}
