import * as fc from "fast-check";
import { runToEnd, Work } from "../base/work";
import { BlockReader } from "./blockReader";
import { Role, ROLES, DETAIL_ROLES, STAND_IN_ROLES } from "./role";
import { Run } from "./run";
import { guid, oneByOne, STATUSES } from "./run.testing";
import { RunStore } from "./runStore";

type Cells = Readonly<Partial<Record<Role, unknown>>>;
interface Row { readonly id: unknown; readonly cells: Cells; readonly isThere: boolean }

const EVERY_ROLE: readonly Role[] = [...ROLES, ...DETAIL_ROLES, ...STAND_IN_ROLES];
const COLUMNS = new Map(EVERY_ROLE.map((role) => [role, role]));
/** What the picture of a list is made of. */
const PLACING: readonly Role[] = ["startedOn", "completedOn", "createdOn", "runStatus", "parentRun", "executedOn", "canceledOn"];
const START = Date.UTC(2026, 0, 15, 10);
const stamp = (minutes: number): string => `${new Date(START + minutes * 60_000).toISOString().slice(0, 19)}Z`;

const row = (n: number, cells: Cells = {}): Row => ({
  id: guid(n), isThere: true,
  cells: { runStatus: 8, startedOn: stamp(n), completedOn: stamp(n + 1), modifiedOn: stamp(n + 1), runName: `name ${n}`, flow: { id: guid(500 + (n % 3)), name: `flow ${n % 3}`, etn: "workflow" }, errorCode: `code ${n}`, ...cells },
});

/** Rows as a host holds them, and which cells of them were asked for. */
class TestRows {
  public readonly asked: { readonly row: number; readonly role: Role }[] = [];
  private at = 0;

  public constructor(private readonly rows: readonly Row[]) {}

  public get length(): number {
    return this.rows.length;
  }

  public seek(at: number): boolean {
    this.at = at;
    return this.rows[at].isThere;
  }

  public id(): unknown {
    return this.rows[this.at].id;
  }

  public value(column: string): unknown {
    const role = column as Role;
    this.asked.push({ row: this.at, role });
    return this.rows[this.at].cells[role];
  }

  public text(column: string): string {
    const cell = this.rows[this.at].cells[column as Role];
    return typeof cell === "number" ? `label of ${cell}` : "";
  }
}

const readerOf = (store: RunStore, rows: TestRows, columns: ReadonlyMap<Role, string> = COLUMNS): BlockReader =>
  new BlockReader(oneByOne(rows), columns, store.tables, STATUSES, { isStamped: true, isOneFetch: true });

/** A store whose first load was placed, and no more. */
function placed(...rows: readonly Row[]): { readonly store: RunStore; readonly rows: TestRows } {
  const store = new RunStore(STATUSES);
  const given = new TestRows(rows);
  runToEnd(store.placeInSlices(readerOf(store, given), "remove"));
  return { store, rows: given };
}

/** All that can be seen of a store, but for how often it changed. */
function seen(store: RunStore): object {
  const slots = [...Array(store.slotCount).keys()];
  const runs = slots.map((slot): Run | null => (store.isLive(slot) ? store.run(slot) : null));
  const spans = slots.map((slot) => [store.title(slot), store.fromMs[slot], store.toMs[slot], store.shape[slot], store.family[slot], store.beginMs[slot], store.parentSlot(slot), store.modifiedMs(slot)]);
  return { runs, spans, size: store.size, problems: store.problems(), extent: store.extent() };
}

describe("a first load that is placed", () => {
  it("reads of each row what places its run, and the rest when all of it is wanted", () => {
    const { store, rows } = placed(row(1), row(2), row(3));
    expect(new Set(rows.asked.map(({ role }) => role))).toEqual(new Set(PLACING));
    expect(store.isRestDue).toBe(true);
    runToEnd(store.readRest());
    expect(store.isRestDue).toBe(false);
    const read = rows.asked.length;
    expect([store.run(1).name, store.run(2).errorCode]).toEqual(["name 2", "code 3"]);
    expect(rows.asked).toHaveLength(read);
  });

  it("is a change, and says at once what is odd about places", () => {
    const store = new RunStore(STATUSES);
    expect([store.problems(), store.version]).toEqual([[], 0]);
    runToEnd(store.placeInSlices(readerOf(store, new TestRows([row(1), row(2, { completedOn: stamp(0) })])), "remove"));
    expect(store.problems()).toEqual([{ kind: "endBeforeStart", count: 1, examples: [guid(2)] }]);
  });

  it("tells all of a run that is asked about, and reads no other for it", () => {
    const { store, rows } = placed(row(1), row(2), row(3));
    rows.asked.length = 0;
    expect([store.title(1), store.errorCodeText(1), store.run(1).modifiedOn]).toEqual(["flow 2", "code 2", Date.parse(stamp(3))]);
    expect(new Set(rows.asked.map((one) => one.row))).toEqual(new Set([1]));
    expect(new Set(rows.asked.map(({ role }) => role)).size).toBe(rows.asked.length);
  });

  it("tells a column whole, whenever it is asked for", () => {
    const { store } = placed(row(1), row(2));
    expect([...store.errorCode.subarray(0, 2)].map((index) => store.strings.text(index))).toEqual(["code 1", "code 2"]);
  });

  it("does not change by reading the rest", () => {
    const { store } = placed(row(1), row(2, { parentRun: { id: guid(1) } }));
    const { version } = store;
    expect(version).toBeGreaterThan(0);
    runToEnd(store.readRest());
    expect(store.version).toBe(version);
  });

  it("notes what is odd in the rest when that is read", () => {
    const { store } = placed(row(1, { completedOn: "never" }), row(2, { modifiedOn: "soon" }));
    const { version } = store;
    runToEnd(store.readRest());
    expect(store.version).toBeGreaterThan(version);
    expect(store.problems().find(({ kind }) => kind === "badDate")).toMatchObject({ count: 2 });
  });

  it("is read in full where rows share an id", () => {
    const { store } = placed(row(1), row(2), row(1, { modifiedOn: stamp(60), runName: "newer" }));
    expect(store.isRestDue).toBe(false);
    expect([store.size, store.run(0).name]).toEqual([2, "newer"]);
  });

  it("is forgotten with the runs, and the stamps that were read of it", () => {
    const { store, rows } = placed(row(1), row(300));
    store.run(1);
    store.clear();
    rows.asked.length = 0;
    runToEnd(store.readRest());
    expect([store.isRestDue, rows.asked]).toEqual([false, []]);
    for (const errorCode of ["before", "after"]) runToEnd(store.mergeInSlices(readerOf(store, new TestRows([row(1, { errorCode })])), "remove"));
    expect(store.run(0).errorCode).toBe("after");
  });

  it("does not let a refresh trust a stamp that was not read with its row", () => {
    const { store } = placed(row(1, { errorCode: "before" }), row(200));
    const rows = new TestRows([row(1, { errorCode: "after" }), row(200)]);
    // The rest of the first load is read first, so that its stamps are those of its rows.
    runToEnd(store.mergeInSlices(readerOf(store, rows), "remove"));
    expect(store.run(0).errorCode).toBe("before");
    runToEnd(store.mergeInSlices(readerOf(store, new TestRows([row(1, { errorCode: "after", modifiedOn: stamp(300) }), row(200)])), "remove"));
    expect(store.run(0).errorCode).toBe("after");
  });
});

const someText = fc.constantFrom(null, "", "a", "b");
const someTime = fc.oneof({ weight: 4, arbitrary: fc.nat(400).map(stamp) }, { weight: 1, arbitrary: fc.constantFrom<unknown>(null, "soon", {}) });
const someLookup = fc.oneof(fc.constant(null), fc.record({ id: fc.nat(3).map((n) => guid(600 + n)), name: fc.constantFrom("x", "y", ""), etn: fc.constantFrom("t", undefined) }), fc.constant("plain"));
const someChoice = fc.constantFrom<unknown>(null, 0, 1, "2", "text");
const someCells: fc.Arbitrary<Cells> = fc.record<Cells>({
  startedOn: someTime, completedOn: someTime, createdOn: someTime, modifiedOn: someTime, executedOn: someTime, canceledOn: someTime,
  runStatus: fc.constantFrom<unknown>(2, 3, 4, 8, "8", null, 99, "no"), parentRun: fc.oneof(fc.constant(null), fc.nat(12).map((n) => ({ id: guid(n) })), fc.constant("elsewhere")),
  runName: someText, errorCode: someText, errorMessage: someText, innerError: someText, sessionUser: someText,
  machine: someLookup, machineGroup: someLookup, flow: someLookup, owner: someLookup,
  runMode: someChoice, trigger: someChoice, sessionMode: someChoice, subCategory: someChoice,
});
const simpleRows: fc.Arbitrary<readonly Row[]> = fc.array(someCells, { maxLength: 12 }).map((all) => all.map((cells, n) => ({ id: guid(n), cells, isThere: true })));
/** Ids repeat, some are none or no GUIDs, some rows are not there. */
const oddRows: fc.Arbitrary<readonly Row[]> = fc.array(fc.record({
  id: fc.oneof({ weight: 9, arbitrary: fc.nat(12).map(guid) }, { weight: 1, arbitrary: fc.constantFrom<unknown>("", null, "text") }),
  cells: someCells, isThere: fc.nat(9).map((n) => n > 0),
}), { maxLength: 12 });
/** Runs of several steps, some of them children of the first. */
const MANY = [...Array(300).keys()].map((n) => row(1000 + n, n % 7 === 0 ? { parentRun: { id: guid(n % 12) } } : {}));
const someRows = fc.oneof(
  { weight: 4, arbitrary: simpleRows }, { weight: 4, arbitrary: oddRows }, { weight: 1, arbitrary: fc.tuple(simpleRows, oddRows).map(([before, after]) => [...before, ...MANY, ...after]) },
);
/** What others do while a store is written: ask about a run, read some of the rest, or nothing. */
const someAsks = fc.array(fc.oneof(fc.nat(12), fc.constant("rest" as const), fc.constant("nothing" as const)), { maxLength: 8 });
const someColumns = fc.subarray([...EVERY_ROLE], { minLength: EVERY_ROLE.length - 3 }).map((roles) => new Map(roles.map((role) => [role, role])));
const someAbsent = fc.constantFrom("keep" as const, "remove" as const);

/** Does what is asked for, one after each step of the work. @param steps after so many it is dropped */
function run(store: RunStore, work: Work<void>, asks: readonly (number | string)[], steps = Infinity): void {
  const rest = store.readRest();
  for (let step = 0; step < steps; step++) {
    if (work.next().done) break;
    const ask = asks[step % Math.max(1, asks.length)];
    if (typeof ask === "number" && ask < store.slotCount) store.run(ask);
    if (ask === "rest") rest.next();
  }
}

describe("what is read in two goes", () => {
  it("is what is read in one, whoever asks about it when, and with every load after it", () => {
    const next = fc.record({ rows: someRows, absent: someAbsent, isPlaced: fc.boolean() });
    fc.assert(fc.property(someRows, someColumns, someAbsent, someAsks, fc.array(next, { maxLength: 3 }), (first, columns, absent, asks, later) => {
      const [whole, parted] = [new RunStore(STATUSES), new RunStore(STATUSES)];
      runToEnd(whole.mergeInSlices(readerOf(whole, new TestRows(first), columns), absent));
      run(parted, parted.placeInSlices(readerOf(parted, new TestRows(first), columns), absent), asks);
      for (const ask of asks) if (typeof ask === "number" && ask < parted.slotCount) expect(parted.run(ask).startedOn).toEqual(whole.run(ask).startedOn);
      for (const { rows, absent: more, isPlaced } of later) {
        runToEnd(whole.mergeInSlices(readerOf(whole, new TestRows(rows), columns), more));
        const reader = readerOf(parted, new TestRows(rows), columns);
        run(parted, isPlaced ? parted.placeInSlices(reader, more) : parted.mergeInSlices(reader, more), asks);
      }
      runToEnd(parted.readRest());
      expect(seen(parted)).toEqual(seen(whole));
    }), { numRuns: 300 });
  });

  it("is right at once for each run that is asked about", () => {
    fc.assert(fc.property(fc.array(someCells, { maxLength: 8 }), fc.nat(7), (all, slot) => {
      // One name for each record: which counts of several is known when all rows are read.
      const rows = all.map((cells, n) => ({ ...row(n, cells), cells: { ...cells, machine: null, machineGroup: null, flow: null, owner: null } }));
      const whole = new RunStore(STATUSES);
      runToEnd(whole.mergeInSlices(readerOf(whole, new TestRows(rows)), "remove"));
      const { store } = placed(...rows);
      if (slot < store.slotCount) expect(store.run(slot)).toEqual(whole.run(slot));
    }), { numRuns: 200 });
  });

  it("is whole although the placing, the rest or a refresh is given up on the way", () => {
    const rows = [...MANY, ...[...Array(12).keys()].map((n) => row(n))];
    fc.assert(fc.property(fc.nat(3), fc.nat(3), fc.nat(3), someAsks, (placing, rest, merging, asks) => {
      const store = new RunStore(STATUSES);
      run(store, store.placeInSlices(readerOf(store, new TestRows(rows)), "remove"), asks, placing);
      run(store, store.readRest(), asks, rest);
      run(store, store.mergeInSlices(readerOf(store, new TestRows(rows)), "remove"), asks, merging);
      runToEnd(store.mergeInSlices(readerOf(store, new TestRows(rows)), "remove"));
      const whole = new RunStore(STATUSES);
      runToEnd(whole.mergeInSlices(readerOf(whole, new TestRows(rows)), "remove"));
      expect(store.isRestDue).toBe(false);
      expect(seen(store)).toEqual(seen(whole));
    }), { numRuns: 25 });
  });

  it("leaves nothing to read before runs are removed", () => {
    const { store } = placed(row(1), row(2, { modifiedOn: "soon" }), row(3));
    runToEnd(store.removeInSlices([1]));
    runToEnd(store.readRest());
    expect(store.problems()).toEqual([]);
    runToEnd(store.mergeInSlices(readerOf(store, new TestRows([row(9)])), "keep"));
    expect([0, 1, 2].map((slot) => store.run(slot).name)).toEqual(["name 1", "name 9", "name 3"]);
  });

  it("is placed into a store that held as many runs before it was cleared", () => {
    const many = Array.from({ length: 600 }, (_, n) => row(n + 1));
    const { store } = placed(...many);
    store.clear();
    const rows = new TestRows(many.slice(0, 599));
    runToEnd(store.placeInSlices(readerOf(store, rows), "remove"));
    expect([store.size, store.slotOf(guid(599)), store.isRestDue]).toEqual([599, 598, true]);
    expect(new Set(rows.asked.map(({ role }) => role))).toEqual(new Set(PLACING));
  });
});
