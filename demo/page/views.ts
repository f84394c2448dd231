/** The views of the app as a page without a server reads them; with one they are stored there under the same ids. */
import type { EmulatedRow, EmulatedView, TableDefinition } from "../../emulator";
import { flowsession } from "../data/flowsession";
import { columnsIn, failedStatuses, openStatuses, viewIds, viewNames, type ViewName } from "../data/storedViews";

export { viewNames };

const week = 7 * 86_400_000;

/** Roles that the maker mapped; the control finds the others by their names. */
export const propertySets: Readonly<Record<string, string>> = { runStatus: "statuscode", modifiedOn: "modifiedon", errorMessage: "errormessage", flow: "regardingobjectid" };

const order: NonNullable<EmulatedView["order"]> = [{ column: "createdon", descending: true }];

/** @param table whose columns the view may show. */
export function viewOf(name: ViewName, table: TableDefinition = flowsession): EmulatedView {
  const filter = filters[name];
  return { id: viewIds[name], name: viewNames[name], columns: columnsIn(table), order, ...(filter ? { filter } : {}) };
}

const among = (statuses: readonly unknown[], row: EmulatedRow): boolean => statuses.includes(row.cells.statuscode);

const filters: Partial<Record<ViewName, (row: EmulatedRow) => boolean>> = {
  open: row => among(openStatuses, row),
  failed: row => among(failedStatuses, row) && Date.parse(String(row.cells.completedon ?? row.cells.createdon)) >= Date.now() - week,
  roots: row => !row.cells.parentdesktopflowrunid,
};
