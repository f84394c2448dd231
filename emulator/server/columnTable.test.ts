import fc from "fast-check";
import type { Cell, EmulatedRow } from "../contract";
import { ServerTable } from "./columnTable";
import { flowsession, machineId, runId } from "./database.testing";

const machine = (index: number, name = `VM-${index}`): Cell => ({ id: machineId(index), table: "flowmachine", name });

describe("a table by columns", () => {
  it("gives back what it was given: instants in whole seconds, ids in lower case, no blank cell", () => {
    const table = new ServerTable(flowsession);
    table.append([{ id: `{${machineId(10).toUpperCase()}}`, cells: { flowsessionid: machineId(10), name: "", startedon: "2026-03-08T08:00:00.999+01:00", statuscode: 0, istest: false, runduration: -1.5e9, machineid: { id: `{${machineId(11).toUpperCase()}}`, table: "flowmachine", name: "VM" }, completedon: null } }]);
    expect(table.row(0)).toEqual({ id: machineId(10), cells: { startedon: "2026-03-08T07:00:00Z", statuscode: 0, istest: false, runduration: -1.5e9, machineid: { id: machineId(11), table: "flowmachine", name: "VM" } } });
    expect(() => table.row(1)).toThrow(RangeError);
  });

  it("renames a record wherever it is pointed to", () => {
    const table = new ServerTable(flowsession);
    table.append([{ id: runId(0), cells: { machineid: machine(1, "old") } }, { id: runId(1), cells: { machineid: machine(1, "new") } }]);
    expect([table.row(0), table.row(1)].map(row => row.cells.machineid)).toEqual([machine(1, "new"), machine(1, "new")]);
  });

  it("widens its codes as values come", () => {
    const table = new ServerTable(flowsession);
    const names = table.coded("name");
    const count = 66_000;
    table.addRows(count);
    for (let row = 0; row < count; row++) {
      table.ids.setWords(row, 0, 0, 0, row);
      names.setCode(row, names.codeOf(`name ${row}`));
    }
    for (const row of [0, 254, 255, 256, 65_534, 65_535, 65_999]) expect(table.row(row).cells).toEqual({ name: `name ${row}` });
  });

  it("gives generators the columns of the kind that they name, and no others", () => {
    const table = new ServerTable(flowsession);
    expect([table.numbers("startedon").isInstant, table.numbers("runduration").isInstant]).toEqual([true, false]);
    expect(table.references("parentid").kind).toBe("reference");
    for (const wrong of [() => table.numbers("name"), () => table.coded("parentid"), () => table.references("machineid"), () => table.coded("flowsessionid")]) expect(wrong).toThrow(TypeError);
    expect(() => table.coded("nope")).toThrow(expect.objectContaining({ errorCode: -2147217149 }));
  });

  it.each<[string, EmulatedRow]>([
    ["an id that is no GUID", { id: "1", cells: {} }], ["a text as an instant", { id: runId(1), cells: { startedon: "soon" } }], ["a number as a text", { id: runId(1), cells: { name: 5 } }], ["a text as a number", { id: runId(1), cells: { runduration: "5" } }],
    ["a text as a choice", { id: runId(1), cells: { statuscode: "4" } }], ["a text as a lookup", { id: runId(1), cells: { machineid: "VM" } }], ["a lookup without a GUID", { id: runId(1), cells: { parentid: { id: "x", table: "flowsession", name: "" } } }],
  ])("refuses %s, and stays as it was", (_, row) => {
    const table = new ServerTable(flowsession);
    table.append([{ id: runId(7), cells: { name: "kept" } }]);
    expect(() => { table.upsert([row]); }).toThrow(TypeError);
    expect([table.rowCount, table.row(0)]).toEqual([1, { id: runId(7), cells: { name: "kept" } }]);
    table.append([{ id: runId(8), cells: {} }]);
    expect(table.row(1)).toEqual({ id: runId(8), cells: {} });
  });

  it("does not take an id twice", () => {
    const table = new ServerTable(flowsession);
    table.append([{ id: runId(1), cells: {} }]);
    expect(() => { table.append([{ id: runId(2), cells: {} }, { id: runId(1), cells: {} }]); }).toThrow(runId(1));
    expect(table.rowCount).toBe(2);
    table.addRows(1);
    table.ids.setWords(2, 0, 0x4000, 0x80000000, 2);
    expect(() => table.rowOf(runId(3))).toThrow(runId(2));
  });

  it("holds the same rows as a plain map, whatever comes, changes and goes", () => {
    const cells = fc.record<Record<string, Cell>>({
      name: fc.option(fc.string({ minLength: 1, maxLength: 3 })), startedon: fc.option(fc.integer({ min: 0, max: 4e9 }).map(second => `${new Date(second * 1000).toISOString().slice(0, 19)}Z`)), statuscode: fc.constantFrom(2, 4, null), runduration: fc.option(fc.integer()),
      istest: fc.option(fc.boolean()), machineid: fc.option(fc.nat(3).map(index => machine(index))), parentid: fc.option(fc.nat(9).map(index => ({ id: runId(index), table: "flowsession", name: `P${index}` }))),
    }, { requiredKeys: [] });
    const step = fc.oneof(fc.record({ upsert: fc.array(fc.record({ id: fc.nat(30).map(runId), cells }), { maxLength: 5 }) }), fc.record({ remove: fc.array(fc.nat(30).map(runId), { maxLength: 5 }) }));
    fc.assert(fc.property(fc.array(step, { maxLength: 20 }), steps => {
      const table = new ServerTable(flowsession);
      const expected = new Map<string, Record<string, Cell>>();
      for (const change of steps) {
        if ("upsert" in change) {
          table.upsert(change.upsert);
          for (const row of change.upsert) expected.set(row.id, { ...expected.get(row.id), ...row.cells });
        } else {
          table.delete(change.remove);
          for (const id of change.remove) expected.delete(id);
        }
        expect(table.rowCount).toBe(expected.size);
        for (const [id, held] of expected) {
          expect(table.row(table.rowOf(id))).toEqual({ id, cells: Object.fromEntries(Object.entries(held).filter(([, cell]) => cell !== null)) });
        }
      }
      for (let index = 0; index <= 30; index++) if (!expected.has(runId(index))) expect(table.rowOf(runId(index))).toBe(-1);
    }));
  });
});
