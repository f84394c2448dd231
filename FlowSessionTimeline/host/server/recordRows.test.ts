import { runToEnd } from "../../base/work";
import { CellReader } from "../../domain/cellReader";
import { profileOf } from "../../domain/tableProfile";
import { RunStore } from "../../domain/runStore";
import { guid } from "../../domain/run.testing";
import { Entity } from "./contract";
import { columnsOf, openStatuses, withoutColumn } from "./recordColumns";
import { idOf, RecordRows } from "./recordRows";

const FORMATTED = "@OData.Community.Display.V1.FormattedValue";
const TABLE = "@Microsoft.Dynamics.CRM.lookuplogicalname";
const lookup = (column: string, id: string, name: string, table: string): Entity => ({ [`_${column}_value`]: id, [`_${column}_value${FORMATTED}`]: name, [`_${column}_value${TABLE}`]: table });

const RUN: Entity = {
  "@odata.etag": 'W/"1"', flowsessionid: guid(1), name: "Invoices", startedon: "2026-01-15T10:00:00Z", [`startedon${FORMATTED}`]: "1/15/2026 11:00 AM",
  completedon: "2026-01-15T10:05:00Z", createdon: "2026-01-15T09:59:00Z", modifiedon: "2026-01-15T10:05:01Z", statuscode: 8, [`statuscode${FORMATTED}`]: "Failed",
  runmode: 1, [`runmode${FORMATTED}`]: "Unattended", errorcode: "E1", ...lookup("machineid", guid(7), "Robot 7", "flowmachine"),
  ...lookup("ownerid", guid(8), "Ada", "systemuser"), ...lookup("parentdesktopflowrunid", guid(2), "Nightly", "flowsession"), ...lookup("regardingobjectid", guid(9), "Post invoices", "workflow"),
};
const COLUMNS = columnsOf(profileOf("flowsession"), "flowsessionid", null, { withDetails: true });
const at = (entities: readonly Entity[], row = 0): RecordRows => {
  const rows = new RecordRows(entities, COLUMNS.primaryId);
  rows.seek(row);
  return rows;
};

describe("records of the Web API as rows", () => {
  it("are read into runs as the dataset's are", () => {
    const store = new RunStore(COLUMNS.statuses);
    runToEnd(store.mergeInSlices(new CellReader(new RecordRows([RUN], COLUMNS.primaryId), COLUMNS.byRole, store.tables, COLUMNS.statuses), "keep"));
    expect(store.run(store.slotOf(guid(1)))).toMatchObject({
      id: guid(1), name: "Invoices", startedOn: Date.UTC(2026, 0, 15, 10), completedOn: Date.UTC(2026, 0, 15, 10, 5), statusCode: 8, errorCode: "E1", parentId: guid(2),
      machine: { id: guid(7), name: "Robot 7", table: "flowmachine" }, owner: { id: guid(8), name: "Ada", table: "systemuser" },
      flow: { id: guid(9), name: "Post invoices", table: "workflow" }, runMode: { value: 1, label: "Unattended" },
    });
    expect(store.problems()).toEqual([]);
  });

  it("give one object for a lookup that says the same", () => {
    const rows = at([RUN, { ...RUN, flowsessionid: guid(3) }]);
    const first = rows.value("machineid");
    rows.seek(1);
    expect(rows.value("machineid")).toBe(first);
  });

  it("give a lookup its own name where records disagree", () => {
    const rows = at([RUN, { ...RUN, ...lookup("machineid", guid(7), "Robot seven", "flowmachine") }]);
    expect(rows.value("machineid")).toEqual({ id: guid(7), etn: "flowmachine", name: "Robot 7" });
    rows.seek(1);
    expect(rows.value("machineid")).toEqual({ id: guid(7), etn: "flowmachine", name: "Robot seven" });
  });

  it("have texts for choices, dates and lookups", () => {
    const rows = at([RUN]);
    expect(["statuscode", "startedon", "machineid", "name"].map((column) => rows.text(column))).toEqual(["Failed", "1/15/2026 11:00 AM", "Robot 7", ""]);
  });

  it("have blank cells where the answer says nothing, or null", () => {
    const rows = at([{ flowsessionid: guid(1), startedon: null, _machineid_value: null }]);
    expect([rows.value("startedon"), rows.value("machineid"), rows.value("errorcode")]).toEqual([null, undefined, undefined]);
    expect(rows.text("machineid")).toBe("");
  });

  it("give a lookup without annotations an empty name", () => {
    expect(at([{ flowsessionid: guid(1), _machineid_value: guid(7).toUpperCase() }]).value("machineid")).toEqual({ id: guid(7), etn: "", name: "" });
  });

  it("tell their ids as the store keeps them", () => {
    const rows = at([{ flowsessionid: `{${guid(1).toUpperCase()}}` }, {}]);
    expect(rows.ids()).toEqual([guid(1), ""]);
    expect(rows.id()).toBe(guid(1));
    expect(idOf({ flowsessionid: 5 }, "flowsessionid")).toBe("");
  });

  it("end where there are no more", () => {
    const rows = at([RUN], 1);
    expect(rows.seek(1)).toBe(false);
    expect([rows.length, rows.id(), rows.value("name"), rows.text("name")]).toEqual([1, "", undefined, ""]);
  });
});

describe("the columns asked for", () => {
  const SECRET = ["credentials", "callbackurl", "connectionid", "context", "sessionusersid", "inputs", "outputs", "additionalcontext"];

  it("are never one that may hold secrets, whatever the table has", () => {
    const asked = columnsOf(profileOf("flowsession"), "flowsessionid", new Set([...SECRET, "startedon"]), { withDetails: true });
    expect([...asked.byRole]).toEqual([["startedOn", "startedon"]]);
    expect([...COLUMNS.byRole.values()].filter((column) => SECRET.includes(column))).toEqual([]);
  });

  it("are those that the table has; all where nobody knows", () => {
    expect([...columnsOf(profileOf("flowsession"), "flowsessionid", new Set(["name"]), { withDetails: false }).byRole.values()]).toEqual(["name"]);
    expect(COLUMNS.byRole.get("trigger")).toBe("triggertype");
  });

  it("are with the panel's only on demand", () => {
    const without = columnsOf(profileOf("flowsession"), "flowsessionid", null, { withDetails: false });
    expect([...COLUMNS.byRole.keys()].filter((role) => !without.byRole.has(role))).toEqual(["innerError", "sessionUser", "sessionMode", "subCategory"]);
  });

  it("lose one that the server does not know, once", () => {
    const less = withoutColumn(COLUMNS, "triggertype");
    expect(less.byRole.has("trigger")).toBe(false);
    expect(less.byRole.size).toBe(COLUMNS.byRole.size - 1);
    expect(withoutColumn(less, "triggertype")).toBe(less);
  });

  it("know which statuses are open", () => {
    expect(openStatuses(COLUMNS)).toEqual([1, 2, 3, 6]);
    expect(openStatuses(columnsOf(profileOf("processsession"), "processsessionid", null, { withDetails: false }))).not.toEqual([1, 2, 3, 6]);
  });
});
