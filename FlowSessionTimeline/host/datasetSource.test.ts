/** @jest-environment jsdom */
import { createRig, FETCH, runId, runs, runTable, type Rig, type RigOptions } from "../../emulator/rig";
import type { EmulatedView } from "../../emulator";
import { TestClock } from "../../tests/support/testClock";
import { RunStore } from "../domain/runStore";
import { profileOf } from "../domain/tableProfile";
import { DatasetSource } from "./datasetSource";
import { StoreWriter } from "./storeWriter";

type DataSet = ComponentFramework.PropertyTypes.DataSet;

function listSource(time: TestClock): DatasetSource {
  const profile = profileOf("flowsession");
  return new DatasetSource(profile, new RunStore(profile.statuses), new StoreWriter(time), time);
}

const view = (id: number, columns: readonly string[], filter?: EmulatedView["filter"]): EmulatedView => ({
  id: `bbbbbbbb-0000-4000-8000-00000000000${id}`, name: `View ${id}`, columns: columns.map((name) => ({ name, width: 100 })), order: [{ column: "startedon", descending: false }], ...(filter ? { filter } : {}),
});
const EVERYTHING = view(1, ["name", "statuscode", "startedon", "machineid"]);
const FAILED = view(2, ["name", "statuscode", "startedon"], (row) => row.cells.statuscode === 8);
const TIMELESS = view(3, ["name", "statuscode"]);

/** A source on an emulated host with pages of four rows. */
function mounted(options: RigOptions = {}): Rig & { readonly source: DatasetSource; readonly time: TestClock; readonly ids: () => string[] } {
  const time = new TestClock();
  const source = listSource(time);
  const rig = createRig({ view: EVERYTHING, ...options, clock: time.host, onUpdate: ({ parameters }) => source.update(parameters.runs, parameters.runs.getViewId()) });
  const ids = (): string[] => [...Array(source.store.slotCount).keys()].filter((slot) => source.store.isLive(slot)).map((slot) => source.store.id(slot)).sort();
  return Object.assign(Object.create(null) as object, { ...rig, source, time, ids });
}
const idsOf = (...numbers: number[]): string[] => numbers.map(runId).sort();
const upTo = (count: number): number[] => [...Array(count).keys()];

describe("the first rows", () => {
  it("are awaited through a pass that has none", () => {
    const { source } = mounted();
    expect(source.state()).toMatchObject({ phase: "loading", busy: true, asOf: null, key: EVERYTHING.id });
    expect(source.store.size).toBe(0);
  });

  it("come with what is known about them", async () => {
    const { source, time, ids } = mounted();
    await time.advance(FETCH);
    expect(ids()).toEqual(idsOf(0, 1, 2, 3));
    expect(source.state()).toMatchObject({ phase: "ready", busy: false, message: "", total: 10, hasMore: true });
    expect(source.state().asOf).toBeGreaterThan(0);
  });

  it("may be none", async () => {
    const { source, time } = mounted({ rows: [] });
    await time.advance(FETCH);
    expect(source.state()).toMatchObject({ phase: "ready", total: 0, hasMore: false });
  });

  it("have no total where the host does not count", async () => {
    const { source, time } = mounted({ quirks: { totalResultCount: "notCounted" } });
    await time.advance(FETCH);
    expect(source.state().total).toBeNull();
  });

  it("name the roles for which the view has no column", async () => {
    const { source, time } = mounted();
    await time.advance(FETCH);
    expect(source.state().missingRoles).toContain("parentRun");
    expect(source.state().missingRoles).not.toContain("machine");
  });

  it("are counted once if an id is repeated, and the surplus is noted", async () => {
    const { source, time } = mounted({ rows: [...runs(3), ...runs(1)], pageSize: 10 });
    await time.advance(FETCH);
    expect(source.store.size).toBe(3);
    expect(source.problems()).toEqual([{ kind: "repeatedId", count: 1, examples: [runId(0)] }]);
  });

  it("cannot be drawn without a column that tells a time", async () => {
    const { source, time, host } = mounted({ view: TIMELESS });
    await time.advance(FETCH);
    expect(source.state()).toMatchObject({ phase: "unbound", busy: false });
    expect(source.state().missingRoles).toContain("startedOn");
    host.setView(EVERYTHING);
    await time.advance(FETCH);
    expect(source.state().phase).toBe("ready");
    expect(source.store.size).toBe(4);
  });
});

describe("loading more", () => {
  it("asks for page after page, one at a time, to the end of the list", async () => {
    const { source, time, host, ids } = mounted();
    await time.advance(FETCH);
    source.loadMore();
    expect(source.state().busy).toBe(true);
    await time.advance(10 * FETCH);
    expect(ids()).toEqual(idsOf(...upTo(10)));
    expect([source.state().hasMore, source.state().busy, host.fetches]).toEqual([false, false, 3]);
  });

  it("makes no more than twenty requests at a time", async () => {
    const { source, time, host } = mounted({ rows: runs(200) });
    await time.advance(FETCH);
    source.loadMore();
    await time.advance(50 * FETCH);
    expect([source.store.size, source.state().hasMore, host.fetches]).toEqual([84, true, 21]);
  });

  it("reads about a thousand rows at a time where pages are large", async () => {
    const { source, time, host } = mounted({ rows: runs(3000), pageSize: 250 });
    await time.advance(FETCH);
    source.loadMore();
    await time.advance(50 * FETCH);
    expect([source.store.size, host.fetches]).toEqual([1250, 5]);
  });

  it("goes on after the host has refreshed in between", async () => {
    const { source, time, host, ids } = mounted();
    await time.advance(FETCH);
    source.loadMore();
    host.refresh();
    await time.advance(10 * FETCH);
    expect(ids()).toEqual(idsOf(...upTo(10)));
    expect(source.state()).toMatchObject({ busy: false, hasMore: false });
  });

  it("ends with a page that brings nothing", () => {
    const time = new TestClock();
    const source = listSource(time);
    let asked = 0;
    const column = { name: "startedon", alias: "startedon", order: 0, displayName: "", dataType: "DateAndTime.DateAndTime", visualSizeFactor: 1 };
    const records = { [runId(0)]: { getValue: () => "2026-01-15T10:00:00Z", getFormattedValue: () => "" } };
    const pass = (): void => source.update({
      loading: false, error: false, columns: [column], records, sortedRecordIds: [runId(0)],
      paging: { hasNextPage: true, pageSize: 4, totalResultCount: -1, lastPageNumber: 1, loadNextPage: () => void asked++ },
    } as unknown as DataSet, "view");
    pass();
    source.loadMore();
    for (let turn = 0; turn < 20; turn++) pass();
    expect([asked, source.state().busy]).toEqual([2, false]);
    source.loadMore();
    expect(asked).toBe(3);
  });
});

describe("a refresh", () => {
  async function allLoaded(options: RigOptions = {}): Promise<ReturnType<typeof mounted> & { readonly sizes: number[] }> {
    const rig = mounted(options);
    await rig.time.advance(FETCH);
    rig.source.loadMore();
    await rig.time.advance(10 * FETCH);
    const sizes: number[] = [];
    rig.source.subscribe(() => void sizes.push(rig.source.store.size));
    return Object.assign(rig, { sizes });
  }

  it.each(["its own", "the host's"])("reads again what was loaded, and only then lets rows go that are gone: %s", async (whose) => {
    const { source, host, table, time, ids, sizes } = await allLoaded();
    table.deleteRows([runId(0), runId(9)]);
    if (whose === "its own") source.refresh();
    else host.refresh();
    await time.advance(10 * FETCH);
    expect(ids()).toEqual(idsOf(1, 2, 3, 4, 5, 6, 7, 8));
    expect([...new Set(sizes)]).toEqual([10, 8]);
    expect(source.state()).toMatchObject({ phase: "ready", busy: false, hasMore: false, total: 8 });
  });

  it("brings changed rows in place and new ones beside them", async () => {
    const { source, table, time } = await allLoaded();
    const slot = source.store.slotOf(runId(1));
    table.upsertRows([{ id: runId(1), cells: { statuscode: 8 } }, ...runs(11).slice(10)]);
    source.refresh();
    await time.advance(10 * FETCH);
    expect([source.store.slotOf(runId(1)), source.store.statusCode(slot), source.store.size]).toEqual([slot, 8, 11]);
  });

  it("that finds nothing new changes nothing to draw", async () => {
    const { source, time } = await allLoaded();
    const { version } = source.store;
    source.refresh();
    await time.advance(10 * FETCH);
    expect(source.store.version).toBe(version);
  });

  it("that fails says so and keeps the rows; the next one that succeeds takes it back", async () => {
    const { source, host, time } = await allLoaded();
    host.failNextFetch("The server is on holiday.");
    source.refresh();
    await time.advance(FETCH);
    expect(source.state()).toMatchObject({ phase: "failed", busy: false, message: "The server is on holiday." });
    expect(source.store.size).toBe(10);
    source.refresh();
    await time.advance(10 * FETCH);
    expect(source.state()).toMatchObject({ phase: "ready", message: "" });
    expect(source.store.size).toBe(10);
  });

  it("drops no row when more are loaded after a page has failed", async () => {
    const { source, host, time, ids } = mounted({ rows: runs(12) });
    await time.advance(FETCH);
    host.failNextFetch("no");
    source.loadMore();
    await time.advance(FETCH);
    expect([source.state().phase, source.store.size]).toEqual(["failed", 4]);
    source.loadMore();
    await time.advance(10 * FETCH);
    expect(ids()).toEqual(idsOf(...upTo(12)));
  });
});

describe("another view", () => {
  it("starts over at once", async () => {
    const { source, host, time, ids } = mounted();
    await time.advance(FETCH);
    host.setView(FAILED);
    await time.advance(1);
    expect(source.state()).toMatchObject({ phase: "loading", busy: true, key: FAILED.id, asOf: null });
    expect(source.store.size).toBe(0);
    await time.advance(FETCH);
    expect(ids()).toEqual(idsOf(0, 3, 6, 9));
  });

  it("does not read on as far as the one before", async () => {
    const { source, host, time } = mounted({ rows: runs(40) });
    await time.advance(FETCH);
    source.loadMore();
    await time.advance(20 * FETCH);
    expect(source.store.size).toBe(40);
    host.setView(FAILED);
    await time.advance(10 * FETCH);
    expect([source.store.size, source.state().hasMore]).toEqual([4, true]);
  });
});

describe("passes of the host", () => {
  it("that bring nothing new tell nobody", async () => {
    const { source, time, host } = mounted();
    await time.advance(FETCH);
    let told = 0;
    source.subscribe(() => void told++);
    host.setInput("height", 300);
    host.setTheme("dark");
    await time.advance(FETCH);
    expect(told).toBe(0);
  });

  it("with many rows are read in slices, and the newest reading counts", async () => {
    const { source, time, table, host } = mounted({ rows: runs(1000), pageSize: 1000 });
    time.costPerLook = 100;
    await time.advance(FETCH);
    expect(source.store.size).toBe(1000);
    table.setRows(runs(999));
    host.refresh();
    await time.advance(FETCH);
    expect(source.store.size).toBe(999);
  });
});

describe("what the first picture does not show", () => {
  /** Long enough for all that is put off. */
  const LATER_MS = 2500;

  it("is read when it has been drawn, and changes nothing then", async () => {
    const { source, time } = mounted();
    await time.advance(FETCH);
    const { version } = source.store;
    expect(source.store.isRestDue).toBe(true);
    let told = 0;
    source.subscribe(() => void told++);
    source.pictured();
    await time.advance(500);
    expect([source.store.isRestDue, source.store.version, told, time.pending]).toEqual([false, version, 0, 0]);
    expect(source.store.run(source.store.slotOf(runId(2)))).toMatchObject({ name: "Run 2", machine: { name: "VM-1" } });
  });

  it("is read all the same where nothing is drawn: in a tab that nobody sees", async () => {
    const { source, time } = mounted();
    await time.advance(FETCH + LATER_MS);
    expect(source.store.isRestDue).toBe(false);
  });

  it("is told of where it says what was not known", async () => {
    const time = new TestClock();
    const source = listSource(time);
    const column = (name: string): object => ({ name, alias: name, order: 0, displayName: "", dataType: "DateAndTime.DateAndTime", visualSizeFactor: 1 });
    const records = Object.fromEntries(upTo(3).map((n) => [runId(n), { getValue: (name: string) => (name === "modifiedon" ? "soon" : "2026-03-08T07:00:00Z"), getFormattedValue: () => "" }]));
    source.update({
      loading: false, error: false, columns: [column("startedon"), column("modifiedon")], records, sortedRecordIds: Object.keys(records),
      paging: { hasNextPage: false, pageSize: 4, totalResultCount: 3, loadNextPage: () => undefined },
    } as unknown as DataSet, "view");
    let told = 0;
    source.subscribe(() => void told++);
    expect(source.problems().filter(({ kind }) => kind === "badDate")).toEqual([]);
    await time.advance(LATER_MS);
    expect(source.problems().find(({ kind }) => kind === "badDate")).toMatchObject({ count: 3 });
    expect(told).toBe(1);
  });

  it.each(["a refresh", "another view", "the server in place of the list"])("is not waited for by %s", async (what) => {
    const { source, host, table, time, ids } = mounted();
    await time.advance(FETCH);
    table.upsertRows([{ id: runId(1), cells: { name: "renamed" } }]);
    if (what === "a refresh") source.refresh();
    if (what === "another view") host.setView(FAILED);
    if (what === "the server in place of the list") source.setSilent(true);
    await time.advance(FETCH + LATER_MS);
    expect(time.pending).toBe(0);
    if (what === "a refresh") expect(source.store.run(source.store.slotOf(runId(1))).name).toBe("renamed");
    if (what === "another view") expect(ids()).toEqual(idsOf(0, 3, 6, 9));
    expect(source.store.isRestDue).toBe(false);
  });
});

it("nothing is pending and nobody is told after the end, with a request in flight or a reading under way", async () => {
  const { source, time, host } = mounted({ table: runTable(runs(1000)), pageSize: 500 });
  await time.advance(FETCH);
  let told = 0;
  source.subscribe(() => void told++);
  source.loadMore();
  told = 0;
  time.costPerLook = 100;
  source.dispose();
  host.unmount();
  expect(time.pending).toBe(0);
  source.loadMore();
  source.refresh();
  await time.advance(10 * FETCH);
  expect([told, time.pending]).toEqual([0, 0]);
});
