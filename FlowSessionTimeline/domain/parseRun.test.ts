import * as fc from "fast-check";
import { parseRun, RawCells } from "./parseRun";
import { problemBit, PROBLEM_KINDS, ProblemKind } from "./problem";
import { Role } from "./role";
import { guid, STATUSES } from "./run.testing";
import { NO_STATUS } from "./status";

type Cells = Partial<Record<Role, unknown>>;
const cells = (id: unknown, values: Cells, texts: Partial<Record<Role, string>> = {}): RawCells => ({
  id, value: (role) => values[role], text: (role) => texts[role] ?? "",
});
const parse = (id: unknown, values: Cells, texts: Partial<Record<Role, string>> = {}): ReturnType<typeof parseRun> => parseRun(cells(id, values, texts), STATUSES);
const kinds = (bits: number): ProblemKind[] => PROBLEM_KINDS.filter((kind) => (bits & problemBit(kind)) !== 0);
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

  it("takes ids that are texts or numbers, and notes a missing one", () => {
    expect([parse(" run 1 ", GOOD).run.id, parse(17, GOOD).run.id, parse({ guid: guid(3) }, GOOD).run.id]).toEqual(["run 1", "17", guid(3)]);
    for (const id of [null, undefined, "", " ", {}, []]) expect(kinds(parse(id, GOOD).problems)).toEqual(["missingId"]);
  });

  const thrower = { get id(): string { throw new Error("foreign getter"); }, get name(): string { throw new Error("foreign getter"); } };
  const anyCell = fc.oneof(
    fc.anything({ withDate: true, withBigInt: true, withMap: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true }),
    fc.constantFrom<unknown>(Symbol("s"), () => 1, thrower, new Date(NaN), { id: { guid: null } }, { id: { guid: 5 } }, [[]]),
    fc.date().map((date) => date.getTime()), fc.string(), fc.nat(20), fc.uuid(),
  );

  it("never throws, and either keeps each cell or notes why not, whatever the cells are", () => {
    fc.assert(fc.property(anyCell, fc.func(anyCell), fc.func(fc.string()), (id, value, text) => {
      const { run, problems } = parseRun({ id, value, text }, STATUSES);
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
      expect(noted.has("missingId")).toBe(run.id === "");
      expect(noted.has("badStatus")).toBe(run.statusCode === NO_STATUS);
    }), { numRuns: 500 });
  });
});
