/** The views of the main grid. */
import type { EmulatedRow, EmulatedView } from "../../emulator";
import { Status } from "../data/flowsession";
import type { Settings } from "./settings";

const open: readonly unknown[] = [Status.Paused, Status.Running, Status.Waiting, Status.Suspended];
const failed: readonly unknown[] = [Status.Failed, Status.Faulted, Status.TimedOut];
const week = 7 * 86_400_000;

/** Every column that plays a role, as the shipped view has them; what is missing here is mapped below. */
const columns: EmulatedView["columns"] = Object.entries({
  name: 200, regardingobjectid: 220, statuscode: 110, startedon: 150, completedon: 150, createdon: 150, machineid: 140, machinegroupid: 160, parentdesktopflowrunid: 200,
  runmode: 100, triggertype: 120, subcategory: 100, ownerid: 150, sessionusername: 160, errorcode: 160, errorinnererror: 200,
}).map(([name, width]) => ({ name, width }));

/** Roles that the maker mapped; the control finds the others by their names. */
export const propertySets: Readonly<Record<string, string>> = { runStatus: "statuscode", modifiedOn: "modifiedon", errorMessage: "errormessage", flow: "regardingobjectid" };

export const viewNames: Readonly<Record<Settings["view"], string>> = {
  all: "All runs", open: "Open now", failed: "Failed in the last 7 days", roots: "Root runs",
};

const ids: Readonly<Record<Settings["view"], string>> = {
  all: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c01", open: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c02",
  failed: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c03", roots: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c04",
};

const order: NonNullable<EmulatedView["order"]> = [{ column: "createdon", descending: true }];

export function viewOf(name: Settings["view"]): EmulatedView {
  const filter = filters[name];
  return { id: ids[name], name: viewNames[name], columns, order, ...(filter ? { filter } : {}) };
}

/** The view of the form's subgrid. */
export const childRuns: EmulatedView = { id: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c05", name: "Child runs", columns, order };

const filters: Partial<Record<Settings["view"], (row: EmulatedRow) => boolean>> = {
  open: row => open.includes(row.cells.statuscode),
  failed: row => failed.includes(row.cells.statuscode) && Date.parse(String(row.cells.completedon ?? row.cells.createdon)) >= Date.now() - week,
  roots: row => !row.cells.parentdesktopflowrunid,
};
