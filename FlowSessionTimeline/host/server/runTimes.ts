import { Role } from "../../domain/role";
import { TimeRange } from "./contract";
import { all, any, Column, isBefore, isBlank, isFrom, Predicate } from "./predicate";
import { RecordColumns } from "./recordColumns";

/** One time of a run: that of the first of these columns which is not blank. */
export type TimeColumns = readonly Column[];

/** The times of a run as CellReader reads them. */
export interface RunTimeColumns {
  readonly start: TimeColumns;
  readonly end: TimeColumns;
  readonly created: TimeColumns;
}

export function runTimesOf({ byRole }: RecordColumns): RunTimeColumns {
  const columns = (...roles: readonly Role[]): TimeColumns => roles.map((role) => byRole.get(role));
  return { start: columns("startedOn", "executedOn"), end: columns("completedOn", "canceledOn"), created: columns("createdOn") };
}

/** The columns that there are, in the order in which a run is placed on the axis: by its start, else its end, else its creation. */
export function placingColumns(columns: RecordColumns): readonly string[] {
  const { start, end, created } = runTimesOf(columns);
  return [...start, ...end, ...created].filter((column) => column !== undefined);
}

export const hasNone = (time: TimeColumns): Predicate => all(...time.map(isBlank));
/** @param ms epoch ms, itself not in the range */
export const timeBefore = (time: TimeColumns, ms: number): Predicate => timeFits(time, (column) => isBefore(column, ms));
/** @param ms epoch ms, itself in the range */
export const timeFrom = (time: TimeColumns, ms: number): Predicate => timeFits(time, (column) => isFrom(column, ms));
export const timeWithin = (time: TimeColumns, { fromMs, toMs }: TimeRange): Predicate =>
  timeFits(time, (column) => all(isFrom(column, fromMs), isBefore(column, toMs)));

function timeFits(time: TimeColumns, fits: (column: Column) => Predicate): Predicate {
  return time.reduceRight<Predicate>((rest, column) => any(fits(column), all(isBlank(column), rest)), false);
}
