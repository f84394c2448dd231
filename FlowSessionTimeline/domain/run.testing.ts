import * as fc from "fast-check";
import { EpochMs, epochMs } from "../base/brand";
import { runToEnd } from "../base/work";
import { BlockReader, CellBlocks } from "./blockReader";
import { CellReader, CellRows } from "./cellReader";
import { DETAIL_ROLES, Role, ROLES, STAND_IN_ROLES } from "./role";
import { NO_CHOICE, NO_REFERENCE, Reference, Run } from "./run";
import { RunColumns } from "./runColumns";
import { RunDraft } from "./runDraft";
import { ParsedRow } from "./runRows";
import { RunStore } from "./runStore";
import { RunTables } from "./runTables";
import { placeSpan, Shape, SHAPES } from "./span";
import { FLOW_SESSION_STATUSES, StatusTable } from "./status";

/** For tests: runs by hand and at random. */
export const STATUSES = new StatusTable(FLOW_SESSION_STATUSES);

const EVERY_ROLE: readonly Role[] = [...ROLES, ...DETAIL_ROLES, ...STAND_IN_ROLES];

/** The GUID whose last digits are the number. */
export const guid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;

export const named = (name: string): Reference => ({ id: "", name, table: "" });

/** A succeeded run without times; parts override it. */
export const aRun = (id: string, parts: Partial<Run> = {}): Run => ({
  id, startedOn: null, completedOn: null, createdOn: null, modifiedOn: null, parentId: "", statusCode: 4, name: "",
  machine: NO_REFERENCE, machineGroup: NO_REFERENCE, flow: NO_REFERENCE, owner: NO_REFERENCE, runMode: NO_CHOICE, trigger: NO_CHOICE,
  errorCode: "", errorMessage: "", innerError: "", sessionUser: "", sessionMode: NO_CHOICE, subCategory: NO_CHOICE, ...parts,
});

/** A run's place on the axis as a store would have it, in epoch ms. */
export function spanOf(run: Run): { readonly shape: Shape; readonly fromMs: number; readonly toMs: number; readonly waitFromMs: number } {
  const placed = { startedOn: run.startedOn ?? NaN, completedOn: run.completedOn ?? NaN, createdOn: run.createdOn ?? NaN, shape: 0, fromMs: NaN, toMs: NaN, waitFromMs: NaN };
  placeSpan(placed, STATUSES.isOpen(run.statusCode));
  return { shape: SHAPES[placed.shape], fromMs: placed.fromMs, toMs: placed.toMs, waitFromMs: placed.waitFromMs };
}

/** The run that is read from one row's cells, and what is odd about it. Every role has a column of its own name. */
export function readRow(id: unknown, value: (role: Role) => unknown, text: (role: Role) => string): ParsedRow {
  const tables = new RunTables();
  const columns = new RunColumns(tables);
  const draft = new RunDraft();
  const cells = { length: 1, seek: () => true, id: () => id, value: (column: string) => value(column as Role), text: (column: string) => text(column as Role) };
  const reader = new CellReader(cells, new Map(EVERY_ROLE.map((role) => [role, role])), tables, STATUSES);
  reader.seek(0, draft);
  reader.read(draft);
  columns.grow(1);
  columns.write(0, draft);
  tables.ids.put(0, draft.id);
  return { run: columns.read(0), problems: draft.problems };
}

/** Runs as a host would hand them over: every role has a column of its own name. */
function handedOver(runs: readonly Run[]): CellRows {
  let run = runs[0];
  const cellOf = (role: Role): unknown => {
    switch (role) {
      case "parentRun": return run.parentId === "" ? null : run.parentId;
      case "runStatus": return run.statusCode;
      case "runName": return run.name;
      case "executedOn":
      case "canceledOn": return null;
      default: return run[role];
    }
  };
  const valueOf = (cell: unknown): unknown => {
    if (typeof cell !== "object" || cell === null) return cell;
    if ("value" in cell) return Number.isNaN(cell.value) ? null : cell.value;
    return "table" in cell && "id" in cell && "name" in cell && cell.name !== "" ? { id: cell.id, name: cell.name, etn: cell.table } : null;
  };
  const labelOf = (cell: unknown): string => (typeof cell === "object" && cell !== null && "label" in cell ? String(cell.label) : "");
  return { length: runs.length, seek: (row) => (run = runs[row]) !== undefined, id: () => run.id, value: (role) => valueOf(cellOf(role as Role)), text: (role) => labelOf(cellOf(role as Role)) };
}

/** Rows that are gone to one by one, also where many are asked for. */
export function oneByOne(rows: CellRows): CellBlocks {
  let [first, count] = [0, 0];
  const isThere = (at: number): boolean => rows.seek(first + at);
  return {
    length: rows.length,
    seek: (row) => rows.seek(row), id: () => rows.id(), value: (column) => rows.value(column), text: (column) => rows.text(column),
    seekAll: (from, to) => {
      first = from;
      for (count = 0; from + count < to && isThere(count); ) count++;
      return count;
    },
    idAt: (at) => (isThere(at) ? rows.id() : undefined),
    readCells: (column, cells) => {
      for (let at = 0; at < count; at++) cells.push(isThere(at) ? rows.value(column) : undefined);
    },
  };
}

/** A store whose first load was placed, and no more. */
export function placedStore(runs: readonly Run[]): RunStore {
  const store = new RunStore(STATUSES);
  runToEnd(store.placeInSlices(new BlockReader(oneByOne(handedOver(runs)), new Map(EVERY_ROLE.map((role) => [role, role])), store.tables, STATUSES), "remove"));
  return store;
}

export const rowsOf = (...runs: readonly Run[]): ParsedRow[] => runs.map((run) => ({ run, problems: 0 }));

export function storeHolding(runs: readonly Run[]): RunStore {
  const store = new RunStore(STATUSES);
  store.merge(runs.map((run) => ({ run, problems: 0 })), "keep");
  return store;
}

export const storeOf = (...runs: readonly Run[]): RunStore => storeHolding(runs);

const someText = fc.constantFrom("", "a", "b", "Näme");
const someReference = fc.oneof(
  fc.constant(NO_REFERENCE),
  someText.map((name) => (name === "" ? NO_REFERENCE : named(name))),
  // One name per id: what a reference is called when rows disagree has a test of its own.
  fc.nat(3).map((n) => ({ id: guid(n), name: `thing ${n}`, table: "thing" })),
);
const someChoice = fc.oneof(fc.constant(NO_CHOICE), fc.record({ value: fc.constantFrom(0, 1, NaN), label: fc.constantFrom("x", "y") }));
const someTime: fc.Arbitrary<EpochMs | null> = fc.option(fc.nat(50).map((n) => epochMs(n * 1000)), { freq: 4 });
const someStatus = fc.constantFrom(-1, 0, 2, 3, 4, 8, 99, 192350000);

/** Any run under one of the ids, with parents among them. */
export const anyRun = (ids: fc.Arbitrary<string>): fc.Arbitrary<Run> => fc.record({
  id: ids, startedOn: someTime, completedOn: someTime, createdOn: someTime, modifiedOn: someTime,
  parentId: fc.oneof(fc.constant(""), ids), statusCode: someStatus, name: someText,
  machine: someReference, machineGroup: someReference, flow: someReference, owner: someReference, runMode: someChoice, trigger: someChoice,
  errorCode: someText, errorMessage: someText, innerError: someText, sessionUser: someText, sessionMode: someChoice, subCategory: someChoice,
});
