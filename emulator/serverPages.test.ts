/** @jest-environment jsdom */
import { allRuns, createRig, machine, runId, runs, type RigOptions } from "./rig";
import { flowsession, LATENCY, serveRows, storedViews } from "./serverRig";
import { createTable } from "./table";

function served({ count = 10, ...options }: RigOptions & { readonly count?: number } = {}) {
  let made: ReturnType<typeof serveRows> | undefined;
  // The rows are the server's alone.
  const rig = createRig({ serve: clock => (made = serveRows(clock, runs(count))).server, table: createTable(flowsession, []), ...options });
  if (!made) throw new Error("the rig made no server");
  return { ...made, rig, clock: rig.clock, host: rig.host };
}
/** Longer than a page takes with the passes after it. */
const PAGE = LATENCY + 50;
const ids = (...numbers: number[]): string[] => numbers.map(runId);

test("the first page comes from the server after its latency, in the view's order", async () => {
  const { rig, clock, server } = served();
  expect(rig.last.loading).toBe(true);
  await clock.advance(LATENCY - 1);
  expect(rig.last.ids).toEqual([]);
  await clock.advance(51);
  expect(rig.last.ids).toEqual(ids(0, 1, 2, 3));
  expect([rig.dataSet.paging.totalResultCount, rig.dataSet.paging.hasNextPage]).toEqual([10, true]);
  const record = rig.dataSet.records[runId(1)];
  expect([record?.getValue("startedon"), record?.getFormattedValue("statuscode")]).toEqual(["2026-03-08T07:01:00.000Z", "Succeeded"]);
  expect(server.ledger.sum("page")).toMatchObject({ requests: 1, rows: 4 });
});

test("pages accumulate to the end", async () => {
  const { rig, clock } = served();
  await clock.advance(PAGE);
  rig.dataSet.paging.loadNextPage();
  await clock.advance(PAGE);
  rig.dataSet.paging.loadNextPage();
  await clock.advance(PAGE);
  expect(rig.last.ids).toEqual(Array.from({ length: 10 }, (_, index) => runId(index)));
  expect(rig.dataSet.paging.hasNextPage).toBe(false);
});

test("rows that come between pages shift nothing: the second page goes on where the first ended", async () => {
  const { rig, clock, database } = served();
  await clock.advance(PAGE);
  database.table("flowsession").upsert([{ id: runId(99), cells: { name: "Early", startedon: "2026-01-01T00:00:00Z" } }]);
  rig.dataSet.paging.loadNextPage();
  await clock.advance(PAGE);
  expect(rig.last.ids).toEqual(ids(0, 1, 2, 3, 4, 5, 6, 7));
});

test("a refresh sees what changed on the server, and a superseded page never comes", async () => {
  const { rig, clock, database } = served();
  await clock.advance(PAGE);
  database.table("flowsession").delete([runId(1)]);
  rig.dataSet.paging.loadNextPage();
  await clock.advance(LATENCY / 2);
  rig.dataSet.refresh();
  await clock.advance(PAGE);
  expect(rig.last.ids).toEqual(ids(0, 2, 3, 4));
  expect(rig.host.fetches).toBe(3);
});

test("the view's filter, the form's relationship and the search narrow the rows, and nothing tells the control", async () => {
  const { rig, clock, host } = served({ placement: { kind: "subgrid", parent: { column: "machineid", table: "flowmachine", id: machine.id, name: machine.name } }, pageSize: 50 });
  await clock.advance(PAGE);
  expect(rig.last.ids).toEqual(ids(0, 2, 4, 6, 8));
  expect([rig.dataSet.filtering.getFilter(), rig.dataSet.linking.getLinkedEntities()]).toEqual([null, []]);
  host.setView({ ...allRuns, id: storedViews[1]?.id ?? "", order: [] });
  await clock.advance(PAGE);
  expect(rig.last.ids).toEqual(ids(6, 0));
  host.setQuickFind("run 6");
  await clock.advance(PAGE);
  expect(rig.last.ids).toEqual(ids(6));
  expect(rig.dataSet.filtering.getFilter()).toBeNull();
});

test("a search takes its text as it is", async () => {
  const { rig, clock, host } = served();
  await clock.advance(PAGE);
  host.setQuickFind("_un");
  await clock.advance(PAGE);
  expect(rig.last.ids).toEqual([]);
});

test.each([
  [0, "8", [0, 3, 6, 9]], [1, "8", [1, 2, 4, 5, 7, 8]], [8, ["4"], [1, 2, 4, 5, 7, 8]],
])("the control's filter with operator %i and %j", async (conditionOperator, value, expected) => {
  const { rig, clock } = served({ pageSize: 50 });
  await clock.advance(PAGE);
  rig.dataSet.filtering.setFilter({ filterOperator: 0, conditions: [{ attributeName: "statuscode", conditionOperator: conditionOperator as 0, value }] });
  rig.dataSet.paging.reset();
  await clock.advance(PAGE);
  expect(rig.last.ids).toEqual(ids(...expected));
});

test("nested filters and the control's sorting reach the server", async () => {
  const { rig, clock } = served({ pageSize: 50 });
  await clock.advance(PAGE);
  rig.dataSet.sorting.splice(0, 1, { name: "startedon", sortDirection: 1 });
  const name = (value: string) => ({ attributeName: "name", conditionOperator: 6 as const, value });
  rig.dataSet.filtering.setFilter({ filterOperator: 0, conditions: [name("Run%")], filters: [{ filterOperator: 1, conditions: [name("%2"), name("%5")] }] });
  rig.dataSet.paging.reset();
  await clock.advance(PAGE);
  expect(rig.last.ids).toEqual(ids(5, 2));
});

test("a fault of the server is the dataset's error, and the next refresh mends it", async () => {
  const { rig, clock, server } = served();
  await clock.advance(PAGE);
  server.faults.next({ kind: "down", status: 503 });
  rig.dataSet.refresh();
  await clock.advance(PAGE);
  expect([rig.dataSet.error, rig.dataSet.errorMessage, rig.last.ids]).toEqual([true, "The service is unavailable.", []]);
  rig.dataSet.refresh();
  await clock.advance(PAGE);
  expect([rig.dataSet.error, rig.last.ids]).toEqual([false, ids(0, 1, 2, 3)]);
});

test("the count ends at 5,000, the pages do not", async () => {
  const { rig, clock } = served({ count: 5_200, pageSize: 5_000 });
  await clock.advance(PAGE);
  expect([rig.dataSet.paging.totalResultCount, rig.dataSet.paging.hasNextPage, rig.last.ids.length]).toEqual([5_000, true, 5_000]);
  rig.dataSet.paging.loadNextPage();
  await clock.advance(PAGE);
  expect([rig.last.ids.length, rig.dataSet.paging.hasNextPage]).toEqual([5_200, false]);
});

test("a page under way when the control goes is counted and changes nothing", async () => {
  const { rig, clock, host } = served();
  await clock.advance(PAGE);
  const passes = rig.seen.length;
  rig.dataSet.refresh();
  host.unmount();
  await clock.advance(PAGE);
  expect([host.abandonedRequests, rig.seen.length, clock.pending]).toEqual([1, passes, 0]);
});
