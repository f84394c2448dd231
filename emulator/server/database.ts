/** The emulated Dataverse's tables, and its answers to FetchXML. */
import { aggregate } from "./aggregate";
import { type Asker, Askers } from "./asker";
import { ServerTable } from "./columnTable";
import type { FetchAnswer, FetchQuestion, ServerTableDefinition } from "./contract";
import { entityWriter } from "./entity";
import { FirstOf } from "./firstOf";
import type { FetchQuery } from "./fetchQuery";
import { MAX_PAGE, MAX_ROWS, parseFetchXml } from "./fetchXml";
import { Joins, type Tuple } from "./joins";
import { comparator, orderKeys, type OrderKey } from "./order";
import { readCookie, writeCookie } from "./pagingCookie";
import { ErrorCode, serverError } from "./serverError";

export class Database {
  private readonly tables = new Map<string, ServerTable>();
  private readonly askers = new Askers();

  /** @returns the new table, empty. @throws Error if there is one of that name. */
  add(definition: ServerTableDefinition): ServerTable {
    if (this.tables.has(definition.logicalName)) throw new Error(`there is a table ${definition.logicalName} already`);
    const table = new ServerTable(definition);
    this.tables.set(definition.logicalName, table);
    return table;
  }

  has(name: string): boolean {
    return this.tables.has(name);
  }

  /** @throws ServerError if there is no such table. */
  table(name: string): ServerTable {
    const table = this.tables.get(name);
    if (!table) throw serverError(ErrorCode.noEntity, `The entity with a name = '${name}' with namemapping = 'Logical' was not found in the MetadataCache.`);
    return table;
  }

  /** @throws ServerError, a plain object, for whatever Dataverse would refuse. */
  fetch({ xml, caller, nowMs, pageSize }: FetchQuestion): FetchAnswer {
    const query = parseFetchXml(xml);
    const asker = this.askers.of(caller, nowMs);
    const joins = new Joins(query.entity, name => this.table(name), asker);
    const size = Math.min(query.count ?? MAX_PAGE, pageSize, MAX_PAGE);
    return query.aggregate ? aggregatePage(joins, query, asker, size) : rowPage(joins, query, asker, size);
  }
}

/** Groups are paged by number: an aggregate has no cookie. */
function aggregatePage(joins: Joins, query: FetchQuery, asker: Asker, size: number): FetchAnswer {
  const entities = aggregate(joins, query, asker);
  const most = Math.min(query.top ?? entities.length, entities.length);
  const start = (query.page - 1) * size;
  return { entities: entities.slice(start, Math.min(start + size, most)), cookie: null, moreRecords: start + size < most && query.top === null };
}

function rowPage(joins: Joins, query: FetchQuery, asker: Asker, size: number): FetchAnswer {
  const write = entityWriter(joins.sources, asker.format);
  const keys = orderKeys(joins.sources);
  const pageable = isPageable(joins);
  const limit = query.top === null ? size : Math.min(query.top, size);
  const { found, total } = pick(joins, query, keys, pageable, limit);
  const more = found.length > limit && query.top === null;
  const page = found.slice(0, limit);
  return { entities: page.map(write), cookie: more && pageable ? cookieAfter(keys, query.page, page) : null, moreRecords: more, ...totalOf(query, total) };
}

/** A cookie can tell where a page ended only by columns of the root, and only if a row of it comes once. */
const isPageable = (joins: Joins): boolean => !joins.multiplies && joins.sources.every(({ node, alias }) => alias === null || node.orders.length === 0);

interface Picked {
  /** In order; one more than the page holds if there are more. */
  readonly found: readonly Tuple[];
  readonly total: number;
}

function pick(joins: Joins, query: FetchQuery, keys: readonly OrderKey[], pageable: boolean, size: number): Picked {
  const { cookie, page } = query;
  if (cookie !== null && !pageable) throw serverError(ErrorCode.badPagingCookie, "This query does not support a paging cookie.");
  const skipped = cookie === null ? (page - 1) * size : 0;
  if (skipped > 0 && skipped + size > MAX_ROWS) throw serverError(ErrorCode.badPagingCookie, "Paging cookie is required when trying to retrieve a set of records on any high pages.");
  const after = cookie === null ? null : readCookie(cookie, ownKeys(keys), page);
  const width = joins.sources.length;
  const first = new FirstOf(skipped + size + 1, width, comparator(keys, width));
  let total = 0;
  joins.forEach(tuple => {
    total++;
    if (after === null || after(tuple[0] ?? 0) > 0) first.add(tuple);
    return true;
    // Tables grow with time: the newest rows lie last, and found early they spare the others.
  }, keys[0]?.descending);
  return { found: first.inOrder().slice(skipped), total };
}

/** Dataverse counts 5,000 at most. */
function totalOf({ countTotal }: FetchQuery, total: number): Pick<FetchAnswer, "totalRecordCount" | "totalRecordCountLimitExceeded"> {
  return countTotal ? { totalRecordCount: Math.min(total, MAX_PAGE), totalRecordCountLimitExceeded: total > MAX_PAGE } : {};
}

const ownKeys = (keys: readonly OrderKey[]): readonly OrderKey[] => keys.filter(({ source }) => source === 0);

function cookieAfter(keys: readonly OrderKey[], page: number, rows: readonly Tuple[]): string {
  return writeCookie(ownKeys(keys), page, rows[0]?.[0] ?? 0, rows[rows.length - 1]?.[0] ?? 0);
}
