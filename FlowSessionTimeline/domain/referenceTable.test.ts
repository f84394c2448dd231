import { ReferenceTable } from "./referenceTable";
import { NO_REFERENCE } from "./run";
import { guid, named } from "./run.testing";

describe("the reference table", () => {
  const one = { id: guid(1), name: "VM 1", table: "flowmachine" };

  it("knows a reference by its id, else by its name", () => {
    const table = new ReferenceTable();
    const index = table.indexOf(one);
    expect(table.indexOf({ ...one, name: "" })).toBe(index);
    expect(table.indexOf(named("VM 1"))).not.toBe(index);
    expect(table.indexOf(named("VM 1"))).toBe(table.indexOf(named("VM 1")));
    expect(table.indexOf({ id: "", name: "", table: "flowmachine" })).toBe(0);
    expect(table.reference(0)).toEqual(NO_REFERENCE);
    expect(table.size).toBe(3);
  });

  it("takes a later name, unless it is empty or only the id again", () => {
    const table = new ReferenceTable();
    const index = table.indexOf({ id: guid(1), name: guid(1), table: "" });
    table.indexOf(one);
    expect(table.settle()).toBe(true);
    expect(table.reference(index)).toEqual(one);
    table.indexOf({ id: guid(1), name: guid(1), table: "" });
    table.indexOf({ id: guid(1), name: "", table: "" });
    expect(table.settle()).toBe(false);
    expect(table.reference(index)).toEqual(one);
  });

  it("shows a later name only when the rows have settled, and none that was taken back by then", () => {
    const table = new ReferenceTable();
    const index = table.indexOf(one);
    table.indexOf({ ...one, name: "VM 2" });
    expect([table.reference(index).name, table.isCalled(index, "VM 2", "flowmachine"), table.isCalled(index, "VM 1", "flowmachine")]).toEqual(["VM 1", true, false]);
    table.indexOf(one);
    expect([table.settle(), table.reference(index)]).toEqual([false, one]);
  });

  it("gives keys that differ even where a name looks like an id", () => {
    const table = new ReferenceTable();
    const keys = [one, named(guid(1)), named("VM 1"), NO_REFERENCE].map((reference) => table.key(table.indexOf(reference)));
    expect(new Set(keys).size).toBe(4);
  });
});
