import { parseTime } from "../../domain/parseTime";

type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** The host counts no further than Dataverse does in one answer (host facts 2, totalResultCount). */
const COUNT_CAP = 5000;
/** Dataverse counts no further in an aggregate. */
const AGGREGATE_CAP = 50_000;

const DESCENDING = 1;
const SECOND_MS = 1000;

/** The rows at the top of a list that is ordered by a time, the latest first: all that are later than its last row. */
export interface ListHead {
  readonly column: string;
  /** They are at this time or later, in epoch ms. */
  readonly fromMs: number;
  readonly rows: number;
}

/** What the list tells about the question that it answers, whose hidden parts the host does not show. */
export interface ListFacts {
  /** Rows that match, null where the host has not counted them. */
  readonly total: number | null;
  /** `total` or more. */
  readonly isCapped: boolean;
  /** Null where the order tells nothing. */
  readonly head: ListHead | null;
  readonly ids: readonly string[];
  /** What a row has in a column; undefined if the list does not have the column. */
  readonly value: (id: string, column: string) => unknown;
}

export function listFactsOf(dataset: DataSet): ListFacts {
  const { paging, sortedRecordIds: ids, records } = dataset;
  const columns = new Set(dataset.columns.map(({ name }) => name));
  const counted = paging.totalResultCount >= ids.length && paging.totalResultCount > 0 ? paging.totalResultCount : null;
  const total = paging.hasNextPage ? counted : ids.length;
  const value = (id: string, column: string): unknown => (columns.has(column) ? valueOf(records, id, column) : undefined);
  return { total, isCapped: paging.hasNextPage && total === COUNT_CAP, head: headOf(dataset, value), ids, value };
}

function headOf({ sorting, sortedRecordIds }: DataSet, value: ListFacts["value"]): ListHead | null {
  // Some hosts have no sorting, whatever the typings say (host facts 5.1).
  const first = (sorting as DataSet["sorting"] | undefined)?.[0];
  if (first === undefined || sortedRecordIds.length === 0 || Number(first.sortDirection) !== DESCENDING) return null;
  const times = sortedRecordIds.map((id) => {
    const cell = value(id, first.name);
    const time = typeof cell === "number" ? null : parseTime(cell);
    return time?.ok === true && time.value !== null ? time.value : NaN;
  });
  const last = times[times.length - 1];
  // A number or a text is no time, and blank cells come last.
  if (times.some((time) => !(time >= last))) return null;
  return { column: first.name, fromMs: last + SECOND_MS, rows: times.filter((time) => time > last).length };
}

function valueOf(records: DataSet["records"], id: string, column: string): unknown {
  try {
    return records[id]?.getValue(column);
  } catch {
    return undefined;
  }
}

/** Whether the counts alone can tell another question from the list's. */
export const isCounted = ({ total, isCapped }: ListFacts): boolean => total !== null && !isCapped;

/**
 * Whether a question counts as many rows as the list, as far as both count. A list that is not counted proves nothing against it.
 * @param counted rows, or "tooMany": more than the server counts
 */
export function isSameCount({ total, isCapped }: ListFacts, counted: number | "tooMany"): boolean {
  if (total === null) return true;
  if (counted === "tooMany") return isCapped || total >= AGGREGATE_CAP;
  return isCapped ? counted >= total : counted === total;
}
