type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** The host counts no further than Dataverse does in one answer (host facts 2, totalResultCount). */
const COUNT_CAP = 5000;
/** Dataverse counts no further in an aggregate. */
const AGGREGATE_CAP = 50_000;

/** What the list tells about the question that it answers, whose hidden parts the host does not show. */
export interface ListFacts {
  /** Rows that match, null where the host has not counted them. */
  readonly total: number | null;
  /** `total` or more. */
  readonly isCapped: boolean;
  readonly ids: readonly string[];
  /** What a row has in a column; undefined if the list does not have the column. */
  readonly value: (id: string, column: string) => unknown;
}

export function listFactsOf(dataset: DataSet): ListFacts {
  const { paging, sortedRecordIds: ids, records } = dataset;
  const columns = new Set(dataset.columns.map(({ name }) => name));
  const counted = paging.totalResultCount >= ids.length && paging.totalResultCount > 0 ? paging.totalResultCount : null;
  const total = paging.hasNextPage ? counted : ids.length;
  return { total, isCapped: paging.hasNextPage && total === COUNT_CAP, ids, value: (id, column) => (columns.has(column) ? valueOf(records, id, column) : undefined) };
}

function valueOf(records: DataSet["records"], id: string, column: string): unknown {
  try {
    return records[id]?.getValue(column);
  } catch {
    return undefined;
  }
}

/**
 * Whether a question counts as many rows as the list, as far as both count. A list that is not counted proves nothing against it.
 * @param counted rows, or "tooMany": more than the server counts
 */
export function isSameCount({ total, isCapped }: ListFacts, counted: number | "tooMany"): boolean {
  if (total === null) return true;
  if (counted === "tooMany") return isCapped || total >= AGGREGATE_CAP;
  return isCapped ? counted >= total : counted === total;
}
