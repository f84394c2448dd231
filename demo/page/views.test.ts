import type { EmulatedRow } from "../../emulator";
import { flowsession, Status } from "../data/flowsession";
import { generateRuns } from "../data/generator";
import { flowsessionOf } from "../data/serverTable";
import { viewIds, type ViewName } from "../data/storedViews";
import { propertySets, viewOf } from "./views";

const names = Object.keys(viewIds) as ViewName[];

const rows = generateRuns({ size: 200, nowMs: Date.now() });
const shown = (name: ViewName): readonly EmulatedRow[] => rows.filter(viewOf(name).filter ?? (() => true));

it("name columns of the table only, and map roles to such", () => {
  for (const name of names) for (const column of viewOf(name).columns) expect(flowsession.columns).toHaveProperty(column.name);
  for (const column of Object.values(propertySets)) expect(flowsession.columns).toHaveProperty(column);
});

it("do without the columns that an old environment lacks", () => {
  const old = flowsessionOf("old");
  for (const { name } of viewOf("all", old).columns) expect(old.columns).toHaveProperty(name);
  for (const column of Object.values(propertySets)) expect(old.columns).toHaveProperty(column);
});

it("have an id each", () => {
  expect(new Set(names.map(name => viewOf(name).id)).size).toBe(names.length);
});

it("show all runs, the open ones, the failed ones and the roots", () => {
  expect(shown("all")).toHaveLength(200);
  expect(shown("open").length).toBeGreaterThan(10);
  expect(shown("open").every(({ cells }) => cells.completedon === null)).toBe(true);
  expect(shown("failed").length).toBeGreaterThan(10);
  expect(new Set(shown("failed").map(({ cells }) => cells.statuscode))).toEqual(new Set([Status.Failed, Status.Faulted, Status.TimedOut]));
  expect(shown("roots").every(({ cells }) => cells.parentdesktopflowrunid === null)).toBe(true);
  expect(shown("roots").length).toBeLessThan(200);
});

it("leave failures out that are older than a week", () => {
  const old: EmulatedRow = { id: "old", cells: { statuscode: Status.Failed, createdon: new Date().toISOString(), completedon: new Date(Date.now() - 8 * 86_400_000).toISOString() } };
  expect(viewOf("failed").filter?.(old)).toBe(false);
});
