import { createTable, type Backend, type EmulatedRow } from "../../emulator";
import { owners } from "../data/catalogue";
import { flowsession } from "../data/flowsession";
import { RunServer } from "../worker/runServer";
import type { DemoServer } from "./demoServer";
import { busiestParent, machineOf, ownersOf, ServerRuns, TableRuns, type Runs } from "./runs";

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const machine = (number: number) => ({ id: id(900 + number), table: "flowmachine", name: `VM-${number}` });
const run = (number: number, cells: EmulatedRow["cells"] = {}): EmulatedRow => ({ id: id(number), cells: { createdon: `2026-11-18T10:00:${String(number).padStart(2, "0")}Z`, ...cells } });
const childOf = (number: number) => ({ parentdesktopflowrunid: { id: id(number), table: "flowsession", name: "" } });

it("the busiest parent has most children, of equals the newest; without parents the newest run stands in", () => {
  expect(busiestParent([run(1), run(2), run(3, childOf(1)), run(4, childOf(2)), run(5, childOf(1))])?.id).toBe(id(1));
  expect(busiestParent([run(1), run(2), run(3, childOf(1)), run(4, childOf(2))])?.id).toBe(id(2));
  expect(busiestParent([run(2), run(1)])?.id).toBe(id(2));
  expect(busiestParent([])).toBeUndefined();
});

it("a machine is found by its id, or is the one with most runs", () => {
  const rows = [run(1, { machineid: machine(1) }), run(2, { machineid: machine(2) }), run(3, { machineid: machine(2) }), run(4)];
  expect(machineOf(rows, null)).toEqual(machine(2));
  expect(machineOf(rows, machine(1).id)).toEqual(machine(1));
  expect([machineOf(rows, id(7)), machineOf([run(1)], null)]).toEqual([undefined, undefined]);
});

it("owners are those of the runs, else made up", () => {
  const owner = (number: number, name: string) => ({ id: id(800 + number), table: "systemuser", name });
  expect(ownersOf([run(1, { ownerid: owner(1, "Zoe") }), run(2, { ownerid: owner(2, "Ann") }), run(3, { ownerid: owner(1, "Zoe") })]).map(({ name }) => name)).toEqual(["Ann", "Zoe"]);
  expect(ownersOf([run(1)])).toEqual(owners);
});

/** A demo's server without a Worker in between. */
function serverRuns(rows: readonly EmulatedRow[]): Runs {
  const server = new RunServer();
  server.load({ kind: "rows", rows, age: "current" });
  const backend: Backend = { ask: (...question) => server.backend.ask(...question) };
  const demo: Pick<DemoServer, "backend" | "change"> = { backend, change: change => Promise.resolve(server.change(change)) };
  return new ServerRuns(demo, Object.keys(flowsession.columns));
}

it.each([["in the page", (rows: readonly EmulatedRow[]) => new TableRuns(createTable(flowsession, rows))], ["on the server", serverRuns]])("runs %s are read and changed alike", async (_, make) => {
  const runs: Runs = make([run(1, { name: "one" }), run(2, { name: "two", machineid: machine(1) })]);
  const names = async (): Promise<unknown[]> => (await runs.recent()).map(({ cells }) => cells.name).sort();
  expect(await names()).toEqual(["one", "two"]);
  expect((await runs.run(id(2)))?.cells).toMatchObject({ name: "two", machineid: machine(1) });
  expect(await runs.run(id(9))).toBeUndefined();
  await runs.change({ upsert: [{ id: id(2), cells: { name: "changed" } }, run(3, { name: "three" })], remove: [id(1)] });
  expect(await names()).toEqual(["changed", "three"]);
  expect((await runs.run(id(2)))?.cells.machineid).toEqual(machine(1));
  await runs.change({ set: [run(4, { name: "four" })] });
  expect(await names()).toEqual(["four"]);
});
