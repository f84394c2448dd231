/** The flowsession table as the emulated Dataverse describes it, in environments of different age. */
import type { ColumnDefinition, Relationship, ServerTableDefinition } from "../../emulator";
import { flowsession } from "./flowsession";

/** old: columns that came later are missing; new: with columns that nobody here knows yet. */
export const ages = ["current", "old", "new"] as const;
export type Age = (typeof ages)[number];

const missingWhenOld: readonly string[] = [
  "parentdesktopflowrunid", "triggertype", "subcategory", "runsessionmode", "runduration", "runwaitduration", "runexecutionduration", "errorinnererror", "parentcloudflowrunsequenceid",
];
const addedWhenNew: Readonly<Record<string, ColumnDefinition>> = {
  machinepercentcpuusage: { type: "Whole.None", displayName: "Machine percent CPU usage" },
  retrycount: { type: "Whole.None", displayName: "Retry count" },
};

/** Many-to-one relationships of the reference whose columns are in the table. */
const relationships: readonly Relationship[] = [
  { schemaName: "flowmachine_flowsession_MachineId", column: "machineid", referencedTable: "flowmachine", referencedColumn: "flowmachineid" },
  { schemaName: "flowmachinegroup_flowsession_MachineGroupId", column: "machinegroupid", referencedTable: "flowmachinegroup", referencedColumn: "flowmachinegroupid" },
  { schemaName: "flowsession_flowsession_parentdesktopflowrunid", column: "parentdesktopflowrunid", referencedTable: "flowsession", referencedColumn: "flowsessionid" },
  { schemaName: "lk_flowsession_createdby", column: "createdby", referencedTable: "systemuser", referencedColumn: "systemuserid" },
  { schemaName: "lk_flowsession_modifiedby", column: "modifiedby", referencedTable: "systemuser", referencedColumn: "systemuserid" },
  { schemaName: "owner_flowsession", column: "ownerid", referencedTable: "owner", referencedColumn: "ownerid" },
  { schemaName: "regardingobjectid_process", column: "regardingobjectid", referencedTable: "workflow", referencedColumn: "workflowid" },
];

export function flowsessionOf(age: Age): ServerTableDefinition {
  const columns = Object.fromEntries(Object.entries(flowsession.columns).filter(([name]) => age !== "old" || !missingWhenOld.includes(name)));
  return {
    ...flowsession, entitySetName: "flowsessions",
    columns: age === "new" ? { ...columns, ...addedWhenNew } : columns,
    relationships: relationships.filter(({ column }) => column in columns),
  };
}

const named = (logicalName: string): ServerTableDefinition => ({
  logicalName, entitySetName: `${logicalName}s`, primaryId: `${logicalName}id`, primaryName: "name", relationships: [],
  columns: { name: { type: "SingleLine.Text", displayName: "Name" } },
});

/** Tables that runs point to, with what a view may show of them. */
export const namedTables: readonly ServerTableDefinition[] = ["flowmachine", "flowmachinegroup", "workflow", "systemuser"].map(named);
