/** The emulated Dataverse: answers each question at once, from tables and stored views. Knows no clock and no DOM, so that it runs in a Worker. */
import { optionOf } from "./address";
import { instantText } from "./numberColumn";
import type { Entity, ServerError, ServerTableDefinition, StoredView } from "./contract";
import type { Database } from "./database";
import { tableFacts } from "./describe";
import { rowOfEntity } from "./entityRow";
import type { Source } from "./fetchQuery";
import { parseFetchXml } from "./fetchXml";
import { HttpCode, httpError, isServerError, privilegeError, recordMissing } from "./httpErrors";
import { pageFetch } from "./pageFetch";
import type {
  ActionQuestion, Backend, Circumstances, MetadataQuestion, PageAnswer, PageQuestion, RecordQuestion, Reply, RequestKind, Requests, RowsAnswer, RowsQuestion, TableFacts,
} from "./requests";
import { ErrorCode, serverError } from "./serverError";

/** Statuses of runs that have not ended, and the one of runs that a user has ended. */
const OPEN: ReadonlySet<unknown> = new Set([1, 2, 3, 6]);
const CANCELLED = 7;

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

  constructor(private readonly database: Database, views: readonly StoredView[]) {
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
    const { entity } = parseFetchXml(xml);
    if (entity.table !== table) throw serverError(ErrorCode.invalidArgument, `The FetchXML asks for ${entity.table}, the address for ${entitySetName}.`);
    for (const name of tablesOf(entity)) requireRead(name, circumstances);
    const { caller, nowMs } = circumstances;
    const { entities, cookie, moreRecords } = this.database.fetch({ xml, pageSize: maxPageSize, caller, nowMs });
    return { entities, cookie, moreRecords };
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
    const { entities, cookie, moreRecords, totalRecordCount = 0, totalRecordCountLimitExceeded } =
      this.database.fetch({ xml: pageFetch(view.fetchXml, question, definition), caller, nowMs, pageSize: question.size });
    return { rows: entities.map(entity => rowOfEntity(entity, definition)), cookie, moreRecords, total: totalRecordCount + Number(totalRecordCountLimitExceeded ?? false) };
  }

  /** Ends an open run as the bound action of desktop flows does: no content. */
  private action({ table: name, id, name: action }: ActionQuestion, { nowMs }: Circumstances): null {
    const table = this.database.table(name);
    if (action !== "CancelDesktopFlowRun" || table.definition.columns.statuscode === undefined) {
      throw httpError(404, HttpCode.malformedAddress, `Resource not found for the segment 'Microsoft.Dynamics.CRM.${action}'.`);
    }
    const row = table.rowOf(id);
    if (row < 0) throw recordMissing(name, id);
    if (!OPEN.has(table.row(row).cells.statuscode)) throw httpError(400, HttpCode.unexpected, "The desktop flow run has ended already.");
    const now = instantText(nowMs);
    const changes = { statuscode: CANCELLED, completedon: now, modifiedon: now };
    // An environment may lack any of them.
    table.upsert([{ id, cells: Object.fromEntries(Object.entries(changes).filter(([column]) => column in table.definition.columns)) }]);
    return null;
  }

  private tableOf(name: string): ServerTableDefinition {
    return this.database.table(name).definition;
  }
}

/** Every table that a question reads. */
function tablesOf({ table, links }: Source): readonly string[] {
  return [table, ...links.flatMap(tablesOf)];
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
