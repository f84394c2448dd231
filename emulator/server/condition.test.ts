import type { Cell } from "../contract";
import { ask, caller, databaseOf, machineId, runId, selected } from "./database.testing";

const machine = (index: number, name: string): Cell => ({ id: machineId(index), table: "flowmachine", name });
const run = (index: number, cells: Readonly<Record<string, Cell>>): { id: string; cells: Readonly<Record<string, Cell>> } => ({ id: runId(index), cells });

const values = (...texts: string[]): string => texts.map(text => `<value>${text}</value>`).join("");
const condition = (attribute: string, operator: string, ...texts: string[]): string =>
  `<filter><condition attribute="${attribute}" operator="${operator}">${values(...texts)}</condition></filter>`;

const owner = { id: caller.userId, table: "systemuser", name: "Ada" };
const database = databaseOf([
  run(1, { name: "Invoices", statuscode: 4, runduration: 10, istest: false, machineid: machine(1, "VM-1"), parentid: null, ownerid: owner, owningbusinessunit: { id: caller.businessUnitId, table: "businessunit", name: "Root" } }),
  run(2, { name: "invoices 100%", statuscode: 8, runduration: -5, istest: true, machineid: machine(2, "VM-2"), parentid: { id: runId(1), table: "flowsession", name: "Invoices" }, ownerid: { ...owner, id: machineId(9), name: "Bob" } }),
  run(3, { name: "Orders", statuscode: 2, runduration: 20, machineid: machine(1, "VM-1"), parentid: { id: runId(2), table: "flowsession", name: "invoices 100%" } }),
  run(4, {}),
]);

describe("a condition selects", () => {
  it.each<[string, string, string[], number[]]>([
    ["name", "eq", ["INVOICES"], [1]], ["name", "ne", ["invoices"], [2, 3, 4]], ["name", "in", ["orders", "Invoices"], [1, 3]], ["name", "not-in", ["orders"], [1, 2]],
    ["name", "gt", ["invoices"], [2, 3]], ["name", "ge", ["invoices"], [1, 2, 3]], ["name", "lt", ["orders"], [1, 2]], ["name", "le", ["orders"], [1, 2, 3]],
    ["name", "null", [], [4]], ["name", "not-null", [], [1, 2, 3]], ["name", "like", ["inv%"], [1, 2]], ["name", "not-like", ["inv%"], [3]],
    ["name", "like", ["%100[%]"], [2]], ["name", "like", ["_rders"], [3]], ["name", "like", ["[a-i]%"], [1, 2]], ["name", "like", ["[^i]%"], [3]], ["name", "like", ["(.*)"], []],
    ["statuscode", "eq", ["4"], [1]], ["statuscode", "ne", ["4"], [2, 3, 4]], ["statuscode", "in", ["2", "8"], [2, 3]], ["statuscode", "not-in", ["2", "8"], [1]],
    ["statuscode", "gt", ["2"], [1, 2]], ["statuscode", "le", ["4"], [1, 3]], ["statuscode", "between", ["3", "8"], [1, 2]], ["statuscode", "not-between", ["3", "8"], [3]], ["statuscode", "null", [], [4]],
    ["istest", "eq", ["1"], [2]], ["istest", "eq", ["false"], [1]], ["istest", "ne", ["true"], [1, 3, 4]], ["istest", "in", ["0", "1"], [1, 2]],
    ["runduration", "eq", ["10"], [1]], ["runduration", "ne", ["10"], [2, 3, 4]], ["runduration", "in", ["10", "20"], [1, 3]], ["runduration", "not-in", ["10"], [2, 3]],
    ["runduration", "gt", ["10"], [3]], ["runduration", "ge", ["10"], [1, 3]], ["runduration", "lt", ["10"], [2]], ["runduration", "le", ["10"], [1, 2]],
    ["runduration", "between", ["-5", "10"], [1, 2]], ["runduration", "not-between", ["-5", "10"], [3]], ["runduration", "null", [], [4]], ["runduration", "not-null", [], [1, 2, 3]],
    ["machineid", "eq", [`{${machineId(1).toUpperCase()}}`], [1, 3]], ["machineid", "ne", [machineId(1)], [2, 4]], ["machineid", "in", [machineId(1), machineId(2)], [1, 2, 3]], ["machineid", "not-in", [machineId(1)], [2]],
    ["machineid", "null", [], [4]], ["machineid", "like", ["vm-1"], [1, 3]], ["machineid", "not-like", ["vm-1"], [2]],
    ["parentid", "eq", [runId(1)], [2]], ["parentid", "ne", [runId(1)], [1, 3, 4]], ["parentid", "in", [runId(1), runId(2)], [2, 3]], ["parentid", "not-in", [runId(2)], [2]],
    ["parentid", "null", [], [1, 4]], ["parentid", "not-null", [], [2, 3]], ["parentid", "like", ["inv%"], [2, 3]], ["parentid", "not-like", ["%100%"], [2]],
    ["flowsessionid", "eq", [runId(3)], [3]], ["flowsessionid", "ne", [runId(3)], [1, 2, 4]], ["flowsessionid", "in", [runId(3), runId(77)], [3]], ["flowsessionid", "not-in", [runId(3)], [1, 2, 4]],
    ["flowsessionid", "null", [], []], ["flowsessionid", "not-null", [], [1, 2, 3, 4]],
    ["ownerid", "eq-userid", [], [1]], ["ownerid", "ne-userid", [], [2]], ["ownerid", "eq-useroruserteams", [], [1]], ["owningbusinessunit", "eq-businessid", [], [1]],
  ])("by %s %s %j", (attribute, operator, texts, expected) => {
    expect(selected(database, condition(attribute, operator, ...texts))).toEqual(expected);
  });

  it("all or any of several, nested, and everything where a filter is empty", () => {
    const named = '<condition attribute="name" operator="like" value="inv%"/>';
    const failed = '<condition attribute="statuscode" operator="eq" value="8"/>';
    const third = '<condition attribute="runduration" operator="eq" value="20"/>';
    expect(selected(database, `<filter type="and">${named}${failed}</filter>`)).toEqual([2]);
    expect(selected(database, `<filter type="or">${third}<filter>${named}${failed}</filter></filter>`)).toEqual([2, 3]);
    expect(selected(database, `<filter>${named}</filter><filter>${failed}</filter>`)).toEqual([2]);
    expect(selected(database, `<filter/><filter type="or" isquickfindfields="1"/>`)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ["name", "between", ["a", "b"]], ["name", "last-x-days", ["1"]], ["name", "today", []], ["name", "like", ["[z-a]"]], ["name", "eq-userid", []], ["statuscode", "eq", ["Failed"]], ["statuscode", "like", ["4"]], ["istest", "eq", ["maybe"]], ["istest", "gt", ["0"]],
    ["runduration", "eq", ["1.5"]], ["runduration", "today", []], ["runduration", "like", ["1"]], ["machineid", "eq", ["VM-1"]], ["machineid", "gt", [machineId(1)]], ["parentid", "eq", ["Invoices"]], ["parentid", "lt", [runId(1)]],
    ["flowsessionid", "eq", ["1"]], ["flowsessionid", "like", ["%"]], ["startedon", "eq", ["yesterday"]], ["startedon", "eq", ["2026-02-30"]], ["startedon", "like", ["2026%"]], ["startedon", "eq", ["2026-03-08T25:00:00Z"]], ["startedon", "eq-userid", []],
  ] as const)("nothing by %s %s %j, which is refused", (attribute, operator, texts) => {
    expect(() => selected(database, condition(attribute, operator, ...texts))).toThrow(expect.objectContaining({ errorCode: -2147220989 }));
  });

  it("rows of a linked table, which decide over the root's", () => {
    const machines = [{ id: machineId(1), cells: { name: "VM-1", kind: 1, ownerid: owner } }, { id: machineId(2), cells: { name: "VM-2", kind: 2 } }];
    const linked = databaseOf([run(1, { machineid: machine(1, "VM-1") }), run(2, { machineid: machine(2, "VM-2") }), run(3, { machineid: machine(3, "gone") }), run(4, {})], machines);
    const link = (type: string, inside = ""): string => `<link-entity name="flowmachine" from="flowmachineid" to="machineid" link-type="${type}" alias="m">${inside}</link-entity>`;
    expect(selected(linked, link("inner"))).toEqual([1, 2]);
    expect(selected(linked, link("inner", condition("kind", "eq", "2")))).toEqual([2]);
    expect(selected(linked, link("outer", condition("kind", "eq", "2")))).toEqual([1, 2, 3, 4]);
  });

  it("rows that point to a row, once for each, also two links away", () => {
    const children = '<link-entity name="flowsession" from="parentid" to="flowsessionid" alias="child"><attribute name="name"/></link-entity>';
    const answer = ask(database, `<fetch><entity name="flowsession"><attribute name="name"/>${children}</entity></fetch>`);
    expect(answer.entities.map(entity => [entity.name, entity["child.name"]])).toEqual([["Invoices", "invoices 100%"], ["invoices 100%", "Orders"]]);
    const twice = '<link-entity name="flowsession" from="flowsessionid" to="parentid"><link-entity name="flowsession" from="flowsessionid" to="parentid"/></link-entity>';
    expect(selected(database, twice)).toEqual([3]);
    const orphans = '<link-entity name="flowsession" from="parentid" to="flowsessionid" link-type="outer" alias="child"><attribute name="name"/></link-entity>';
    expect(ask(database, `<fetch><entity name="flowsession"><attribute name="name"/>${orphans}<order attribute="flowsessionid"/></entity></fetch>`).entities.map(entity => entity["child.name"]))
      .toEqual(["invoices 100%", "Orders", undefined, undefined]);
  });
});
