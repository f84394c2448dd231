/** @jest-environment jsdom */
import { allRuns, createRig, manifest, runId, runs, type Rig, type RigOptions } from "./rig";
import { serveRows, LATENCY, storedViews } from "./serverRig";
import { optionOf } from "./server/address";
import type { ActionRequest, ExtendedWebApi } from "./webApi";

const both = { ...manifest, features: ["WebAPI", "Utility"] };

function online(options: RigOptions & { readonly count?: number } = {}) {
  const { count = 10, ...rest } = options;
  let served: ReturnType<typeof serveRows> | undefined;
  const rig = createRig({ manifest: both, serve: clock => (served = serveRows(clock, runs(count))).server, ...rest });
  if (!served) throw new Error("the rig made no server");
  const webApi = rig.context.webAPI as unknown as ExtendedWebApi;
  return { ...served, rig, webApi, clock: rig.clock, host: rig.host };
}

/** Waits the latency for an answer or an error. */
async function settle<T>({ clock }: Pick<Rig, "clock">, asked: Promise<T>): Promise<T | { readonly thrown: Record<string, unknown> }> {
  const settled = asked.catch((thrown: unknown) => ({ thrown: thrown as Record<string, unknown> }));
  await clock.advance(LATENCY);
  return settled;
}

const fetchRuns = (inside: string, attributes = ""): string => `<fetch${attributes}><entity name="flowsession"><attribute name="name"/>${inside}</entity></fetch>`;
/** What an answer's cookie looks like in the next question. */
function nextCookie({ fetchXmlPagingCookie = "" }: { readonly fetchXmlPagingCookie?: string }): string {
  const cookie = /pagingcookie="([^"]*)"/.exec(fetchXmlPagingCookie)?.[1] ?? "";
  return decodeURIComponent(decodeURIComponent(cookie)).replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
const encoded = (xml: string): string => `?fetchXml=${encodeURIComponent(xml)}`;
const ordered = '<order attribute="startedon"/>';

test("a stored view is read by its id, with the columns that were asked for", async () => {
  const { rig, webApi, host } = online();
  const [all, , mine] = storedViews;
  expect(await settle(rig, webApi.retrieveRecord("savedquery", `{${allRuns.id.toUpperCase()}}`, "?$select=fetchxml,name"))).toEqual({ savedqueryid: allRuns.id, name: "All runs", fetchxml: all?.fetchXml });
  expect(await settle(rig, webApi.retrieveRecord("userquery", mine?.id ?? "", "?$select=layoutxml,returnedtypecode"))).toEqual({ userqueryid: mine?.id, layoutxml: "<grid/>", returnedtypecode: "flowsession" });
  // A personal view is not among those of everybody.
  expect(await settle(rig, webApi.retrieveRecord("savedquery", mine?.id ?? "", "?$select=fetchxml"))).toMatchObject({ thrown: { errorCode: -2147220969, httpStatus: 404 } });
  expect(await settle(rig, webApi.retrieveRecord("savedquery", allRuns.id, "?$select=fetchxml,color"))).toMatchObject({ thrown: { httpStatus: 400, message: expect.stringContaining("'color'") } });
  expect(host.violations).toEqual([]);
});

test.each([["encoded", encoded], ["raw", (xml: string) => `?fetchXml=${xml}`]])("FetchXML is taken %s, page by page", async (_, write) => {
  const { rig, webApi, server } = online();
  const first = await settle(rig, webApi.retrieveMultipleRecords("flowsession", write(fetchRuns(ordered)), 4));
  if ("thrown" in first) throw new Error(JSON.stringify(first));
  expect(first.entities.map(entity => entity.name as unknown)).toEqual(["Run 0", "Run 1", "Run 2", "Run 3"]);
  expect(Object.keys(first)).toEqual(["entities", "fetchXmlPagingCookie"]);
  const second = await settle(rig, webApi.retrieveMultipleRecords("flowsession", encoded(fetchRuns(ordered, ` page="2" paging-cookie="${nextCookie(first)}"`)), 8));
  if ("thrown" in second) throw new Error(JSON.stringify(second));
  expect(second.entities.map(entity => entity.flowsessionid as unknown)).toEqual([4, 5, 6, 7, 8, 9].map(runId));
  expect(Object.keys(second)).toEqual(["entities"]);
  expect(server.ledger.sum("rows")).toMatchObject({ requests: 2, rows: 10 });
});

test("a truncated answer is short, and its cookie goes on behind its last row", async () => {
  const { rig, webApi, server } = online();
  server.faults.next({ kind: "truncated", rows: 2 });
  const first = await settle(rig, webApi.retrieveMultipleRecords("flowsession", encoded(fetchRuns(ordered)), 5_000));
  if ("thrown" in first) throw new Error(JSON.stringify(first));
  expect(first.entities.map(entity => entity.name as unknown)).toEqual(["Run 0", "Run 1"]);
  const rest = await settle(rig, webApi.retrieveMultipleRecords("flowsession", encoded(fetchRuns(ordered, ` page="2" paging-cookie="${nextCookie(first)}"`)), 5_000));
  expect(rest).toMatchObject({ entities: [2, 3, 4, 5, 6, 7, 8, 9].map(index => ({ name: `Run ${index}` })) });
});

test.each([
  ["&amp; cut off by its raw &", '?fetchXml=<fetch><entity name="flowsession"><filter><condition attribute="name" operator="eq" value="a &amp; b"/></filter></entity></fetch>'],
  ["raw #", `?fetchXml=${fetchRuns('<filter><condition attribute="name" operator="eq" value="#1"/></filter>')}`],
  ["raw +", `?fetchXml=${fetchRuns('<filter><condition attribute="name" operator="eq" value="a+b"/></filter>')}`],
  ["raw %", `?fetchXml=${fetchRuns('<filter><condition attribute="name" operator="like" value="100%"/></filter>')}`],
  ["another table's FetchXML", encoded('<fetch><entity name="flowmachine"/></fetch>')],
  ["an element that is not supported", encoded(fetchRuns("<hint/>"))],
])("refused: %s", async (_, options) => {
  const { rig, webApi } = online();
  const answer = await settle(rig, webApi.retrieveMultipleRecords("flowsession", options));
  expect(answer).toMatchObject({ thrown: { httpStatus: 400, errorCode: expect.any(Number), message: expect.any(String) } });
});

test("an address longer than 32 KB is refused, counted as it is sent", async () => {
  const { rig, webApi } = online();
  const values = Array.from({ length: 600 }, (_, index) => `<value>${runId(index)}</value>`).join("");
  const xml = fetchRuns(`<filter><condition attribute="flowsessionid" operator="in">${values}</condition></filter>`);
  expect(xml.length).toBeLessThan(32_768);
  expect(await settle(rig, webApi.retrieveMultipleRecords("flowsession", encoded(xml)))).toMatchObject({ thrown: { httpStatus: 414 } });
  expect(await settle(rig, webApi.retrieveMultipleRecords("flowsession", `?fetchXml=${xml}`))).toMatchObject({ thrown: { httpStatus: 414 } });
  expect(() => optionOf("flowsessions", `?fetchXml=${"x".repeat(32_000)}`, "fetchXml")).not.toThrow();
});

test.each([
  ["an OData query", (api: ExtendedWebApi) => api.retrieveMultipleRecords("flowsession", "?$filter=statuscode eq 8")],
  ["no options", (api: ExtendedWebApi) => api.retrieveMultipleRecords("flowsession")],
  ["a page above 5,000 rows", (api: ExtendedWebApi) => api.retrieveMultipleRecords("flowsession", encoded(fetchRuns("")), 5001)],
  ["a record that is no view", (api: ExtendedWebApi) => api.retrieveRecord("flowsession", runId(1), "?$select=name")],
  ["a record without a selection", (api: ExtendedWebApi) => api.retrieveRecord("savedquery", allRuns.id)],
])("%s is not modelled, and a violation", async (_, ask) => {
  const { webApi, host } = online();
  await expect(ask(webApi)).rejects.toThrow("is not modelled by the emulated host");
  expect(host.violations).toHaveLength(1);
});

test("what may not be read is refused by name, through a link too; the privilege is known at once", async () => {
  const { rig, webApi, server } = online();
  server.privileges.revoke("flowmachine", "Read");
  expect([rig.context.utils.hasEntityPrivilege("flowmachine", 2, 0), rig.context.utils.hasEntityPrivilege("flowsession", 2, 3), rig.context.utils.hasEntityPrivilege("flowmachine", 3, 0)]).toEqual([false, true, true]);
  const linked = fetchRuns('<link-entity name="flowmachine" from="flowmachineid" to="machineid" link-type="outer" alias="m"><attribute name="name"/></link-entity>');
  expect(await settle(rig, webApi.retrieveMultipleRecords("flowsession", encoded(linked)))).toMatchObject({ thrown: { httpStatus: 403, errorCode: -2147220960, message: expect.stringContaining("prvReadflowmachine") } });
  expect(await settle(rig, webApi.retrieveMultipleRecords("flowsession", encoded(fetchRuns(""))))).toMatchObject({ entities: expect.any(Array) });
});

test("without a server the app is offline: it says so, and requests fail plainly", async () => {
  const { context, host } = createRig({ manifest: both });
  expect([context.client.isOffline(), context.client.isNetworkAvailable()]).toEqual([true, false]);
  const error = await context.webAPI.retrieveMultipleRecords("flowsession", encoded(fetchRuns(""))).catch((thrown: unknown) => thrown);
  expect(Object.getPrototypeOf(error)).toBe(Object.prototype);
  expect(error).toMatchObject({ message: "Failed to fetch" });
  await expect(context.utils.getEntityMetadata("flowsession")).rejects.toMatchObject({ message: "Failed to fetch" });
  expect(context.utils.hasEntityPrivilege("flowsession", 2, 0)).toBe(true);
  expect(host.violations).toEqual([]);
});

test("with a server the app is online, until the network goes", () => {
  const { rig, server } = online();
  expect([rig.context.client.isOffline(), rig.context.client.isNetworkAvailable()]).toEqual([false, true]);
  server.faults.offline = true;
  expect([rig.context.client.isOffline(), rig.context.client.isNetworkAvailable()]).toEqual([false, false]);
});

test("a feature that is not declared throws at once", () => {
  const { rig, webApi, server } = online({ manifest: { ...manifest, features: [] } });
  server.ledger.clear();
  expect(() => webApi.retrieveMultipleRecords("flowsession", encoded(fetchRuns("")))).toThrow("Feature 'WebAPI.retrieveMultipleRecords' is required");
  expect(() => rig.context.utils.getEntityMetadata("flowsession")).toThrow("Feature 'Utility.getEntityMetadata' is required");
  expect(server.ledger.entries).toEqual([]);
});

test("requests under way when the control goes are counted, and asking afterwards is a violation", async () => {
  const { rig, webApi, host, clock } = online();
  await clock.advance(1000);
  void webApi.retrieveMultipleRecords("flowsession", encoded(fetchRuns("")));
  void rig.context.utils.getEntityMetadata("flowsession");
  host.unmount();
  expect([host.abandonedRequests, host.violations]).toEqual([2, []]);
  void webApi.retrieveMultipleRecords("flowsession", encoded(fetchRuns("")));
  expect(host.violations).toEqual(["webAPI.retrieveMultipleRecords was called after destroy"]);
  await clock.advance(1000);
  expect(clock.pending).toBe(0);
});

const cancel = (id: string, operationName = "CancelDesktopFlowRun"): ActionRequest => ({
  entity: { entityType: "flowsession", id }, getMetadata: () => ({ boundParameter: "entity", operationType: 0, operationName }),
});

test("the action ends an open run, and no other", async () => {
  const { rig, webApi, database } = online();
  database.table("flowsession").upsert([{ id: runId(1), cells: { statuscode: 2 } }]);
  expect(await settle(rig, webApi.execute(cancel(`{${runId(1).toUpperCase()}}`)))).toEqual({ ok: true, status: 204 });
  expect(database.table("flowsession").row(1).cells.statuscode).toBe(7);
  expect(await settle(rig, webApi.execute(cancel(runId(1))))).toMatchObject({ thrown: { httpStatus: 400 } });
  expect(await settle(rig, webApi.execute(cancel(runId(77))))).toMatchObject({ thrown: { httpStatus: 404 } });
  expect(await settle(rig, webApi.execute(cancel(runId(2), "Merge")))).toMatchObject({ thrown: { httpStatus: 404 } });
});

test("the action may be forbidden, or not there at all", async () => {
  const forbidden = online({ execute: "rejecting" });
  expect(await settle(forbidden.rig, forbidden.webApi.execute(cancel(runId(1))))).toMatchObject({ thrown: { httpStatus: 403 } });
  const absent = online({ execute: "absent" });
  expect(absent.webApi.execute).toBeUndefined();
  expect(absent.host.violations).toEqual([]);
});
