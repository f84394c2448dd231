import { guid } from "../domain/run.testing";
import { hostNavigation, recordOf } from "./hostNavigation";

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type Context = ComponentFramework.Context<object>;

function host(ids: readonly string[]): { readonly open: ReturnType<typeof hostNavigation>; readonly opened: unknown[] } {
  const opened: unknown[] = [];
  const dataset = {
    records: Object.fromEntries(ids.map((id) => [id, { getNamedReference: () => ({ id: { guid: id } }) }])),
    getTargetEntityType: () => "flowsession",
    openDatasetItem: (reference: unknown) => void opened.push(reference),
  };
  const openForm = (options: unknown): Promise<never> => {
    opened.push(options);
    return Promise.reject(new Error("the host refuses"));
  };
  const context = { navigation: { openForm } };
  return { opened, open: hostNavigation(() => context as unknown as Context, () => dataset as unknown as DataSet) };
}

describe("opening records", () => {
  it("opens a run of the dataset by the dataset, so that the host's own command runs", () => {
    const { open, opened } = host([guid(1)]);
    open.openRun(guid(1));
    expect(opened).toEqual([{ id: { guid: guid(1) } }]);
  });

  it("opens a run that the dataset does not hold by its form, and lets the host show a refusal", async () => {
    const { open, opened } = host([]);
    open.openRun(guid(1));
    await Promise.resolve();
    expect(opened).toEqual([{ entityName: "flowsession", entityId: guid(1) }]);
  });

  it("opens what a lookup points to", () => {
    const { open, opened } = host([]);
    open.openReference?.({ id: guid(3), name: "VM-1", table: "flowmachine" });
    expect(opened).toEqual([{ entityName: "flowmachine", entityId: guid(3) }]);
  });
});

describe("the record of an id", () => {
  it.each([guid(10), guid(10).toUpperCase(), `{${guid(10)}}`, `{${guid(10).toUpperCase()}}`])("is found as the host writes it: %s", (id) => {
    const record = { getRecordId: () => id };
    expect(recordOf({ records: { [id]: record } } as unknown as DataSet, guid(10))).toBe(record);
  });

  it.each([guid(1), "", "constructor"])("is none for %p, which is not there", (id) => {
    expect(recordOf({ records: {} } as unknown as DataSet, id)).toBeUndefined();
  });
});
