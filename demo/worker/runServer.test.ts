import type { Caller, EmulatedRow } from "../../emulator";
import { generateRuns } from "../data/generator";
import { viewIds, viewNames, type ViewName } from "../data/storedViews";
import { viewOf } from "../page/views";
import { RunServer } from "./runServer";

const nowMs = Date.UTC(2026, 10, 18, 14);
const caller: Caller = { userId: "00000000-0000-0000-0000-00000000a001", businessUnitId: "00000000-0000-0000-0000-00000000c001", timeZone: "Europe/Berlin" };
beforeEach(() => { jest.useFakeTimers({ now: nowMs }); });
afterEach(() => { jest.useRealTimers(); });

async function rowsOf(server: RunServer, view: ViewName, more: { readonly parent?: { column: string; id: string }; readonly columns?: readonly string[] } = {}): Promise<readonly EmulatedRow[]> {
  const { parent = null, columns = ["statuscode", "parentdesktopflowrunid", "completedon", "createdon"] } = more;
  const question = { table: "flowsession", viewId: viewIds[view], columns, parent, quickFind: "", filter: null, sorting: [], page: 1, size: 5_000, cookie: null };
  const reply = await server.backend.ask("page", question, { caller, nowMs, unreadable: [] });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.rows;
}

/** Of repeated ids the last row stands, as in a table. */
const distinct = (rows: readonly EmulatedRow[]): readonly EmulatedRow[] => [...new Map(rows.map(row => [row.id, row])).values()];

test.each(["all", "open", "failed", "roots"] as const)("the stored view %s has the rows of the page's view", async name => {
  const rows = distinct(generateRuns({ size: 2_000, seed: 3, nowMs }));
  const server = new RunServer();
  expect(server.load({ kind: "generated", size: 2_000, seed: 3, nowMs, age: "current" })).toBe(rows.length);
  const { filter = () => true } = viewOf(name);
  // The stored view counts whole days of the user, the page's view seven times 24 hours.
  const onEdge = ({ cells }: EmulatedRow): boolean => name === "failed" && Math.abs(Date.parse(String(cells.completedon ?? cells.createdon)) - (nowMs - 7 * 86_400_000)) < 86_400_000;
  const ids = (some: readonly EmulatedRow[]): string[] => some.filter(row => !onEdge(row)).map(({ id }) => id).sort();
  expect(ids(await rowsOf(server, name))).toEqual(ids(rows.filter(filter)));
});

test("a subgrid shows a run's children and a machine's runs only", async () => {
  const server = new RunServer();
  server.load({ kind: "generated", size: 2_000, seed: 3, nowMs, age: "current" });
  const rows = distinct(generateRuns({ size: 2_000, seed: 3, nowMs }));
  for (const [view, column] of [["children", "parentdesktopflowrunid"], ["machine", "machineid"]] as const) {
    const target = rows.map(row => row.cells[column]).find(cell => typeof cell === "object" && cell !== null);
    if (typeof target !== "object" || target === null) throw new Error("no run points anywhere");
    const pointing = rows.filter(row => JSON.stringify(row.cells[column]) === JSON.stringify(target)).map(({ id }) => id).sort();
    expect((await rowsOf(server, view, { parent: { column, id: target.id } })).map(({ id }) => id).sort()).toEqual(pointing);
  }
});

test("an old environment lacks columns: views do without them, and asking for one is an error that names it", async () => {
  const server = new RunServer();
  server.load({ kind: "generated", size: 300, seed: 1, nowMs, age: "old" });
  expect((await rowsOf(server, "roots")).length).toBeGreaterThan(250);
  const options = `?fetchXml=${encodeURIComponent('<fetch><entity name="flowsession"><attribute name="triggertype"/></entity></fetch>')}`;
  expect(await server.backend.ask("rows", { table: "flowsession", options, maxPageSize: 50 }, { caller, nowMs, unreadable: [] })).toMatchObject({
    ok: false, error: { errorCode: -2147217149, message: expect.stringContaining("'triggertype'") },
  });
  const metadata = await server.backend.ask("metadata", { table: "flowsession", columns: ["triggertype", "statuscode", "retrycount"] }, { caller, nowMs, unreadable: [] });
  expect(metadata.ok && metadata.value.columns.map(({ name }) => name)).toEqual(["statuscode"]);
});

test("changes count: rows are added, changed and removed, or all replaced", async () => {
  const server = new RunServer();
  const [first, second] = generateRuns({ size: 300, seed: 1, nowMs });
  if (!first || !second) throw new Error("nothing was generated");
  expect(server.load({ kind: "rows", rows: [first], age: "current" })).toBe(1);
  expect(server.change({ upsert: [second, { id: first.id, cells: { statuscode: 7 } }] })).toBe(2);
  expect((await rowsOf(server, "all")).find(({ id }) => id === first.id)?.cells.statuscode).toBe(7);
  expect(server.change({ remove: [first.id] })).toBe(1);
  expect(server.change({ set: [first] })).toBe(1);
  expect((await rowsOf(server, "all")).map(({ id }) => id)).toEqual([first.id]);
});

test("every view has a name", () => {
  expect(Object.keys(viewNames)).toEqual(Object.keys(viewIds));
});
