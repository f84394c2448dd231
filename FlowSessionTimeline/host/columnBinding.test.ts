import { ROLES } from "../domain/role";
import { profileOf } from "../domain/tableProfile";
import { bindColumns } from "./columnBinding";

type Column = ComponentFramework.PropertyHelper.DataSetApi.Column;
const column = (name: string, alias = name, order = 0): Column => ({ name, alias, order, displayName: name, dataType: "SingleLine.Text", visualSizeFactor: 1 });
const flowsession = profileOf("flowsession");

describe("which column is read for a role", () => {
  it("is the one that the maker mapped, before the one that the table is known to have", () => {
    const { columns } = bindColumns([column("startedon"), column("new_begin", "startedOn", -1)], flowsession);
    expect(columns.get("startedOn")).toBe("new_begin");
  });

  it("is the known one of the table if the view has it and the maker mapped none", () => {
    const { columns, missing, hasTime } = bindColumns([column("startedon"), column("statuscode"), column("errorinnererror")], flowsession);
    expect([...columns]).toEqual([["startedOn", "startedon"], ["runStatus", "statuscode"], ["innerError", "errorinnererror"]]);
    expect([missing.includes("machine"), missing.includes("startedOn"), hasTime]).toEqual([true, false, true]);
  });

  it("is the mapped one of a table that is not known at all", () => {
    const { columns, hasTime } = bindColumns([column("startedon"), column("new_end", "completedOn", -1)], profileOf("new_job"));
    expect([[...columns], hasTime]).toEqual([[["completedOn", "new_end"]], true]);
  });

  it("is a stand-in for a start or an end only in a table that is known to have one", () => {
    const available = [column("startedon"), column("executedon"), column("canceledon")];
    const roles = (table: string): string[] => [...bindColumns(available, profileOf(table)).columns.keys()];
    expect([roles("processsession"), roles("flowsession")]).toEqual([["startedOn", "executedOn", "canceledOn"], ["startedOn"]]);
  });

  it("is none if a property-set came without a column", () => {
    const { columns, missing } = bindColumns([column("", "machine", -1)], flowsession);
    expect([columns.size, missing]).toEqual([0, ROLES]);
  });

  it.each(["startedon", "completedon", "createdon"])("lets %s alone place runs on the time axis", (name) => {
    expect(bindColumns([column(name)], flowsession).hasTime).toBe(true);
  });

  it.each<[string, readonly Column[], boolean]>([
    ["each cell is the table's own", [column("startedon"), column("modifiedon")], true],
    ["it is not bound", [column("startedon")], false],
    ["another column is mapped as it", [column("startedon"), column("modifiedon"), column("new_stamp", "modifiedOn", -1)], false],
    ["a role is read from a column that may be a formula", [column("startedon"), column("modifiedon"), column("new_name", "runName", -1)], false],
  ])("knows whether modifiedon tells of every change: %s", (_, columns, expected) => {
    expect(bindColumns(columns, flowsession).isStamped).toBe(expected);
  });

  it("has no time axis without any of them", () => {
    expect(bindColumns([column("modifiedon"), column("name")], flowsession).hasTime).toBe(false);
  });
});
