/** The emulated Dataverse: answers each question at once, from tables and stored views. Knows no clock and no DOM, so that it runs in a Worker. */
import type { EmulatedRow } from "../contract";
import { optionOf } from "./address";
import { tableFacts } from "./describe";
import { rowOfEntity } from "./entityRow";
import type { Entity, FetchAnswer, FetchQuestion, ServerError, ServerTableDefinition, StoredView } from "./contract";
import { HttpCode, httpError, isServerError, privilegeError, recordMissing } from "./httpErrors";
import { countFetch, pageFetch } from "./pageFetch";
import type {
  ActionQuestion, Backend, Circumstances, MetadataQuestion, PageAnswer, PageQuestion, RecordQuestion, Reply, RequestKind, Requests, RowsAnswer, RowsQuestion, TableFacts,
} from "./requests";
import { ErrorCode, serverError } from "./serverError";

/** Rows of a page at most. */
const LARGEST_PAGE = 5000;
/** What a count says that met the limit of aggregates: more than this many rows. */
const COUNT_LIMIT = 50_000;

/** What it needs of its tables; `Database` has it. */
export interface TableStore {
  table(name: string): { readonly definition: ServerTableDefinition; upsert(rows: readonly EmulatedRow[]): void } | undefined;
  /** @throws ServerError */
  fetch(question: FetchQuestion): FetchAnswer;
}

type Answers = { readonly [K in RequestKind]: (question: Requests[K]["question"], circumstances: Circumstances) => Requests[K]["answer"] };

export class Dataverse implements Backend {
  private readonly views: ReadonlyMap<string, StoredView>;
  private readonly answers: Answers = {
    record: (question, circumstances) => this.record(question, circumstances),
    rows: (question, circumstances) => this.rows(question, circumstances),
    metadata: question => this.metadata(question),
    page: (question, circumstances) => this.page(question, circumstances),
    action: (question, circumstances) => this.action(question, circumstances),
  };

  constructor(private readonly store: TableStore, views: readonly StoredView[]) {
    this.views = new Map(views.map(view => [view.id, view]));
  }

  async ask<K extends RequestKind>(kind: K, question: Requests[K]["question"], circumstances: Circumstances): Promise<Reply<Requests[K]["answer"]>> {
    try {
      const value = this.answers[kind](question, circumstances);
      return { ok: true, value, rows: rowsOf(value), bytes: utf8Length(JSON.stringify(value)) };
    } catch (error) {
      // Anything else is a mistake of the emulator.
      if (!isServerError(error)) throw error;
      return { ok: false, error: asHttp(error) };
    }
  }

  /** Stored views only: the host has no other use for single records. */
  private record({ table, id, options }: RecordQuestion, circumstances: Circumstances): Entity {
    if (table !== "savedquery" && table !== "userquery") throw httpError(501, HttpCode.unexpected, `retrieveRecord of ${table} is not modelled by the emulated Dataverse`);
    requireRead(table, circumstances);
    const view = this.views.get(id);
    if (view?.kind !== table) throw recordMissing(table, id);
    const columns: Entity = { [`${table}id`]: view.id, name: view.name, fetchxml: view.fetchXml, layoutxml: view.layoutXml, returnedtypecode: view.table };
    const asked = optionOf(`${table === "savedquery" ? "savedqueries" : "userqueries"}(${id})`, options, "$select").split(",");
    const unknown = asked.find(name => !(name in columns));
    if (unknown !== undefined) throw httpError(400, HttpCode.malformedAddress, `Could not find a property named '${unknown}' on type 'Microsoft.Dynamics.CRM.${table}'.`);
    return Object.fromEntries([...new Set([...asked, `${table}id`])].map(name => [name, columns[name]]));
  }

  private rows({ table, options, maxPageSize }: RowsQuestion, circumstances: Circumstances): RowsAnswer {
    const { entitySetName } = this.tableOf(table);
    const xml = optionOf(entitySetName, options, "fetchXml");
    const asked = /<entity\b[^>]*\sname=["']([^"']*)["']/.exec(xml)?.[1];
    if (asked !== undefined && asked !== table) throw serverError(ErrorCode.invalidArgument, `The FetchXML asks for ${asked}, the address for ${entitySetName}.`);
    for (const link of xml.matchAll(/<link-entity\b[^>]*\sname=["']([^"']*)["']/g)) requireRead(link[1] ?? "", circumstances);
    requireRead(table, circumstances);
    return this.store.fetch({ xml, pageSize: Math.min(maxPageSize, LARGEST_PAGE), caller: circumstances.caller, nowMs: circumstances.nowMs });
  }

  private metadata({ table, columns }: MetadataQuestion): TableFacts {
    return tableFacts(this.tableOf(table), columns);
  }

  private page(question: PageQuestion, circumstances: Circumstances): PageAnswer {
    const { caller, nowMs } = circumstances;
    const definition = this.tableOf(question.table);
    requireRead(question.table, circumstances);
    const view = this.views.get(question.viewId);
    if (!view) throw recordMissing("savedquery", question.viewId);
    const { entities, cookie } = this.store.fetch({ xml: pageFetch(view.fetchXml, question, definition), caller, nowMs, pageSize: question.size });
    const total = question.page > 1 ? null : this.count(countFetch(view.fetchXml, question, definition), circumstances);
    return { rows: entities.map(entity => rowOfEntity(entity, definition)), cookie, total };
  }

  private count(xml: string, { caller, nowMs }: Circumstances): number {
    try {
      const [row] = this.store.fetch({ xml, caller, nowMs, pageSize: LARGEST_PAGE }).entities;
      return Number(row?.n ?? 0);
    } catch (error) {
      if (isServerError(error) && error.errorCode === ErrorCode.aggregateLimit) return COUNT_LIMIT + 1;
      throw error;
    }
  }

  /** Ends an open run as the bound action of desktop flows does: no content. */
  private action({ table, id, name }: ActionQuestion, { nowMs }: Circumstances): null {
    const target = this.store.table(table);
    if (!target || name !== "CancelDesktopFlowRun") throw httpError(404, HttpCode.malformedAddress, `Resource not found for the segment 'Microsoft.Dynamics.CRM.${name}'.`);
    target.upsert([{ id, cells: { statuscode: 7, completedon: `${new Date(nowMs).toISOString().slice(0, 19)}Z`, modifiedon: `${new Date(nowMs).toISOString().slice(0, 19)}Z` } }]);
    return null;
  }

  private tableOf(name: string): ServerTableDefinition {
    const table = this.store.table(name);
    if (!table) throw serverError(ErrorCode.noEntity, `The entity with a name = '${name}' with namemapping = 'Logical' was not found in the MetadataCache.`);
    return table.definition;
  }
}

function requireRead(table: string, { unreadable, caller }: Circumstances): void {
  if (unreadable.includes(table)) throw privilegeError(table, "Read", caller.userId);
}

/** Errors of the database have a code and a text; over HTTP they are answers with the status 400. */
const asHttp = (error: ServerError): ServerError => (error.httpStatus === undefined ? httpError(400, error.errorCode, error.message) : error);

function rowsOf(value: Requests[RequestKind]["answer"]): number {
  if (value === null) return 0;
  const rows: unknown = "entities" in value ? value.entities : "rows" in value ? value.rows : [];
  return Array.isArray(rows) ? rows.length : 0;
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Two units of a surrogate pair are four bytes.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
