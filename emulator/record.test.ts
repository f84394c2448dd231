/** @jest-environment jsdom */
import { createRig, FETCH, machine, runId, runs, type Context, type Rig, type RigOptions } from "./rig";

async function loaded(options: RigOptions = {}): Promise<Rig> {
  const rig = createRig(options);
  await rig.clock.advance(FETCH);
  return rig;
}
function record(rig: Rig, index = 0): Context["parameters"]["runs"]["records"][string] {
  const found = rig.dataSet.records[runId(index)];
  if (!found) throw new Error(`no run ${index}`);
  return found;
}

test("a date is an ISO string in UTC with milliseconds; its text is in the user's zone and format", async () => {
  const rig = await loaded({ user: { language: "de-DE", timeZone: "America/New_York" }, rows: runs(2) });
  expect(record(rig).getValue("startedon")).toBe("2026-03-08T07:00:00.000Z");
  // That day New York's clocks jump from 02:00 to 03:00 at 07:00 UTC.
  expect(record(rig).getFormattedValue("startedon")).toBe("08.03.2026 03:00");
});

test("a choice is a number, and a string on a column that a property-set maps", async () => {
  expect(record(await loaded()).getValue("statuscode")).toBe(8);
  expect(record(await loaded({ propertySets: { status: "statuscode" } })).getValue("statuscode")).toBe("8");
  expect(record(await loaded({ propertySets: { status: "statuscode" }, quirks: { choiceAsString: false } })).getValue("statuscode")).toBe(8);
  expect(record(await loaded()).getFormattedValue("statuscode")).toBe("Failed");
});

test("a lookup is {id: {guid}, etn, name}, its id in upper case with braces", async () => {
  const propertySets = { machine: "machineid" };
  expect(record(await loaded({ propertySets })).getValue("machineid")).toEqual({ id: { guid: `{${machine.id.toUpperCase()}}` }, etn: "flowmachine", name: "VM-1" });
  expect(record(await loaded({ propertySets, quirks: { bracedLookupIds: false } })).getValue("machineid")).toMatchObject({ id: { guid: machine.id } });
});

test("a mapped column outside the view is fetched, with order -1; an unmapped property-set has no column", async () => {
  const { dataSet } = await loaded({ propertySets: { machine: "machineid", started: "startedon" } });
  expect(dataSet.columns.find(column => column.alias === "machine")).toMatchObject({ name: "machineid", order: -1, visualSizeFactor: -1 });
  expect(dataSet.columns.find(column => column.alias === "started")).toMatchObject({ name: "startedon", order: 2, visualSizeFactor: 150 });
  expect(dataSet.columns.find(column => column.alias === "status")).toBeUndefined();
  expect((await loaded({ propertySets: { machine: "machineid" }, quirks: { unorderedPropertySets: false } })).dataSet.columns[3]?.order).toBe(3);
});

test("two roles may share a column", async () => {
  const { dataSet } = await loaded({ propertySets: { started: "startedon", machine: "startedon" } });
  expect(dataSet.columns.filter(column => column.name === "startedon").map(column => column.alias)).toEqual(["started", "machine"]);
});

test("a blank cell is null and empty text in the view, undefined and null outside it", async () => {
  const rig = await loaded({ rows: [{ id: runId(0), cells: { name: null } }], propertySets: { machine: "machineid" } });
  const blank = record(rig);
  expect([blank.getValue("name"), blank.getFormattedValue("name")]).toEqual([null, ""]);
  expect([blank.getValue("machineid"), blank.getFormattedValue("machineid")]).toEqual([undefined, null]);
});

test("a column that the dataset lacks reads null and is a violation, once", async () => {
  const rig = await loaded();
  expect([record(rig).getValue("machineid"), record(rig, 1).getValue("machineid")]).toEqual([null, null]);
  expect(rig.host.violations).toEqual(['record: the dataset has no column "machineid"']);
});

test("a record names itself and nothing else", async () => {
  const run = record(await loaded(), 1);
  expect(run.getRecordId()).toBe(runId(1));
  expect(run.getNamedReference()).toEqual({ id: { guid: runId(1) }, etn: "flowsession", name: "Run 1" });
  expect(() => Reflect.get(run, "setValue") as unknown).toThrow("record.setValue is not modelled");
  expect(() => Object.assign(run, { cached: 1 })).toThrow("record.cached belongs to the host");
  expect(JSON.stringify(run)).toBe("{}");
});

test("reading 100,000 rows shares one prototype and copies no row", async () => {
  const rig = await loaded({ rows: runs(100_000), pageSize: 100_000, quirks: { extraPasses: [] } });
  const { records } = rig.dataSet;
  const prototypes = new Set(Object.values(records).map(found => Object.getPrototypeOf(found) as object));
  expect([Object.keys(records).length, prototypes.size]).toEqual([100_000, 1]);
  rig.context.factory.requestRender();
  await rig.clock.advance(1);
  expect(rig.dataSet.records).toBe(records);
});
