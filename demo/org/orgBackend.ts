/** A real Dataverse behind the emulated host: its questions become requests that only read. */
import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import type { Backend, Requests, RequestKind, TableDefinition } from "../../emulator";
import { optionOf } from "../../emulator/server/address";
import { rowOfEntity } from "../../emulator/server/entityRow";
import { HttpCode, httpError, isServerError, recordMissing } from "../../emulator/server/httpErrors";
import { pageFetch } from "../../emulator/server/pageFetch";
import { recordsIn, textIn, type Json, type OrgAnswer, type OrgClient } from "./client";
import { ENTITY_SET, rowsQuestion, TABLE, viewQuestion, viewSets, type ViewKind } from "./questions";
import type { OrgTable } from "./tableReader";
import { withoutLinkedColumns, type OrgView } from "./viewReader";

const COOKIE = "@Microsoft.Dynamics.CRM.fetchxmlpagingcookie";
const MORE = "@Microsoft.Dynamics.CRM.morerecords";
const TOTAL = "@Microsoft.Dynamics.CRM.totalrecordcount";
const TOTAL_EXCEEDED = "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded";

/** An answer as the host hands it on, and the bytes of the real one. */
interface Answered<K extends RequestKind> { readonly value: Requests[K]["answer"]; readonly rows: number; readonly bytes: number }
type Answers = { readonly [K in RequestKind]: (question: Requests[K]["question"]) => Promise<Answered<K>> };

/** @param table and @param views as they were read when the page was opened. */
export function orgBackend(client: OrgClient, table: OrgTable, views: readonly OrgView[]): Backend {
  const answers: Answers = {
    record: async ({ table: kind, id, options }) => {
      if (!isViewKind(kind)) throw httpError(501, HttpCode.unexpected, `The demo reads no record of ${kind}.`);
      const columns = optionOf(`${viewSets[kind]}(${id})`, options, "$select").split(",");
      const { json, bytes } = await client.get(viewQuestion(kind, id, columns));
      return { value: json, rows: 0, bytes };
    },
    rows: async ({ table: name, options, maxPageSize }) => {
      if (name !== TABLE) throw httpError(501, HttpCode.unexpected, `The demo reads no rows of ${name}.`);
      const answer = await client.get(rowsQuestion(atMost(optionOf(ENTITY_SET, options, "fetchXml"), maxPageSize)));
      const page = pageOf(answer);
      return { value: { entities: page.entities, cookie: page.cookie, moreRecords: page.moreRecords }, rows: page.entities.length, bytes: answer.bytes };
    },
    metadata: ({ columns }) => {
      const value = { ...table.facts, columns: table.facts.columns.filter(({ name }) => columns === null || columns.includes(name)) };
      return Promise.resolve({ value, rows: 0, bytes: 0 });
    },
    page: async question => {
      const stored = views.find(({ view }) => view.id === question.viewId);
      if (!stored) throw recordMissing("savedquery", question.viewId);
      const searched = question.quickFind === "" ? table.definition : withoutLookups(table.definition);
      const answer = await client.get(rowsQuestion(withoutLinkedColumns(pageFetch(stored.fetchXml, question, searched))));
      const { entities, cookie, moreRecords, total } = pageOf(answer);
      return { value: { rows: entities.map(entity => rowOfEntity(entity, table.definition)), cookie, moreRecords, total }, rows: entities.length, bytes: answer.bytes };
    },
    action: ({ name }) => Promise.reject(httpError(403, HttpCode.privilegeMissing, `The demo only reads: ${name} is not called.`)),
  };
  return {
    ask: async (kind, question) => {
      try {
        return { ok: true, ...await answers[kind](question) };
      } catch (error) {
        if (!isServerError(error)) throw error;
        return { ok: false, error };
      }
    },
  };
}

const isViewKind = (table: string): table is ViewKind => table in viewSets;

/** The local server takes one page size, that of the FetchXML. */
function atMost(fetchXml: string, rows: number): string {
  const document = new DOMParser().parseFromString(fetchXml, "text/xml");
  const fetch = document.documentElement;
  const count = Number(fetch?.getAttribute("count") ?? NaN);
  if (!fetch || count <= rows || fetch.getAttribute("aggregate") === "true") return fetchXml;
  fetch.setAttribute("count", String(rows));
  return new XMLSerializer().serializeToString(document);
}

function pageOf({ json }: OrgAnswer): { readonly entities: readonly Json[]; readonly cookie: string | null; readonly moreRecords: boolean; readonly total: number } {
  const counted = json[TOTAL];
  const total = typeof counted === "number" ? Math.max(0, counted) + Number(json[TOTAL_EXCEEDED] === true) : 0;
  return { entities: recordsIn(json.value), cookie: textIn(json[COOKIE]) || null, moreRecords: json[MORE] === true, total };
}

/** The search of a real grid finds the names of lookups; FetchXML from outside finds texts only. */
function withoutLookups(table: TableDefinition): TableDefinition {
  const hidden = Object.entries(table.columns).map(([name, column]) => [name, column.type.startsWith("Lookup") ? { ...column, type: "Whole.None" } : column] as const);
  return { ...table, columns: Object.fromEntries(hidden) as TableDefinition["columns"] };
}
