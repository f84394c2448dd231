import { ask, databaseOf, flowmachine, flowsession, machineId, runId } from "./database.testing";
import { Database } from "./database";

const machine = { id: machineId(1), table: "flowmachine", name: "VM-1" };
const first = { id: runId(1), cells: { name: "Invoices", startedon: "2026-03-08T07:00:00.900Z", statuscode: 4, istest: true, runduration: 1234, machineid: machine } };

describe("an answer of the database", () => {
  const database = databaseOf([first, { id: runId(2), cells: { name: "Orders" } }], [{ id: machine.id, cells: { name: "VM-1", kind: 2 } }]);

  it("holds the listed columns and the id, with what a user reads, and no key for a blank cell", () => {
    const columns = ["name", "startedon", "completedon", "statuscode", "istest", "runduration", "machineid"].map(name => `<attribute name="${name}"/>`).join("");
    expect(ask(database, `<fetch><entity name="flowsession">${columns}<order attribute="name"/></entity></fetch>`)).toEqual({
      entities: [{
        flowsessionid: runId(1), name: "Invoices",
        "startedon": "2026-03-08T07:00:00Z", "startedon@OData.Community.Display.V1.FormattedValue": "3/8/2026 8:00 AM",
        "statuscode": 4, "statuscode@OData.Community.Display.V1.FormattedValue": "Succeeded",
        "istest": true, "istest@OData.Community.Display.V1.FormattedValue": "Yes",
        "runduration": 1234, "runduration@OData.Community.Display.V1.FormattedValue": "1,234",
        "_machineid_value": machine.id, "_machineid_value@OData.Community.Display.V1.FormattedValue": "VM-1",
        "_machineid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "flowmachine",
      }, { flowsessionid: runId(2), name: "Orders" }],
      cookie: null, moreRecords: false,
    });
  });

  it("holds every column if all or none are listed", () => {
    const all = ask(database, `<fetch><entity name="flowsession"><all-attributes/></entity></fetch>`);
    expect(Object.keys(all.entities[0] ?? {}).filter(key => !key.includes("@"))).toEqual(["flowsessionid", "name", "startedon", "statuscode", "istest", "runduration", "_machineid_value"]);
    expect(ask(database, `<fetch><entity name="flowsession"/></fetch>`)).toEqual(all);
  });

  it("names a linked column by the link's alias, or by its own", () => {
    const xml = `<fetch><entity name="flowsession"><attribute name="name" alias="flow"/>
      <link-entity name="flowmachine" from="flowmachineid" to="machineid" alias="m"><attribute name="kind"/><attribute name="name" alias="machine"/></link-entity></entity></fetch>`;
    expect(ask(database, xml).entities).toEqual([{
      flowsessionid: runId(1), flow: "Invoices", "m.kind": 2, "m.kind@OData.Community.Display.V1.FormattedValue": "Own", machine: "VM-1",
    }]);
  });

  it("writes for the caller's zone and language", () => {
    const question = { xml: `<fetch><entity name="flowsession"><attribute name="startedon"/><order attribute="startedon" descending="true"/></entity></fetch>`, nowMs: 0, pageSize: 1 };
    const asked = database.fetch({ ...question, caller: { userId: "", businessUnitId: "", timeZone: "Asia/Kolkata", language: "de-DE" } });
    expect(asked.entities[0]?.["startedon@OData.Community.Display.V1.FormattedValue"]).toBe("08.03.2026 12:30");
  });

  it("is refused for a table or a column that is not there", () => {
    expect(() => ask(database, `<fetch><entity name="account"/></fetch>`)).toThrow(expect.objectContaining({ errorCode: -2147217150 }));
    for (const part of [`<attribute name="nope"/>`, `<order attribute="nope"/>`, `<filter><condition attribute="nope" operator="null"/></filter>`]) {
      expect(() => ask(database, `<fetch><entity name="flowsession">${part}</entity></fetch>`))
        .toThrow(expect.objectContaining({ errorCode: -2147217149, message: expect.stringContaining("'flowsession' entity doesn't contain attribute with Name = 'nope'") }));
    }
  });

  it("knows its tables by name, each once", () => {
    const tables = new Database();
    const table = tables.add(flowsession);
    expect(tables.table("flowsession")).toBe(table);
    expect([tables.has("flowsession"), tables.has("flowmachine")]).toEqual([true, false]);
    expect(() => tables.add(flowsession)).toThrow("flowsession");
    expect(tables.add(flowmachine).rowCount).toBe(0);
  });
});
