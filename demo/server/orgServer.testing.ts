/** A Dataverse Web API v9.2 over HTTP on the emulated database: answers as the real one writes them, for tests of what asks it. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { Database, Dataverse, type EmulatedRow, type ServerTableDefinition, type StoredView } from "../../emulator";
import { isServerError } from "../../emulator/server/httpErrors";
import { flowsessionOf, namedTables } from "../data/serverTable";
import { storedViews } from "../data/storedViews";

export const TOKEN = "eyJ0eXAiOiJKV1Qi.secret-token.c2lnbmF0dXJl";
export const USER = "00000000-0000-0000-0000-00000000a00a";
const BUSINESS_UNIT = "00000000-0000-0000-0000-00000000c00a";
const API = "/api/data/v9.2/";

export interface OrgServer {
  /** Such as `http://127.0.0.1:40000`. */
  readonly origin: string;
  readonly asked: readonly { readonly method: string; readonly url: string; readonly headers: http.IncomingHttpHeaders }[];
  /** Answered in place of the next requests, one each; "hang" never answers. */
  readonly instead: (Instead | "hang")[];
  /** Requests that are open. */
  open(): number;
  close(): Promise<void>;
}
export interface Instead { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }

export interface OrgOptions {
  readonly rows: readonly EmulatedRow[];
  /** Beside the demo's own. */
  readonly views?: readonly StoredView[];
  /** Managed properties of the table. Default: all true. */
  readonly accepts?: { readonly customisation: boolean; readonly views: boolean; readonly forms: boolean };
}

type Json = Readonly<Record<string, unknown>>;
interface Served { readonly table: ServerTableDefinition; readonly database: Database; readonly views: readonly StoredView[]; readonly accepts: NonNullable<OrgOptions["accepts"]> }

export async function startOrg({ rows, views = [], accepts = { customisation: true, views: true, forms: true } }: OrgOptions): Promise<OrgServer> {
  const table = flowsessionOf("current");
  const database = new Database();
  database.add(table).upsert(rows);
  for (const named of namedTables) database.add(named);
  const served: Served = { table, database, views: [...storedViews(table), ...views], accepts };
  const asked: { method: string; url: string; headers: http.IncomingHttpHeaders }[] = [];
  const instead: (Instead | "hang")[] = [];
  const open = new Set<http.ServerResponse>();
  const server = http.createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    const { method = "", url = "", headers } = request;
    asked.push({ method, url, headers });
    open.add(response);
    response.once("close", () => open.delete(response));
    const made = instead.shift();
    if (made === "hang") return;
    void (made ? Promise.resolve(made) : answer(url, headers, served)).then(({ status, body, headers: own = {} }) => {
      response.writeHead(status, { "Content-Type": "application/json; odata.metadata=minimal", "OData-Version": "4.0", ...own }).end(body);
    });
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, instead, open: () => open.size,
    close: () => new Promise(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function answer(url: string, headers: http.IncomingHttpHeaders, served: Served): Promise<Instead> {
  // As careless as a server can be: it repeats what it was sent.
  if (headers.authorization !== `Bearer ${TOKEN}`) return failed(401, "0x80040257", `Not accepted: ${headers.authorization ?? "nothing"}`);
  if (!url.startsWith(API)) return failed(404, "0x80060888", "Resource not found.");
  try {
    const [path = "", query = ""] = decodeURI(url.slice(API.length)).split(/\?(.*)/s);
    const json = await read(path, new URLSearchParams(url.split(/\?(.*)/s)[1] ?? ""), headers, served);
    return json ? { status: 200, body: JSON.stringify(json) } : failed(404, "0x80060888", `Resource not found: ${path} ${query}`);
  } catch (error) {
    if (!isServerError(error)) throw error;
    return failed(error.httpStatus ?? 400, `0x${(error.errorCode >>> 0).toString(16)}`, error.message);
  }
}

const failed = (status: number, code: string, message: string): Instead => ({ status, body: JSON.stringify({ error: { code, message } }) });

async function read(path: string, options: URLSearchParams, headers: http.IncomingHttpHeaders, served: Served): Promise<Json | null> {
  if (path === "WhoAmI") return { UserId: USER, BusinessUnitId: BUSINESS_UNIT, OrganizationId: BUSINESS_UNIT };
  if (path === served.table.entitySetName) return rowsOf(options.get("fetchXml") ?? "", headers, served);
  if (path === "savedqueries" || path === "userqueries") return { value: viewsOf(path === "savedqueries" ? "savedquery" : "userquery", options, served) };
  const [, set, id] = /^(savedqueries|userqueries)\(([^)]+)\)$/.exec(path) ?? [];
  if (set !== undefined && id !== undefined) return viewOf(set === "savedqueries" ? "savedquery" : "userquery", id, options, served);
  const [, name, cast] = /^EntityDefinitions\(LogicalName='(\w+)'\)(?:\/Attributes\/Microsoft\.Dynamics\.CRM\.(\w+)AttributeMetadata)?$/.exec(path) ?? [];
  if (name !== served.table.logicalName) return null;
  return cast === undefined ? definitionOf(served) : { value: choicesOf(cast, served.table) };
}

function rowsOf(xml: string, { prefer = "" }: http.IncomingHttpHeaders, { database }: Served): Json {
  const caller = { userId: USER, businessUnitId: BUSINESS_UNIT, timeZone: "Europe/Berlin" };
  const found = database.fetch({ xml, caller, nowMs: Date.now(), pageSize: 5_000 });
  const annotated = prefer.includes('odata.include-annotations="*"');
  const plain = (entity: Json): Json => Object.fromEntries(Object.entries(entity).filter(([key]) => annotated || !key.includes("@")));
  return {
    "@odata.context": "metadata",
    ...(annotated ? {
      "@Microsoft.Dynamics.CRM.totalrecordcount": found.totalRecordCount ?? -1, "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded": found.totalRecordCountLimitExceeded ?? false,
      "@Microsoft.Dynamics.CRM.morerecords": found.moreRecords, ...(found.cookie === null ? {} : { "@Microsoft.Dynamics.CRM.fetchxmlpagingcookie": found.cookie }),
    } : {}),
    value: found.entities.map(entity => ({ "@odata.etag": 'W/"1"', ...plain(entity) })),
  };
}

function viewsOf(kind: StoredView["kind"], options: URLSearchParams, { views }: Served): readonly Json[] {
  const columns = (options.get("$select") ?? "").split(",");
  const table = /returnedtypecode eq '(\w+)'/.exec(options.get("$filter") ?? "")?.[1];
  return views.filter(view => view.kind === kind && view.table === table).map(view => selected(view, columns));
}

const selected = (view: StoredView, columns: readonly string[]): Json => {
  const all: Json = { [`${view.kind}id`]: view.id, name: view.name, fetchxml: view.fetchXml, layoutxml: view.layoutXml, returnedtypecode: view.table, isdefault: view.name === "Root runs", querytype: view.name === "Child runs" ? 2 : 0 };
  return Object.fromEntries(columns.map(name => [name, all[name]]));
};

/** As `webAPI.retrieveRecord` is answered by the emulated Dataverse. */
async function viewOf(kind: StoredView["kind"], id: string, options: URLSearchParams, { database, views }: Served): Promise<Json | null> {
  const circumstances = { caller: { userId: USER, businessUnitId: BUSINESS_UNIT, timeZone: "UTC" }, nowMs: 0, unreadable: [] };
  const reply = await new Dataverse(database, views).ask("record", { table: kind, id, options: `?$select=${options.get("$select") ?? ""}` }, circumstances);
  if (!reply.ok) throw reply.error;
  return reply.value;
}

const label = (text: string): Json => ({ LocalizedLabels: [], UserLocalizedLabel: { Label: text, LanguageCode: 1033 } });
const property = (value: boolean): Json => ({ Value: value, CanBeChanged: false, ManagedPropertyLogicalName: "x" });

const typeNames: Readonly<Record<string, string>> = {
  "SingleLine.Text": "String", Multiple: "Memo", "Whole.None": "Integer", "DateAndTime.DateAndTime": "DateTime", OptionSet: "Picklist", TwoOptions: "Boolean", "Lookup.Simple": "Lookup", "Lookup.Owner": "Owner",
};
const typeOf = (name: string, type: string): string => (name === "statecode" ? "State" : name === "statuscode" ? "Status" : typeNames[type] ?? "Virtual");

/** With what a real table has beside: the id, names of lookups as columns, files, secrets. */
function definitionOf({ table, accepts }: Served): Json {
  const attribute = (name: string, AttributeType: string, display: string, AttributeOf: string | null = null): Json => ({ LogicalName: name, AttributeType, AttributeOf, DisplayName: label(display) });
  return {
    LogicalName: table.logicalName, EntitySetName: table.entitySetName, PrimaryIdAttribute: table.primaryId, PrimaryNameAttribute: table.primaryName,
    IsCustomizable: property(accepts.customisation), CanCreateViews: property(accepts.views), CanCreateForms: property(accepts.forms),
    Attributes: [
      attribute(table.primaryId, "Uniqueidentifier", "Flow Session"), attribute("machineidname", "String", "", "machineid"), attribute("outputs", "Virtual", "Outputs"),
      attribute("credentials", "Memo", "Credentials"), attribute("owningteam", "Uniqueidentifier", "Owning team"),
      ...Object.entries(table.columns).map(([name, { type, displayName }]) => attribute(name, typeOf(name, type), displayName)),
    ],
    ManyToOneRelationships: table.relationships.map(one => ({ SchemaName: one.schemaName, ReferencingAttribute: one.column, ReferencedEntity: one.referencedTable, ReferencedAttribute: one.referencedColumn })),
  };
}

function choicesOf(cast: string, table: ServerTableDefinition): readonly Json[] {
  // Owners are lookups, too.
  const isCast = (name: string, type: string): boolean => [typeOf(name, type), ...(type === "Lookup.Owner" ? ["Lookup"] : [])].includes(cast);
  const listed = (options: Readonly<Record<number, string>>): Json => ({ Options: Object.entries(options).map(([value, text]) => ({ Value: Number(value), Label: label(text) })) });
  return Object.entries(table.columns).filter(([name, { type }]) => isCast(name, type)).map(([name, { targets = [], options = {} }]) => {
    if (cast === "Lookup") return { LogicalName: name, Targets: targets };
    // One of them is shared by several tables.
    return { LogicalName: name, ...(name === "runmode" ? { OptionSet: null, GlobalOptionSet: listed(options) } : { OptionSet: listed(options), ...(cast === "Picklist" ? { GlobalOptionSet: null } : {}) }) };
  });
}
