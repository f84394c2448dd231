import { fail, ok, Result } from "../../base/result";
import { TimeRange } from "./contract";
import { all, any, isOneOf, Predicate } from "./predicate";
import { openStatuses, RecordColumns } from "./recordColumns";
import { rowQuery } from "./rowQuery";
import { hasNone, placingColumns, runTimesOf, timeBefore, timeFrom, timeWithin } from "./runTimes";
import { ViewQuestion } from "./viewQuestion";

export interface WindowOptions {
  /** Whether waits are drawn: a run then also belongs to the time in which it waited to start. */
  readonly waits: boolean;
}

/**
 * Which runs belong to [F, T), as domain/span.ts places them on the axis and domain/windowMembership.ts tells them from others:
 * started within, or before and ended at F or later or still open; not started, and ended within; neither, and created within, or before
 * and still open. A run without an end that is not open is a marker at its start or creation: it belongs by that alone.
 * @returns false if no column tells a time
 */
export function windowPredicate(columns: RecordColumns, range: TimeRange, { waits }: WindowOptions): Predicate {
  const { fromMs, toMs } = range;
  const { start, end, created } = runTimesOf(columns);
  const isOpen = isOneOf(columns.byRole.get("runStatus"), openStatuses(columns));
  return any(
    all(timeBefore(start, toMs), any(timeFrom(start, fromMs), timeFrom(end, fromMs), all(hasNone(end), isOpen))),
    all(hasNone(start), timeWithin(end, range)),
    all(hasNone(start), hasNone(end), timeBefore(created, toMs), any(isOpen, timeFrom(created, fromMs))),
    waits && all(timeBefore(created, toMs), timeFrom(start, fromMs)),
  );
}

/**
 * The runs of a window, the newest first; those without a start come last (blank is the least).
 * A column that is missing is blank in every run. Fails only where none of startedon, completedon and createdon is there.
 */
export function windowQuery(question: ViewQuestion, columns: RecordColumns, range: TimeRange, options: WindowOptions): Result<Document, "noTimes"> {
  const predicate = windowPredicate(columns, range, options);
  if (predicate === false) return fail("noTimes");
  return ok(rowQuery(question, columns, predicate, { column: placingColumns(columns)[0], descending: true }));
}
