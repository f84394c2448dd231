import type { EmulatedRow } from "../../emulator";
import { flowsession, Status } from "../data/flowsession";
import { generateRuns } from "../data/generator";
import { views } from "./settings";
import { childRuns, propertySets, viewOf } from "./views";

const rows = generateRuns({ size: 200, nowMs: Date.now() });
const shown = (name: (typeof views)[number]): readonly EmulatedRow[] => rows.filter(viewOf(name).filter ?? (() => true));

it("name columns of the table only, and map roles to such", () => {
  for (const view of [...views.map(viewOf), childRuns]) for (const { name } of view.columns) expect(flowsession.columns).toHaveProperty(name);
  for (const column of Object.values(propertySets)) expect(flowsession.columns).toHaveProperty(column);
});

it("have an id each", () => {
  expect(new Set([...views.map(viewOf), childRuns].map(view => view.id)).size).toBe(views.length + 1);
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
