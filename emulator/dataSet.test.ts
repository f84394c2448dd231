/** @jest-environment jsdom */
import { allRuns, createRig, FETCH, machine, runId, runs, type Rig, type RigOptions } from "./rig";

type Filter = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;
type Operator = ComponentFramework.PropertyHelper.DataSetApi.Types.ConditionOperator;

async function loaded(options: RigOptions = {}): Promise<Rig> {
  const rig = createRig({ pageSize: 50, ...options });
  await rig.clock.advance(FETCH);
  return rig;
}
const indices = (rig: Rig): number[] => rig.last.ids.map(id => Number(id.slice(-12)));
const where = (attributeName: string, conditionOperator: Operator, value: string | string[]): Filter =>
  ({ conditions: [{ attributeName, conditionOperator, value }], filterOperator: 0 });
async function filtered(rig: Rig, filter: Filter): Promise<number[]> {
  rig.dataSet.filtering.setFilter(filter);
  rig.dataSet.paging.reset();
  rig.dataSet.refresh();
  await rig.clock.advance(FETCH);
  return indices(rig);
}

test("it names its view, its table and its title", async () => {
  const { dataSet } = await loaded();
  expect([dataSet.getViewId(), dataSet.getTargetEntityType(), dataSet.getTitle()]).toEqual([allRuns.id, "flowsession", "All runs"]);
});

test("a subgrid shows its parent's rows only and hides why", async () => {
  const rig = await loaded({ placement: { kind: "subgrid", parent: { ...machine, column: "machineid" } } });
  expect(indices(rig)).toEqual([0, 2, 4, 6, 8]);
  expect(rig.dataSet.filtering.getFilter()).toBeNull();
  expect(rig.dataSet.linking.getLinkedEntities()).toEqual([]);
  expect(rig.context.mode.contextInfo).toEqual({ entityTypeName: "flowmachine", entityId: machine.id, entityRecordName: "VM-1" });
  expect(rig.context.page.entityId).toBe(machine.id);
});

test("a main grid's context has no record", async () => {
  const { context } = await loaded();
  expect(context.mode.contextInfo).toEqual({ entityTypeName: "flowsession" });
  expect(context.mode.contextInfo.entityId).toBeUndefined();
});

test("a quick find narrows the rows and the count, and hides why", async () => {
  const rig = await loaded();
  rig.host.setQuickFind("run 3");
  await rig.clock.advance(FETCH);
  expect(indices(rig)).toEqual([3]);
  expect(rig.dataSet.paging.totalResultCount).toBe(1);
  expect(rig.dataSet.filtering.getFilter()).toBeNull();
});

test("a filter is ANDed with the view's own", async () => {
  const rig = await loaded({ view: { ...allRuns, filter: row => row.cells["statuscode"] === 8 } });
  expect(indices(rig)).toEqual([0, 3, 6, 9]);
  expect(await filtered(rig, where("name", 6, "%[%]%"))).toEqual([]);
  expect(await filtered(rig, where("name", 6, "Run _"))).toEqual([0, 3, 6, 9]);
  expect(await filtered(rig, where("name", 0, "RUN 3"))).toEqual([3]);
});

test("like knows its wildcards, their escapes, and nothing of regular expressions", async () => {
  const names = ["100% (a.b)", "100 percent", "[x]", "1000"];
  const rig = await loaded({ rows: names.map((name, index) => ({ id: runId(index), cells: { name } })), view: { ...allRuns, order: [] } });
  expect(await filtered(rig, where("name", 6, "100%"))).toEqual([0, 1, 3]);
  expect(await filtered(rig, where("name", 6, "100[%]%"))).toEqual([0]);
  expect(await filtered(rig, where("name", 6, "%(A.B)"))).toEqual([0]);
  expect(await filtered(rig, where("name", 6, "[[]x]"))).toEqual([2]);
  expect(await filtered(rig, where("name", 6, "100_"))).toEqual([3]);
});

test("conditions compare choices, lookups, instants and the user's days", async () => {
  const rig = await loaded({ user: { language: "en-US", timeZone: "Asia/Tokyo" }, rows: runs(3) });
  expect(await filtered(rig, where("statuscode", 8, ["8", "5"]))).toEqual([0]);
  expect(await filtered(rig, where("statuscode", 1, "8"))).toEqual([1, 2]);
  expect(await filtered(rig, where("machineid", 0, `{${machine.id.toUpperCase()}}`))).toEqual([0, 2]);
  expect(await filtered(rig, where("startedon", 2, "2026-03-08T07:00:00.000Z"))).toEqual([1, 2]);
  expect(await filtered(rig, where("startedon", 25, "2026-03-08"))).toEqual([0, 1, 2]);
  expect(await filtered(rig, where("startedon", 27, "2026-03-09"))).toEqual([]);
  expect(await filtered(rig, { conditions: [], filterOperator: 1, filters: [where("name", 0, "Run 0"), where("name", 0, "Run 2")] })).toEqual([0, 2]);
});

test("a blank cell is found by Null and by not-equal, by no other comparison", async () => {
  const rig = await loaded({ rows: [...runs(1), { id: runId(7), cells: { name: "no start" } }] });
  expect(await filtered(rig, where("startedon", 12, ""))).toEqual([7]);
  expect(await filtered(rig, where("statuscode", 1, "8"))).toEqual([7]);
  expect(await filtered(rig, where("startedon", 5, "2030-01-01T00:00:00Z"))).toEqual([0]);
});

test("operators that model-driven apps refuse, or that are not modelled, throw", async () => {
  const { filtering } = (await loaded()).dataSet;
  const operator = (value: number): Filter => where("name", value as Operator, "x");
  for (const refused of [7, 13, 54, 999]) expect(() => filtering.setFilter(operator(refused))).toThrow("not supported in model-driven apps");
  expect(() => filtering.setFilter(operator(33))).toThrow("not modelled");
  expect(() => filtering.setFilter(where("colour", 0, "x"))).toThrow("no column colour");
});

test("a filter without paging.reset gives no rows", async () => {
  for (const [quirks, count] of [[{}, 0], [{ filterNeedsReset: false }, 4]] as const) {
    const rig = await loaded({ quirks });
    rig.dataSet.filtering.setFilter(where("statuscode", 0, "8"));
    rig.dataSet.refresh();
    await rig.clock.advance(FETCH);
    expect(rig.last.ids).toHaveLength(count);
  }
});

test("sorting is changed in place, takes effect at refresh, and cannot be assigned", async () => {
  const rig = await loaded({ rows: runs(3) });
  expect(rig.dataSet.sorting).toEqual([{ name: "startedon", sortDirection: 0 }]);
  rig.dataSet.sorting.splice(0, 1, { name: "startedon", sortDirection: 1 });
  expect(indices(rig)).toEqual([0, 1, 2]);
  rig.dataSet.refresh();
  await rig.clock.advance(FETCH);
  expect(indices(rig)).toEqual([2, 1, 0]);
  expect(() => Object.assign(rig.dataSet, { sorting: [] })).toThrow("context.parameters.runs.sorting belongs to the host");
});

test("another sorting drops the filter that was set before it, not one set after it", async () => {
  const sort = (rig: Rig): void => void rig.dataSet.sorting.splice(0, 1, { name: "name", sortDirection: 1 });
  const apply = async (rig: Rig): Promise<number> => {
    rig.dataSet.paging.reset();
    rig.dataSet.refresh();
    await rig.clock.advance(FETCH);
    return rig.last.ids.length;
  };
  for (const [quirks, count] of [[{}, 10], [{ sortingResetsFilter: false }, 4]] as const) {
    const before = await loaded({ quirks });
    before.dataSet.filtering.setFilter(where("statuscode", 0, "8"));
    sort(before);
    expect(await apply(before)).toBe(count);
  }
  const after = await loaded();
  sort(after);
  after.dataSet.filtering.setFilter(where("statuscode", 0, "8"));
  expect(await apply(after)).toBe(4);
});

test("another view starts at its page 1, without selection or filter", async () => {
  const rig = await loaded();
  await filtered(rig, where("statuscode", 0, "8"));
  rig.dataSet.setSelectedRecordIds([runId(3)]);
  rig.host.setView({ ...allRuns, id: "bbbbbbbb-0000-4000-8000-000000000002", name: "Newest", order: [{ column: "startedon", descending: true }] });
  await rig.clock.advance(FETCH);
  expect(rig.dataSet.getTitle()).toBe("Newest");
  expect(indices(rig)[0]).toBe(9);
  expect([rig.host.selectedRecordIds, rig.dataSet.filtering.getFilter()]).toEqual([[], null]);
});

test("the selection reaches the command bar and causes a pass", async () => {
  const rig = await loaded({ quirks: { extraPasses: [] } });
  const heard: (readonly string[])[] = [];
  rig.host.on("selectionChanged", ({ ids }) => void heard.push(ids));
  const before = rig.seen.length;
  rig.dataSet.setSelectedRecordIds([runId(1), runId(2)]);
  await rig.clock.advance(1);
  expect([rig.host.selectedRecordIds, heard, rig.seen.length - before]).toEqual([[runId(1), runId(2)], [[runId(1), runId(2)]], 1]);
  rig.dataSet.clearSelectedRecordIds();
  expect(rig.dataSet.getSelectedRecordIds()).toEqual([]);
});

test("mutators cause no pass where that quirk is off", async () => {
  const rig = await loaded({ quirks: { extraPasses: [], mutatorsCausePasses: false } });
  const before = rig.seen.length;
  rig.dataSet.setSelectedRecordIds([runId(1)]);
  await rig.clock.advance(1);
  expect(rig.seen.length).toBe(before);
});

test("the control's refresh drops the selection, a command's keeps what is still there", async () => {
  const rig = await loaded();
  rig.dataSet.setSelectedRecordIds([runId(1), runId(2)]);
  rig.table.deleteRows([runId(2)]);
  rig.host.refresh();
  await rig.clock.advance(FETCH);
  expect(rig.host.selectedRecordIds).toEqual([runId(1)]);
  rig.dataSet.refresh();
  await rig.clock.advance(FETCH);
  expect(rig.host.selectedRecordIds).toEqual([]);

  const lenient = await loaded({ quirks: { refreshDropsSelection: false } });
  lenient.dataSet.setSelectedRecordIds([runId(1)]);
  lenient.dataSet.refresh();
  await lenient.clock.advance(FETCH);
  expect(lenient.host.selectedRecordIds).toEqual([runId(1)]);
});

test("selecting what the dataset does not hold is a violation and has no effect", async () => {
  const rig = await loaded();
  rig.dataSet.setSelectedRecordIds([runId(1), runId(99)]);
  expect(rig.host.selectedRecordIds).toEqual([runId(1)]);
  expect(rig.host.violations).toEqual([`context.parameters.runs.setSelectedRecordIds: the dataset does not hold ${runId(99)}`]);
});
