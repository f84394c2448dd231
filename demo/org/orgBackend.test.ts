import type { Caller, EmulatedRow, Requests, RequestKind, StoredView } from "../../emulator";
import { generateRuns } from "../data/generator";
import { NOW, startRig, type OrgRig } from "../server/orgRig.testing";
import { USER } from "../server/orgServer.testing";
import { acceptanceText, readEnvironment, type OrgEnvironment } from "./environment";

const caller: Caller = { userId: USER, businessUnitId: USER, timeZone: "Europe/Berlin" };
const runs = [...new Map(generateRuns({ size: 300, seed: 1, nowMs: NOW }).map(row => [row.id, row])).values()];

const ownView = (name: string, id: string, inside: string): StoredView => ({
  id, kind: "userquery", name, table: "flowsession", layoutXml: '<grid><row><cell name="name" width="210"/><cell name="machine.name" width="90"/><cell name="startedon"/><cell name="credentials" width="50"/></row></grid>',
  fetchXml: `<fetch version="1.0" mapping="logical"><entity name="flowsession"><attribute name="name"/>${inside}<order attribute="createdon" descending="true"/></entity></fetch>`,
});
const views = [
  ownView("With machine", "aaaaaaaa-0000-4000-8000-000000000001", '<link-entity name="flowmachine" from="flowmachineid" to="machineid" link-type="outer" alias="machine"><attribute name="name"/></link-entity>'),
  ownView("By secret", "aaaaaaaa-0000-4000-8000-000000000002", '<filter><condition attribute="credentials" operator="not-null"/></filter>'),
];

let rig: OrgRig;
let environment: OrgEnvironment;
beforeAll(async () => {
  rig = await startRig({ views });
  environment = await readEnvironment(rig.send);
});
afterAll(() => rig.close());

type Answer<K extends RequestKind> = Requests[K]["answer"];

async function ask<K extends RequestKind>(kind: K, question: Requests[K]["question"]): Promise<{ readonly value: Answer<K>; readonly rows: number; readonly bytes: number }> {
  const reply = await environment.backend.ask(kind, question, { caller, nowMs: NOW, unreadable: [] });
  if (!reply.ok) throw reply.error;
  return reply;
}

const page = { table: "flowsession", columns: ["name", "statuscode", "startedon", "machineid", "credentials"], parent: null, quickFind: "", filter: null, sorting: [], page: 1, size: 100, cookie: null };
const rowsOptions = (xml: string): string => `?fetchXml=${encodeURIComponent(xml)}`;
const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id).sort();

it("reads who asks, the table's columns with their choices, and the views, the default one first", () => {
  const { userId, table: { definition, facts }, views: read } = environment;
  expect(userId).toBe(USER);
  expect([definition.entitySetName, definition.primaryId, definition.primaryName]).toEqual(["flowsessions", "flowsessionid", "name"]);
  expect(definition.columns.statuscode).toMatchObject({ type: "OptionSet", displayName: "Status Reason", options: { 4: "Succeeded", 8: "Failed" } });
  expect(definition.columns.runmode).toMatchObject({ options: { 1: "Attended" } });
  expect(definition.columns.parentdesktopflowrunid).toMatchObject({ type: "Lookup.Simple", targets: ["flowsession"] });
  expect(definition.columns.ownerid).toMatchObject({ type: "Lookup.Owner", targets: ["systemuser", "team"] });
  expect(facts.relationships).toContainEqual({ schemaName: "flowmachine_flowsession_MachineId", column: "machineid", referencedTable: "flowmachine", referencedColumn: "flowmachineid" });
  expect(read.map(({ kind, view }) => `${kind} ${view.name}`)).toEqual([
    "savedquery Root runs", "savedquery All runs", "savedquery Child runs", "savedquery Failed in the last 7 days", "savedquery Open now", "savedquery Runs on this machine", "userquery With machine",
  ]);
});

it("knows no column that may hold secrets, no file, and no name of a lookup as a column", () => {
  expect(Object.keys(environment.table.definition.columns)).toEqual(expect.not.arrayContaining(["credentials", "outputs", "machineidname", "owningteam", "flowsessionid"]));
  expect(environment.table.facts.columns.map(({ name }) => name)).toContain("flowsessionid");
});

it("a view shows the run's own columns, with a width where it has none", () => {
  expect(environment.views.find(({ view }) => view.name === "With machine")?.view.columns).toEqual([{ name: "name", width: 210 }, { name: "startedon", width: 100 }]);
});

it("pages of a view follow each other by the real cookie until every run has come", async () => {
  const viewId = environment.views.find(({ view }) => view.name === "All runs")?.view.id ?? "";
  const seen: EmulatedRow[] = [];
  let cookie: string | null = null;
  for (let number = 1; ; number++) {
    const { value, rows, bytes }: { value: Answer<"page">; rows: number; bytes: number } = await ask("page", { ...page, viewId, page: number, cookie });
    expect([rows, value.total, bytes > 1_000]).toEqual([value.rows.length, runs.length, true]);
    seen.push(...value.rows);
    cookie = value.cookie;
    if (!value.moreRecords) break;
    expect(value.rows).toHaveLength(100);
  }
  expect(idsOf(seen)).toEqual(idsOf(runs));
  const [{ id, cells }] = seen as [EmulatedRow];
  const { name, statuscode, startedon, machineid } = runs.find(run => run.id === id)?.cells ?? {};
  expect(cells).toMatchObject(Object.fromEntries(Object.entries({ name, statuscode, startedon }).filter(([, cell]) => cell !== undefined && cell !== null)));
  expect(cells.machineid ?? null).toEqual(machineid ?? null);
});

it("a page is narrowed by the form's record and the search, and links bring no columns of other tables", async () => {
  const viewId = environment.views.find(({ view }) => view.name === "With machine")?.view.id ?? "";
  const machine = runs.map(run => run.cells.machineid).find(cell => typeof cell === "object" && cell !== null);
  if (typeof machine !== "object" || machine === null) throw new Error("no run has a machine");
  const onMachine = runs.filter(({ cells: { machineid } }) => typeof machineid === "object" && machineid?.id === machine.id);
  const { value } = await ask("page", { ...page, viewId, parent: { column: "machineid", id: machine.id }, size: 5_000 });
  expect(idsOf(value.rows)).toEqual(idsOf(onMachine));
  const users = runs.map(({ cells }) => String(cells.sessionusername ?? ""));
  const searched = users.find(user => user.length > 3)?.slice(1) ?? "";
  const found = (await ask("page", { ...page, columns: ["sessionusername", "machineid"], viewId, quickFind: searched, size: 5_000 })).value.rows;
  expect(idsOf(found)).toEqual(idsOf(runs.filter((_, index) => users[index]?.toLowerCase().includes(searched.toLowerCase()))));
  expect(found.length).toBeGreaterThan(0);
});

it("FetchXML of the control is answered with the cookie and at most so many rows as it takes", async () => {
  const xml = '<fetch count="200" page="1"><entity name="flowsession"><attribute name="statuscode"/><attribute name="machineid"/><order attribute="flowsessionid"/></entity></fetch>';
  const first = await ask("rows", { table: "flowsession", options: rowsOptions(xml), maxPageSize: 50 });
  expect([first.value.entities.length, first.value.moreRecords, first.rows]).toEqual([50, true, 50]);
  expect(first.value.cookie).toMatch(/^<cookie pagenumber="2" pagingcookie="%253ccookie/);
  expect(Object.keys(first.value.entities.find(entity => "_machineid_value" in entity) ?? {})).toEqual(expect.arrayContaining([
    "statuscode", "statuscode@OData.Community.Display.V1.FormattedValue", "_machineid_value@Microsoft.Dynamics.CRM.lookuplogicalname",
  ]));
  const count = '<fetch aggregate="true"><entity name="flowsession"><attribute name="flowsessionid" aggregate="count" alias="n"/></entity></fetch>';
  expect((await ask("rows", { table: "flowsession", options: rowsOptions(count), maxPageSize: 5_000 })).value.entities).toEqual([expect.objectContaining({ n: runs.length })]);
});

it("a stored view is read as the control asks for it", async () => {
  const { view, fetchXml } = environment.views[1] ?? { view: { id: "" }, fetchXml: "" };
  expect((await ask("record", { table: "savedquery", id: view.id, options: "?$select=fetchxml,name" })).value).toMatchObject({ fetchxml: fetchXml, name: "All runs" });
  await expect(ask("record", { table: "savedquery", id: "aaaaaaaa-0000-4000-8000-00000000dead", options: "?$select=fetchxml" })).rejects.toMatchObject({ httpStatus: 404 });
});

it("metadata has the columns that were asked for and that exist", async () => {
  const { value } = await ask("metadata", { table: "flowsession", columns: ["statuscode", "nosuchcolumn"] });
  expect(value.columns.map(({ name, typeName }) => [name, typeName])).toEqual([["statuscode", "status"]]);
  expect((await ask("metadata", { table: "flowsession", columns: null })).value.columns.length).toBeGreaterThan(20);
});

it("faults keep their code, status and Retry-After; nothing is ever written", async () => {
  rig.org.instead.push({ status: 429, body: JSON.stringify({ error: { code: "0x80072322", message: "too many" } }), headers: { "Retry-After": "17" } });
  const rows = { table: "flowsession", options: rowsOptions('<fetch><entity name="flowsession"><attribute name="name"/></entity></fetch>'), maxPageSize: 50 };
  await expect(ask("rows", rows)).rejects.toMatchObject({ httpStatus: 429, errorCode: 0x80072322 | 0, message: "too many", raw: expect.stringContaining('"Retry-After":"17"') });
  await expect(ask("rows", { ...rows, options: rowsOptions('<fetch><entity name="flowsession"><attribute name="nosuchcolumn"/></entity></fetch>') }))
    .rejects.toMatchObject({ httpStatus: 400, errorCode: -2147217149, message: expect.stringContaining("'nosuchcolumn'") });
  await expect(ask("action", { table: "flowsession", id: USER, name: "CancelDesktopFlowRun" })).rejects.toMatchObject({ httpStatus: 403 });
  expect(rig.org.asked.every(({ method }) => method === "GET")).toBe(true);
});

it("the server that is gone is a lost network to the control", async () => {
  const closed = await startRig();
  const gone = await readEnvironment(closed.send);
  await closed.close();
  expect(await gone.backend.ask("rows", { table: "flowsession", options: rowsOptions('<fetch count="1"><entity name="flowsession"><attribute name="name"/></entity></fetch>'), maxPageSize: 1 }, { caller, nowMs: NOW, unreadable: [] }))
    .toEqual({ ok: false, error: expect.objectContaining({ message: "Failed to fetch" }) });
});

it("opens without the user's own views, and without what choices are called, where it may not read them", async () => {
  const other = await startRig({ views });
  const { send } = other;
  const refusing: typeof send = async address => {
    if (/userqueries|AttributeMetadata/.test(address)) other.org.instead.push({ status: 403, body: JSON.stringify({ error: { code: "0x80040220", message: "no" } }) });
    return send(address);
  };
  // One after the other, so that each refusal meets its question.
  let turn = Promise.resolve();
  const { table, views: read } = await readEnvironment(address => {
    const answer = turn.then(() => refusing(address));
    turn = answer.then(() => undefined);
    return answer;
  });
  expect(read.map(({ kind }) => kind)).not.toContain("userquery");
  expect(table.definition.columns.statuscode).toMatchObject({ type: "OptionSet", options: {} });
  await other.close();
});

it("what keeps the page from opening is a sentence", async () => {
  const wrong = await startRig({}, "expired");
  await expect(readEnvironment(wrong.send)).rejects.toThrow(/does not accept the token.*fresh one/);
  await wrong.close();
  await expect(readEnvironment(wrong.send)).rejects.toThrow("The demo's local server does not answer.");
});

it.each([
  [true, true, true, /accepts views and forms/], [true, true, false, /accepts views but no forms.*Control alone/], [true, false, true, /forms but no views/],
  [true, false, false, /neither views nor forms/], [false, true, true, /may not be customised/],
])("says whether the table accepts the solution: customisation %s, views %s, forms %s", async (customisation, someViews, forms, text) => {
  const other = await startRig({ accepts: { customisation, views: someViews, forms } });
  expect(acceptanceText((await readEnvironment(other.send)).table.acceptance)).toMatch(text);
  await other.close();
});

it("an environment that does not tell is said, too", () => {
  expect(acceptanceText({ customisation: null, views: true, forms: true })).toMatch(/does not say/);
});
