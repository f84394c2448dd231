import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { CellReader } from "./cellReader";
import { problemBit, PROBLEM_KINDS, ProblemKind } from "./problem";
import { DETAIL_ROLES, Role, ROLES, STAND_IN_ROLES } from "./role";
import { guid, readRow, STATUSES } from "./run.testing";
import { ParsedRow } from "./runRows";
import { RunStore } from "./runStore";
import { NO_STATUS } from "./status";

type Cells = Partial<Record<Role, unknown>>;
const parse = (id: unknown, values: Cells, texts: Partial<Record<Role, string>> = {}): ParsedRow =>
  readRow(id, (role) => values[role], (role) => texts[role] ?? "");
const kinds = (bits: number): ProblemKind[] => PROBLEM_KINDS.filter((kind) => (bits & problemBit(kind)) !== 0);
const EVERY_ROLE: readonly Role[] = [...ROLES, ...DETAIL_ROLES, ...STAND_IN_ROLES];
const GOOD: Cells = { runStatus: 4, startedOn: "2026-01-01T10:00:00Z", completedOn: "2026-01-01T10:05:00Z" };

describe("parsing a row", () => {
  it("finds nothing odd about a complete run", () => {
    const { run, problems } = parse(`{${guid(10).toUpperCase()}}`, GOOD);
    expect(kinds(problems)).toEqual([]);
    expect(run).toMatchObject({ id: guid(10), statusCode: 4, startedOn: Date.UTC(2026, 0, 1, 10), completedOn: Date.UTC(2026, 0, 1, 10, 5), createdOn: null });
  });

  it.each<[string, Cells, readonly ProblemKind[]]>([
    ["a time that is none", { ...GOOD, createdOn: "soon" }, ["badDate"]],
    ["two times that are none, once", { ...GOOD, createdOn: "soon", modifiedOn: "later" }, ["badDate"]],
    ["no status", { ...GOOD, runStatus: null }, ["badStatus"]],
    ["a status in words", { ...GOOD, runStatus: "Failed" }, ["badStatus"]],
    ["half a status", { ...GOOD, runStatus: 4.5 }, ["badStatus"]],
    ["an unknown status", { ...GOOD, runStatus: 192350000 }, ["unknownStatus"]],
    ["an end before the start", { ...GOOD, completedOn: "2026-01-01T09:00:00Z" }, ["endBeforeStart"]],
    ["a failure without an end", { runStatus: 8, startedOn: GOOD.startedOn }, ["finishedWithoutEnd"]],
    ["no time", { runStatus: 2 }, ["noTime"]],
    ["an open run", { runStatus: 2, startedOn: GOOD.startedOn }, []],
    ["a start at the end", { ...GOOD, completedOn: GOOD.startedOn }, []],
  ])("notes %s", (_, values, expected) => {
    expect(kinds(parse(guid(1), values).problems)).toEqual(expected);
  });

  it.each<[string, Cells, string | null, string | null]>([
    ["in for a missing start and end", { executedOn: "2026-01-01T08:00:00Z", canceledOn: "2026-01-01T09:00:00Z" }, "08:00", "09:00"],
    ["back where the row has its own", { ...GOOD, executedOn: "2026-01-01T08:00:00Z", canceledOn: "2026-01-01T09:00:00Z" }, "10:00", "10:05"],
    ["in for nothing where they are blank too", { executedOn: null, canceledOn: "" }, null, null],
  ])("lets the times of another table stand %s", (_, values, start, end) => {
    const { run } = parse("a", values);
    const clock = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString().slice(11, 16));
    expect([clock(run.startedOn), clock(run.completedOn)]).toEqual([start, end]);
  });

  it("keeps the number of an unknown status and marks a missing one", () => {
    expect(parse("a", { runStatus: "192350000" }).run.statusCode).toBe(192350000);
    expect(parse("a", { runStatus: "" }).run.statusCode).toBe(NO_STATUS);
  });

  it.each([
    ["the host's lookup", { id: { guid: guid(7).toUpperCase() }, etn: "flowmachine", name: "VM 1" }, { id: guid(7), name: "VM 1", table: "flowmachine" }],
    ["a form's lookup", { id: `{${guid(7)}}`, entityType: "flowmachine", name: "VM 1" }, { id: guid(7), name: "VM 1", table: "flowmachine" }],
    ["a list of one", [{ id: guid(7), entityType: "flowmachine", name: "VM 1" }], { id: guid(7), name: "VM 1", table: "flowmachine" }],
    ["a bare id, which has to serve as the name", guid(7), { id: guid(7), name: guid(7), table: "" }],
    ["plain text", " VM 1 ", { id: "", name: "VM 1", table: "" }],
    ["nothing", null, { id: "", name: "", table: "" }],
    ["an empty list", [], { id: "", name: "", table: "" }],
    ["an object of another kind", { colour: "red" }, { id: "", name: "", table: "" }],
  ])("reads a reference from %s", (_, cell, expected) => {
    expect(parse("a", { machine: cell }).run.machine).toEqual(expected);
  });

  it("names a reference by the formatted value where the lookup has no name", () => {
    expect(parse("a", { machine: { id: guid(7) } }, { machine: "VM 1" }).run.machine).toEqual({ id: guid(7), name: "VM 1", table: "" });
    expect(parse("a", { machine: guid(7) }, { machine: "VM 1" }).run.machine).toEqual({ id: guid(7), name: "VM 1", table: "" });
  });

  it.each([
    [{ id: { guid: guid(7) }, etn: "flowsession", name: "x" }], [{ id: guid(7).toUpperCase() }], [`{${guid(7)}}`], [{ guid: guid(7) }], [[{ id: guid(7) }]],
  ])("reads a parent from %j", (cell) => {
    expect(parse("a", { parentRun: cell }).run.parentId).toBe(guid(7));
  });

  it.each([
    [1, "Attended", { value: 1, label: "Attended" }],
    ["1", "Attended", { value: 1, label: "Attended" }],
    [1, "", { value: 1, label: "" }],
    ["Attended", "", { value: NaN, label: "Attended" }],
    [null, "", { value: NaN, label: "" }],
    ["", "", { value: NaN, label: "" }],
  ])("reads a choice from %p shown as %p", (value, text, expected) => {
    expect(parse("a", { runMode: value }, { runMode: text }).run.runMode).toEqual(expected);
  });

  it("keeps the text of messages as it is, and writes out numbers", () => {
    expect(parse("a", { errorMessage: " two\n lines ", errorCode: -2147164125 }).run).toMatchObject({ errorMessage: " two\n lines ", errorCode: "-2147164125" });
  });

  it("takes ids that are texts or numbers; a row without one is the store's to count", () => {
    expect([parse(" run 1 ", GOOD).run.id, parse(17, GOOD).run.id, parse({ guid: guid(3) }, GOOD).run.id]).toEqual(["run 1", "17", guid(3)]);
    for (const id of [null, undefined, "", " ", {}, []]) expect(parse(id, GOOD).run.id).toBe("");
  });

  const thrower = { get id(): string { throw new Error("foreign getter"); }, get name(): string { throw new Error("foreign getter"); } };
  const anyCell = fc.oneof(
    fc.anything({ withDate: true, withBigInt: true, withMap: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true }),
    fc.constantFrom<unknown>(Symbol("s"), () => 1, thrower, new Date(NaN), { id: { guid: null } }, { id: { guid: 5 } }, [[]]),
    fc.date().map((date) => date.getTime()), fc.string(), fc.nat(20), fc.uuid(),
  );

  it("never throws, and either keeps each cell or notes why not, whatever the cells are", () => {
    fc.assert(fc.property(anyCell, fc.func(anyCell), fc.func(fc.string()), (id, value, text) => {
      const { run, problems } = readRow(id, value, text);
      const noted = new Set(kinds(problems));
      for (const role of ["startedOn", "completedOn", "createdOn", "modifiedOn"] as const) {
        const cell = value(role);
        const isEmpty = cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
        if (run[role] === null) expect(isEmpty || noted.has("badDate")).toBe(true);
      }
      for (const [field, role] of [["name", "runName"], ["errorCode", "errorCode"], ["errorMessage", "errorMessage"]] as const) {
        const cell = value(role);
        if (typeof cell === "string" && cell.trim() !== "") expect(run[field]).toBe(cell);
      }
      for (const role of ["machine", "flow", "owner"] as const) {
        const cell = value(role);
        if (typeof cell === "string" && cell.trim() !== "") expect(run[role].name).not.toBe("");
      }
      expect(noted.has("badStatus")).toBe(run.statusCode === NO_STATUS);
    }), { numRuns: 500 });
  });

  it("reads rows one after another as it reads each alone, whatever it remembers of those before", () => {
    const lookup = fc.record({ id: fc.oneof(fc.nat(2).map(guid), fc.nat(2).map((n) => ({ guid: guid(n) }))), name: fc.constantFrom("a", " a ", "b", "", undefined), etn: fc.constantFrom("t", undefined) });
    const cell = fc.oneof(lookup, fc.constantFrom<unknown>(null, "", " ", "x", "1", 1, 2, "2026-01-01T10:00:00Z", guid(1), true));
    // One formatted text per value, as hosts have it.
    const text = (value: unknown): string => (typeof value === "number" || typeof value === "string" ? `text of ${value}` : "");
    fc.assert(fc.property(fc.array(fc.record(Object.fromEntries(EVERY_ROLE.map((role) => [role, cell]))), { minLength: 1, maxLength: 6 }), (rows) => {
      const store = new RunStore(STATUSES);
      const at = { row: 0 };
      const cells = { length: rows.length, seek: (row: number) => ((at.row = row), true), id: () => `r${at.row}`, value: (role: string) => rows[at.row][role], text: (role: string) => text(rows[at.row][role]) };
      runToEnd(store.mergeInSlices(new CellReader(cells, new Map(EVERY_ROLE.map((role) => [role, role])), store.tables, STATUSES), "keep"));
      rows.forEach((row, n) => {
        const alone = readRow(`r${n}`, (role) => row[role], (role) => text(row[role])).run;
        const together = store.run(store.slotOf(`r${n}`));
        // What a lookup is called is the last row's to say.
        const nameless = (run: typeof alone): unknown => ({ ...run, machine: run.machine.id, machineGroup: run.machineGroup.id, flow: run.flow.id, owner: run.owner.id });
        expect(nameless(together)).toEqual(nameless(alone));
      });
    }));
  });
});
