import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { CellReader } from "./cellReader";
import { DETAIL_ROLES, Role, ROLES } from "./role";
import { guid, STATUSES } from "./run.testing";
import { RunStore } from "./runStore";

type Cells = Partial<Record<Role, unknown>>;
interface Row { readonly id: string; readonly cells: Cells }

const COLUMNS = new Map([...ROLES, ...DETAIL_ROLES].map((role) => [role, role]));
const START = Date.UTC(2026, 0, 15, 10);
const HOUR = 3_600_000;
/** As the server writes it: to the second. */
const stamp = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const machine = (name: string): unknown => ({ id: { guid: guid(70) }, etn: "flowmachine", name });
const row = (n: number, cells: Cells = {}): Row => ({
  id: guid(n), cells: { runStatus: 4, startedOn: stamp(START), completedOn: stamp(START + 1000), modifiedOn: stamp(START), parentRun: { id: guid(90) }, errorMessage: "before", machine: machine("VM"), ...cells },
});
/** Written long after the others, so that their stamps are trusted. */
const LATER = row(99, { modifiedOn: stamp(START + HOUR), machine: null });

/** @returns how many cells were read */
function load(store: RunStore, rows: readonly Row[], origin = { isStamped: true, isOneFetch: true }, absent: "keep" | "remove" = "remove"): number {
  let at = 0;
  let reads = 0;
  const cells = {
    length: rows.length, seek: (n: number) => ((at = n), true), id: () => rows[at].id, text: () => "",
    value: (role: string) => (reads++, rows[at].cells[role as Role]),
  };
  runToEnd(store.mergeInSlices(new CellReader(cells, COLUMNS, store.tables, STATUSES, origin), absent));
  return reads;
}
function loaded(...rows: readonly Row[]): RunStore {
  const store = new RunStore(STATUSES);
  load(store, [...rows, LATER]);
  return store;
}
const run = (store: RunStore, n: number): ReturnType<RunStore["run"]> => store.run(store.slotOf(guid(n)));

describe("a row whose stamp is the one that is stored", () => {
  const old = [...Array(20).keys()].map((n) => row(n));

  it("is told by a few cells, and nothing changes", () => {
    const store = loaded(...old);
    const { version } = store;
    expect(load(store, [...old, LATER])).toBeLessThan(old.length * 4 + COLUMNS.size);
    expect(store.version).toBe(version);
    expect(store.size).toBe(21);
  });

  it("is read in full if its stamp has changed", () => {
    const store = loaded(row(1));
    load(store, [row(1, { errorMessage: "after", modifiedOn: stamp(START + HOUR + 1000) }), LATER]);
    expect(run(store, 1).errorMessage).toBe("after");
  });

  it.each<[string, Cells, unknown]>([
    ["another status", { runStatus: 8 }, { statusCode: 8 }],
    ["a parent that is gone", { parentRun: null }, { parentId: "" }],
    ["a machine that is gone", { machine: null }, { machine: { name: "" } }],
    ["a machine of another name", { machine: machine("VM 2") }, { machine: { name: "VM 2" } }],
  ])("shows %s all the same", (_, cells, expected) => {
    const store = loaded(row(1), row(2));
    load(store, [row(1, cells), row(2, cells), LATER]);
    expect(run(store, 1)).toMatchObject(expected as object);
    expect(run(store, 2)).toMatchObject(expected as object);
  });

  it.each<[string, { isStamped: boolean; isOneFetch: boolean }]>([
    ["cells may change without the stamp", { isStamped: false, isOneFetch: true }],
    ["the rows before were fetched page by page", { isStamped: true, isOneFetch: false }],
  ])("is read in full where %s", (_, origin) => {
    const store = new RunStore(STATUSES);
    load(store, [row(1), LATER], origin);
    load(store, [row(1, { errorMessage: "after" }), LATER], origin);
    expect(run(store, 1).errorMessage).toBe("after");
  });

  it("is read in full if the load before did not bring it", () => {
    const store = loaded(row(1));
    load(store, [LATER], undefined, "keep");
    load(store, [row(1, { errorMessage: "after" }), LATER], undefined, "keep");
    expect(run(store, 1).errorMessage).toBe("after");
  });

  it("may repeat another", () => {
    const store = loaded(row(1));
    load(store, [row(1), row(1, { errorMessage: "after" }), LATER]);
    expect(run(store, 1).errorMessage).toBe("after");
    expect(store.problems()).toContainEqual({ kind: "repeatedId", count: 1, examples: [guid(1)] });
  });
});

it("no refresh misses what was written, whenever it was and however often within a second", () => {
  const step = fc.oneof(
    fc.record({ waitMs: fc.oneof(fc.nat(900), fc.nat(100_000)), write: fc.nat(3) }),
    fc.record({ waitMs: fc.oneof(fc.nat(900), fc.nat(100_000)), write: fc.constant(-1) }),
  );
  fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    const store = new RunStore(STATUSES);
    const server = [0, 1, 2, 3].map((n) => row(n));
    let nowMs = START;
    steps.forEach(({ waitMs, write }, turn) => {
      nowMs += waitMs;
      if (write >= 0) server[write] = row(write, { errorMessage: `write ${turn}`, modifiedOn: stamp(nowMs) });
      else {
        load(store, server);
        server.forEach(({ cells }, n) => expect(run(store, n).errorMessage).toBe(cells.errorMessage));
      }
    });
  }), { numRuns: 300 });
});
