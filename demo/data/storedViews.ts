/** The app's views as Dataverse stores them. The dataset of the page without a server reads the same views as functions (page/views.ts). */
import type { StoredView, TableDefinition } from "../../emulator";
import { Status } from "./flowsession";

/** Ids of the app's views, by the name that the address uses; `children` and `machine` are those of subgrids. */
export const viewIds = {
  all: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c01", open: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c02", failed: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c03",
  roots: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c04", children: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c05", machine: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c06",
} as const;
export type ViewName = keyof typeof viewIds;

export const viewNames: Readonly<Record<ViewName, string>> = {
  all: "All runs", open: "Open now", failed: "Failed in the last 7 days", roots: "Root runs", children: "Child runs", machine: "Runs on this machine",
};

export const openStatuses: readonly number[] = [Status.Paused, Status.Running, Status.Waiting, Status.Suspended];
export const failedStatuses: readonly number[] = [Status.Failed, Status.Faulted, Status.TimedOut];

/** Every column that plays a role, as the shipped view has them, with its width in CSS px. */
export const viewColumns: readonly { readonly name: string; readonly width: number }[] = Object.entries({
  name: 200, regardingobjectid: 220, statuscode: 110, startedon: 150, completedon: 150, createdon: 150, machineid: 140, machinegroupid: 160, parentdesktopflowrunid: 200,
  runmode: 100, triggertype: 120, subcategory: 100, ownerid: 150, sessionusername: 160, errorcode: 160, errorinnererror: 200,
}).map(([name, width]) => ({ name, width }));

/** Those that the table has: an old environment lacks some. */
export const columnsIn = (table: TableDefinition): typeof viewColumns => viewColumns.filter(({ name }) => name in table.columns);

const among = (statuses: readonly number[]): string =>
  `<condition attribute="statuscode" operator="in">${statuses.map(status => `<value>${status}</value>`).join("")}</condition>`;

const filters: Readonly<Partial<Record<ViewName, string>>> = {
  open: `<filter type="and">${among(openStatuses)}</filter>`,
  failed: `<filter type="and">${among(failedStatuses)}<filter type="or"><condition attribute="completedon" operator="last-x-days" value="7"/>`
    + '<filter type="and"><condition attribute="completedon" operator="null"/><condition attribute="createdon" operator="last-x-days" value="7"/></filter></filter></filter>',
  roots: '<filter type="and"><condition attribute="parentdesktopflowrunid" operator="null"/></filter>',
};

/** The views of a table that has these columns. */
export function storedViews(table: TableDefinition): readonly StoredView[] {
  const columns = columnsIn(table);
  return (Object.keys(viewIds) as ViewName[]).map(name => {
    const id = viewIds[name];
    // Without parents every run is a root.
    const filter = name === "roots" && !("parentdesktopflowrunid" in table.columns) ? "" : filters[name] ?? "";
    return {
      id, kind: "savedquery", name: viewNames[name], table: table.logicalName,
      fetchXml: `<fetch version="1.0" output-format="xml-platform" mapping="logical" savedqueryid="${id}" returntotalrecordcount="true" page="1" count="50" no-lock="false"><entity name="${table.logicalName}">`
        + `${columns.map(column => `<attribute name="${column.name}"/>`).join("")}<attribute name="${table.primaryId}"/>${filter}<order attribute="createdon" descending="true"/></entity></fetch>`,
      layoutXml: `<grid name="resultset" object="10224" jump="${table.primaryName}" select="1" icon="1" preview="1"><row name="result" id="${table.primaryId}">`
        + `${columns.map(column => `<cell name="${column.name}" width="${column.width}"/>`).join("")}</row></grid>`,
    };
  });
}
