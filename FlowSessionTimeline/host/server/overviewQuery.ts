import { fail, ok, Result } from "../../base/result";
import { TimeRange } from "./contract";
import { addAggregate, beginAggregate, beginCount } from "./countQuery";
import { append } from "./fetchXml";
import { all, isBefore, isBlank, isFrom, isSet, Predicate } from "./predicate";
import { RecordColumns } from "./recordColumns";
import { rowQuery } from "./rowQuery";
import { placingColumns } from "./runTimes";
import { ViewQuestion } from "./viewQuestion";

/** The names under which an answer carries a group's day, in UTC, and its status. A blank group has no key at all. */
export const GROUP = { year: "fst_year", month: "fst_month", day: "fst_day", status: "fst_status" } as const;

/**
 * How many runs of which status there are on each day of a range (whole seconds; a day is one of UTC). Each run is in one of the
 * questions, by the time at which it is placed: by its start; of those without one by their end; of those without both by their creation.
 * The groups come in order, so that their pages fit together. Fails where no column tells a time.
 */
export function overviewQueries(question: ViewQuestion, columns: RecordColumns, { fromMs, toMs }: TimeRange): Result<readonly Document[], "noTimes"> {
  const placing = placingColumns(columns);
  if (placing.length === 0) return fail("noTimes");
  const status = columns.byRole.get("runStatus");
  return ok(placing.map((column, at) => {
    const isPlaced = all(blankBefore(placing, at), isFrom(column, fromMs), isBefore(column, toMs));
    const { document, entity } = beginCount(question, isPlaced);
    for (const unit of ["year", "month", "day"] as const) {
      addAggregate(entity, { name: column, alias: GROUP[unit], groupby: "true", dategrouping: unit, usertimezone: "false" });
    }
    if (status !== undefined) addAggregate(entity, { name: status, alias: GROUP.status, groupby: "true" });
    for (const alias of Object.values(GROUP)) if (alias !== GROUP.status || status !== undefined) append(entity, "order", { alias });
    return document;
  }));
}

/** The names under which an answer carries the first and the last time of a column. */
export const extentNames = (column: string): { readonly first: string; readonly last: string } => ({ first: `fst_first_${column}`, last: `fst_last_${column}` });

/** The first and the last time of each column that places runs, in one aggregate: for tables of up to 50,000 rows. Fails as above. */
export function extentQuery(question: ViewQuestion, columns: RecordColumns): Result<Document, "noTimes"> {
  const placing = placingColumns(columns);
  if (placing.length === 0) return fail("noTimes");
  const { document, entity } = beginAggregate(question, true);
  for (const column of placing) {
    const { first, last } = extentNames(column);
    addAggregate(entity, { name: column, alias: first, aggregate: "min" });
    addAggregate(entity, { name: column, alias: last, aggregate: "max" });
  }
  return ok(document);
}

/** The run that is placed first or last by each such column: for tables that are too large to aggregate. Only the first row is of use. */
export function edgeQueries(question: ViewQuestion, columns: RecordColumns, side: "first" | "last"): readonly Document[] {
  const placing = placingColumns(columns);
  return placing.map((column, at) => rowQuery(question, columns, all(blankBefore(placing, at), isSet(column)), { column, descending: side === "last" }));
}

/** Whether a run has no time that would place it before this column does. */
const blankBefore = (placing: readonly string[], at: number): Predicate => all(...placing.slice(0, at).map(isBlank));
