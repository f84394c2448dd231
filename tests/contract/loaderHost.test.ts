/** @jest-environment jsdom */
import type { EmulatedRow, Placement } from "../../emulator";
import { IInputs } from "../../FlowSessionTimeline/generated/ManifestTypes";
import { SourceLimit } from "../../FlowSessionTimeline/view/ports";
import { HOUR, runId, servedRun, servedTable, ServerRig, serverRig } from "../support/serverRig";
import { TEST_NOW } from "../support/testClock";

type Context = ComponentFramework.Context<IInputs>;
/** Members of a context, or of a part of one, in place of the host's own. */
type Members = Readonly<Record<string, unknown>>;

const boom = (): never => {
  throw new Error("This host does not have that.");
};
const instead = <T extends object>(whole: T, members: Members): T =>
  Object.create(whole, Object.fromEntries(Object.entries(members).map(([name, value]) => [name, { value }]))) as T;
const inContext = (members: Members) => (context: Context): Context => instead(context, members);
const inUtils = (members: Members) => (context: Context): Context => instead(context, { utils: instead(context.utils, members) });
const inClient = (members: Members) => (context: Context): Context => instead(context, { client: instead(context.client, members) });
const inMode = (members: Members) => (context: Context): Context => instead(context, { mode: instead(context.mode, members) });

const machine = { id: "aaaaaaaa-0000-4000-8000-000000000001", table: "flowmachine", name: "VM-1" };
const rows: readonly EmulatedRow[] = [...Array(30).keys()].map((n) => servedRun(n, TEST_NOW - (n + 1) * HOUR, n % 2 === 0 ? { machineid: machine } : {}));
const onMachine: Placement = { kind: "subgrid", parent: { column: "machineid", ...machine } };
const ids = (count: number, step = 1): readonly string[] => [...Array(count).keys()].map((n) => runId(n * step));

const rejections: unknown[] = [];
const note = (error: unknown): void => void rejections.push(error);
beforeEach(() => {
  rejections.length = 0;
  process.on("unhandledRejection", note);
});
afterEach(async () => {
  // Node tells of them one turn of its loop later.
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off("unhandledRejection", note);
  expect(rejections).toEqual([]);
});

async function opened(contextOf: (context: Context) => Context, placement?: Placement): Promise<ServerRig> {
  const rig = serverRig({ rows, pageSize: 4, contextOf, ...(placement && { placement }) });
  await rig.wait(101);
  rig.demand(TEST_NOW - 24 * HOUR, TEST_NOW);
  await rig.wait(2000);
  return rig;
}

describe("a host without what is not needed", () => {
  it.each<[string, (context: Context) => Context]>([
    ["no utils", inContext({ utils: undefined })],
    ["a description that throws", inUtils({ getEntityMetadata: boom })],
    ["a description that is refused", inUtils({ getEntityMetadata: () => Promise.reject(new Error("no")) })],
    ["no description", inUtils({ getEntityMetadata: () => Promise.resolve(null) })],
    ["a description of another shape", inUtils({ getEntityMetadata: () => Promise.resolve({ Attributes: 7, ManyToOneRelationships: "none" }) })],
    ["privileges that throw", inUtils({ hasEntityPrivilege: boom })],
    ["no client", inContext({ client: undefined })],
    ["a client that throws", inClient({ isOffline: boom })],
    ["no word about the form", inMode({ contextInfo: undefined })],
  ])("asks the server all the same: %s", async (_, contextOf) => {
    const rig = await opened(contextOf);
    expect(rig.state()).toMatchObject({ phase: "ready", limit: null, server: { phase: "complete", fault: null } });
    expect(rig.ids()).toEqual(expect.arrayContaining([...ids(24)]));
    rig.host.unmount();
  });
});

describe("a host that cannot be asked", () => {
  it.each<[string, SourceLimit, (context: Context) => Context]>([
    ["no Web API", "noWebApi", inContext({ webAPI: undefined })],
    ["half a Web API", "noWebApi", (context) => instead(context, { webAPI: instead(context.webAPI, { retrieveRecord: undefined }) })],
    ["offline", "offline", inClient({ isOffline: () => true })],
    ["the user may not", "forbidden", inUtils({ hasEntityPrivilege: () => false })],
  ])("keeps the list, with its pages, and says why: %s", async (_, limit, contextOf) => {
    const rig = await opened(contextOf);
    expect(rig.state()).toMatchObject({ phase: "ready", limit, server: null, hasMore: true });
    expect(rig.ids()).toEqual(ids(4));
    expect(rig.server.ledger.entries.filter(({ kind }) => kind === "rows")).toEqual([]);
    rig.keeper.ports.source.loadMore();
    await rig.wait(3000);
    expect(rig.ids()).toEqual(ids(30));
    rig.host.unmount();
  });
});

describe("a form whose relationship is hidden", () => {
  it.each<[string, SourceLimit | null, (context: Context) => Context]>([
    ["with the table's description", null, (context) => context],
    ["without it", "hiddenFilter", inUtils({ getEntityMetadata: boom })],
    ["without a word about the form", "hiddenFilter", inMode({ contextInfo: undefined })],
  ])("never shows runs of others: %s", async (_, limit, contextOf) => {
    const rig = await opened(contextOf, onMachine);
    expect(rig.state()).toMatchObject({ phase: "ready", limit });
    expect(rig.ids()).toEqual(limit === null ? expect.arrayContaining([...ids(12, 2)]) : ids(4, 2));
    expect(rig.ids().filter((id) => !ids(15, 2).includes(id))).toEqual([]);
    rig.host.unmount();
  });
});

describe("an environment of older age", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["no parent", ["parentdesktopflowrunid"], ["parentRun"]],
    ["no trigger and no modes", ["triggertype", "runsessionmode", "runmode"], ["trigger", "runMode"]],
    ["nobody knows when a row was written", ["modifiedon"], ["modifiedOn"]],
  ])("removes what it lacks, never the window: %s", async (_, columns, roles) => {
    const definition = {
      ...servedTable, relationships: servedTable.relationships.filter(({ column }) => !columns.includes(column)),
      columns: Object.fromEntries(Object.entries(servedTable.columns).filter(([name]) => !columns.includes(name))),
    };
    const cut = rows.map(({ id, cells }) => ({ id, cells: Object.fromEntries(Object.entries(cells).filter(([name]) => !columns.includes(name))) }));
    const rig = serverRig({ rows: cut, definition, pageSize: 4 });
    await rig.wait(101);
    rig.demand(TEST_NOW - 24 * HOUR, TEST_NOW);
    await rig.wait(2000);
    expect(rig.state()).toMatchObject({ limit: null, missingRoles: expect.arrayContaining(roles.filter((role) => role !== "modifiedOn")), server: { phase: "complete", fault: null } });
    rig.database.table("flowsession").delete([runId(5)]);
    rig.keeper.ports.source.refresh();
    await rig.wait(3000);
    expect(rig.ids()).toEqual(expect.arrayContaining(ids(24).filter((id) => id !== runId(5))));
    expect(rig.ids()).not.toContain(runId(5));
    rig.host.unmount();
  });
});
