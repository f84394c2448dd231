/** @jest-environment jsdom */
import type { EmulatedRow } from "../../emulator";
import { TEST_NOW } from "../../tests/support/testClock";
import { HOUR, instant, NEWEST_FIRST, runId, servedRun, serverRig, ServerRig, ServerRigOptions, storedView } from "../../tests/support/serverRig";

const runsHourly = (count: number, cells: EmulatedRow["cells"] = {}): EmulatedRow[] => [...Array(count).keys()].map((n) => servedRun(n, TEST_NOW - (n + 1) * HOUR, cells));
const idsOf = (from: number, to: number): string[] => [...Array(to - from).keys()].map((n) => runId(from + n)).sort();

/** The last day is looked at, and everything has come that comes by itself. */
async function opened(options: ServerRigOptions): Promise<ServerRig> {
  const rig = serverRig(options);
  await rig.wait(150);
  rig.demand(TEST_NOW - 24 * HOUR, TEST_NOW);
  await rig.wait(1500);
  return rig;
}

describe("the way to the server", () => {
  it("a window is read with a margin once it is proved what the list shows, and everything else goes", async () => {
    const rig = await opened({ rows: runsHourly(400), pageSize: 4 });
    expect(rig.host.violations).toEqual([]);
    expect(rig.state()).toMatchObject({ phase: "ready", limit: null, hasMore: false, server: { phase: "complete", fault: null } });
    expect(rig.ids()).toEqual(expect.arrayContaining(idsOf(0, 24)));
    expect(rig.ids().length).toBeLessThan(40);
  });

  it("something true is here after one round trip, everything after three, and a small pan asks nothing", async () => {
    const rig = serverRig({ rows: runsHourly(400), pageSize: 4 });
    await rig.wait(101);
    expect(rig.ids()).toEqual(idsOf(0, 4));
    rig.demand(TEST_NOW - 24 * HOUR, TEST_NOW);
    await rig.wait(210);
    expect(rig.state().server?.phase).toBe("complete");
    const rows = rig.server.ledger.entries.filter(({ kind, text }) => kind === "rows" && !text.includes("aggregate"));
    expect([rows.length, Math.max(...rows.map(({ round }) => round))]).toEqual([1, 2]);
    await rig.wait(1000);
    rig.server.ledger.clear();
    rig.demand(TEST_NOW - 26.4 * HOUR, TEST_NOW - 2.4 * HOUR);
    await rig.wait(1000);
    expect([rig.server.ledger.entries.length, rig.state().server?.phase]).toEqual([0, "complete"]);
  });

  it("what the first picture does not show is read after it, while the list is all that there is", async () => {
    const rig = serverRig({ rows: runsHourly(10), prepare: (server) => server.privileges.revoke("savedquery", "Read") });
    await rig.wait(150);
    const { source } = rig.keeper.ports;
    expect([source.store.size, source.store.isRestDue]).toEqual([10, true]);
    source.pictured?.();
    await rig.wait(500);
    expect(source.store.isRestDue).toBe(false);
  });

  it("a view of the user's own is found too", async () => {
    const rig = await opened({ rows: runsHourly(30), views: [storedView(NEWEST_FIRST, "userquery")] });
    expect(rig.state().server?.phase).toBe("complete");
  });

  it("the view's filter stands", async () => {
    const filter = '<filter><condition attribute="statuscode" operator="eq" value="8"/></filter>';
    const rows = runsHourly(20).map((row, n) => (n % 2 === 0 ? row : { ...row, cells: { ...row.cells, statuscode: 8 } }));
    const rig = await opened({ rows, views: [storedView(filter + NEWEST_FIRST)] });
    expect(rig.ids()).toEqual([...Array(10).keys()].map((n) => runId(2 * n + 1)).sort());
    expect(rig.state().server?.phase).toBe("complete");
  });

  it.each([
    ["offline", (rig: ServerRig): void => {
      rig.server.faults.offline = true;
    }, "offline"],
    ["forbidden", (rig: ServerRig): void => rig.server.privileges.revoke("savedquery", "Read"), "forbidden"],
  ] as const)("where the server cannot be asked the list stays: %s", async (_, spoil, limit) => {
    const rig = serverRig({ rows: runsHourly(30), pageSize: 4 });
    await rig.wait(10);
    spoil(rig);
    await rig.wait(1000);
    expect([rig.state().limit, rig.state().server]).toEqual([limit, null]);
  });

  it("a view that cannot be read leaves the list, with its pages", async () => {
    const top = { ...storedView(NEWEST_FIRST), fetchXml: `<fetch top="7"><entity name="flowsession"><attribute name="name"/>${NEWEST_FIRST}</entity></fetch>` };
    const rig = await opened({ rows: runsHourly(30), views: [top], pageSize: 4 });
    expect(rig.state()).toMatchObject({ limit: "viewUnreadable", server: null, phase: "ready" });
    expect(rig.ids()).toEqual(idsOf(0, 4));
  });
});

describe("what the host hides", () => {
  const machine = { id: "aaaaaaaa-0000-4000-8000-000000000001", table: "flowmachine", name: "VM-1" };
  const other = { ...machine, id: "aaaaaaaa-0000-4000-8000-000000000002", name: "VM-2" };
  const onMachines = runsHourly(40).map((row, n) => ({ ...row, cells: { ...row.cells, machineid: n % 2 === 0 ? machine : other } }));
  const ofFirst = idsOf(0, 40).filter((id) => parseInt(id.slice(-4), 16) % 2 === 0);
  const subgrid = { kind: "subgrid", parent: { column: "machineid", ...machine } } as const;

  it("a subgrid shows its machine's runs, though nothing names the relationship", async () => {
    const rig = await opened({ rows: onMachines, placement: subgrid, pageSize: 4 });
    expect(rig.state()).toMatchObject({ limit: null, server: { phase: "complete" } });
    expect(rig.ids()).toEqual(expect.arrayContaining(ofFirst.slice(0, 10)));
    expect(rig.ids().every((id) => ofFirst.includes(id))).toBe(true);
    expect(rig.host.violations).toEqual([]);
  });

  it("a subgrid of a run shows its children", async () => {
    const parent = { id: runId(500), table: "flowsession", name: "Parent" };
    const rows = [servedRun(500, TEST_NOW - 30 * HOUR), ...runsHourly(20).map((row, n) => (n % 4 === 0 ? { ...row, cells: { ...row.cells, parentdesktopflowrunid: parent } } : row))];
    const rig = await opened({ rows, placement: { kind: "subgrid", parent: { column: "parentdesktopflowrunid", ...parent } }, pageSize: 4 });
    expect(rig.state().server?.phase).toBe("complete");
    expect(rig.ids()).toEqual([0, 4, 8, 12, 16].map(runId));
  });

  it("a search in the host's box takes the server away, and the list with its own rows stays", async () => {
    const rig = await opened({ rows: runsHourly(40) });
    rig.host.setQuickFind("run 3");
    await rig.wait(2000);
    // Nothing is asked for over and over: the search stands.
    rig.server.ledger.clear();
    await rig.wait(5000);
    expect(rig.server.ledger.entries).toEqual([]);
    expect(rig.state()).toMatchObject({ limit: "hiddenFilter", server: null });
    expect(rig.ids()).toEqual([3, ...[...Array(10).keys()].map((n) => 30 + n)].map(runId).sort());
    rig.host.setQuickFind("");
    await rig.wait(2000);
    expect(rig.state()).toMatchObject({ limit: null, server: { phase: "complete" } });
  });
});

it("a search that finds more than the host counts is seen at the top of the list", async () => {
  const rows = [...Array(12_000).keys()].map((n) => servedRun(n, TEST_NOW - (n + 1) * 60_000, { name: n % 2 === 0 ? "Even" : "Odd" }));
  const rig = await opened({ rows });
  expect(rig.state()).toMatchObject({ limit: null, server: { phase: "complete" } });
  rig.host.setQuickFind("even");
  await rig.wait(2000);
  expect(rig.state()).toMatchObject({ limit: "hiddenFilter", server: null });
});

describe("the memory", () => {
  it("parents outside of the window come too, to any depth; one that the view lacks is a ghost", async () => {
    const parentOf = (n: number) => ({ parentdesktopflowrunid: { id: runId(n), table: "flowsession", name: `Run ${n}` } });
    const rows = [servedRun(1, TEST_NOW - HOUR, parentOf(2)), servedRun(2, TEST_NOW - 200 * HOUR, parentOf(3)), servedRun(3, TEST_NOW - 300 * HOUR, parentOf(99)), servedRun(4, TEST_NOW - 200 * HOUR)];
    const rig = await opened({ rows });
    expect(rig.ids()).toEqual([1, 2, 3].map(runId));
    rig.server.ledger.clear();
    rig.demand(TEST_NOW - 25 * HOUR, TEST_NOW - HOUR);
    await rig.wait(500);
    expect(rig.server.ledger.entries).toEqual([]);
  });

  it("a window that is left before it has come is superseded", async () => {
    const rig = serverRig({ rows: runsHourly(400) });
    await rig.wait(150);
    rig.demand(TEST_NOW - 24 * HOUR, TEST_NOW);
    await rig.wait(20);
    rig.demand(TEST_NOW - 240 * HOUR, TEST_NOW - 216 * HOUR);
    await rig.wait(1500);
    expect(rig.state().server?.phase).toBe("complete");
    expect(rig.ids()).toEqual(expect.arrayContaining(idsOf(216, 239)));
    expect(rig.ids()).not.toContain(runId(100));
  });
});

describe("changes", () => {
  const upsert = (rig: ServerRig, ...rows: EmulatedRow[]): void => void rig.database.table("flowsession").upsert(rows.map((row) => ({ ...row, cells: { ...row.cells, modifiedon: instant(rig.clock.now()) } })));

  it("new, changed and deleted runs are seen with the next refresh", async () => {
    const rig = await opened({ rows: runsHourly(30) });
    upsert(rig, servedRun(900, TEST_NOW - HOUR / 2), { id: runId(3), cells: { statuscode: 8, errorcode: "Boom" } });
    rig.database.table("flowsession").delete([runId(5)]);
    rig.keeper.ports.source.refresh();
    await rig.wait(2500);
    expect(rig.ids()).toContain(runId(900));
    expect(rig.ids()).not.toContain(runId(5));
    const { store } = rig.keeper.ports.source;
    expect(store.run(store.slotOf(runId(3)))).toMatchObject({ statusCode: 8, errorCode: "Boom" });
    expect(rig.host.violations).toEqual([]);
  });

  describe("in a window of before, while another one is looked at", () => {
    const before = [TEST_NOW - 24 * HOUR, TEST_NOW] as const;
    const after = [TEST_NOW - 240 * HOUR, TEST_NOW - 216 * HOUR] as const;

    it("what was deleted is gone when it is looked at again", async () => {
      const rig = await opened({ rows: runsHourly(400) });
      rig.demand(...after);
      await rig.wait(3000);
      rig.database.table("flowsession").delete([runId(5)]);
      rig.keeper.ports.source.refresh();
      await rig.wait(4000);
      rig.demand(...before);
      await rig.wait(3000);
      expect(rig.ids()).not.toContain(runId(5));
      expect(rig.state().server?.phase).toBe("complete");
    });

    it("what changed is not taken for known because later changes have come from the other one", async () => {
      const rig = await opened({ rows: runsHourly(400) });
      upsert(rig, { id: runId(5), cells: { statuscode: 8 } });
      await rig.wait(600_000);
      upsert(rig, { id: runId(220), cells: { statuscode: 8 } });
      rig.demand(...after);
      await rig.wait(3000);
      rig.demand(...before);
      rig.keeper.ports.source.refresh();
      await rig.wait(4000);
      const { store } = rig.keeper.ports.source;
      expect(store.statusCode(store.slotOf(runId(5)))).toBe(8);
    });
  });

  it("a refresh that fails is said to, and tried again until it has brought what changed", async () => {
    const rig = await opened({ rows: runsHourly(30) });
    upsert(rig, servedRun(900, TEST_NOW - HOUR / 2));
    rig.server.faults.next({ kind: "down", status: 503 }, 2, ({ kind }) => kind === "rows");
    rig.keeper.ports.source.refresh();
    await rig.wait(1000);
    expect(rig.state().server).toMatchObject({ phase: "complete", fault: { kind: "down" } });
    await rig.wait(20_000);
    expect(rig.state().server).toMatchObject({ phase: "complete", fault: null });
    expect(rig.ids()).toContain(runId(900));
  });

  it("a parent outside of the window that is deleted becomes a ghost", async () => {
    const rig = await opened({ rows: [...runsHourly(10, { parentdesktopflowrunid: { id: runId(300), table: "flowsession", name: "Parent" } }), servedRun(300, TEST_NOW - 300 * HOUR)] });
    expect(rig.ids()).toContain(runId(300));
    rig.database.table("flowsession").delete([runId(300)]);
    rig.keeper.ports.source.refresh();
    await rig.wait(3000);
    expect(rig.ids()).toEqual(idsOf(0, 10));
  });

  it("a run that leaves the view goes, one that comes into it comes", async () => {
    const filter = '<filter><condition attribute="statuscode" operator="eq" value="8"/></filter>';
    const rig = await opened({ rows: runsHourly(10, { statuscode: 8 }).concat(servedRun(50, TEST_NOW - HOUR)), views: [storedView(filter)] });
    upsert(rig, { id: runId(2), cells: { statuscode: 4 } }, { id: runId(50), cells: { statuscode: 8 } });
    rig.keeper.ports.source.refresh();
    await rig.wait(2500);
    expect(rig.ids()).toEqual([...idsOf(0, 2), ...idsOf(3, 10), runId(50)].sort());
  });

  it("what failed while the tab was hidden is counted when it is seen again", async () => {
    const rig = await opened({ rows: [...runsHourly(30), servedRun(700, TEST_NOW - HOUR, { statuscode: 2, completedon: null }), servedRun(702, TEST_NOW - HOUR, { statuscode: 2, completedon: null })] });
    rig.clock.setHidden(true);
    await rig.wait(60_000);
    upsert(rig, servedRun(701, TEST_NOW - HOUR, { statuscode: 8, completedon: instant(rig.clock.now()) }), { id: runId(700), cells: { statuscode: 8, completedon: instant(rig.clock.now()) } },
      { id: runId(702), cells: { statuscode: 8 } });
    await rig.wait(60_000);
    rig.clock.setHidden(false);
    await rig.wait(2000);
    expect([...rig.state().newFailures].sort()).toEqual([runId(700), runId(701), runId(702)]);
    rig.keeper.ports.source.failuresSeen?.();
    expect(rig.state().newFailures).toEqual([]);
  });

  it("a new failure stays here though another time is looked at", async () => {
    const rig = await opened({ rows: runsHourly(400) });
    rig.demand(TEST_NOW - 300 * HOUR, TEST_NOW - 276 * HOUR);
    await rig.wait(500);
    rig.clock.setHidden(true);
    await rig.wait(60_000);
    upsert(rig, servedRun(701, TEST_NOW - HOUR, { statuscode: 8, completedon: instant(rig.clock.now()) }));
    rig.clock.setHidden(false);
    await rig.wait(2000);
    expect(rig.state().newFailures).toEqual([runId(701)]);
    expect(rig.ids()).toContain(runId(701));
  });

  it.each([
    ["busy", { kind: "busy", retryAfterSeconds: 2 }], ["down", { kind: "down", status: 503 }],
  ] as const)("a server that is %s loses nothing, and is asked again by itself", async (kind, fault) => {
    const rig = await opened({ rows: runsHourly(400) });
    const before = rig.ids();
    rig.server.faults.next(fault as never);
    rig.demand(TEST_NOW - 100 * HOUR, TEST_NOW - 76 * HOUR);
    await rig.wait(300);
    expect(rig.state().server).toMatchObject({ phase: "interrupted", fault: { kind } });
    expect(rig.ids()).toEqual(before);
    await rig.wait(8000);
    expect(rig.state().server).toMatchObject({ phase: "complete", fault: null });
  });
});
