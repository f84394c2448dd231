/** The tables that the solutions' app shows, as the emulated Dataverse describes them. */
import type { ColumnDefinition, Relationship, ServerTableDefinition } from "../../emulator";
import { flowsessionOf } from "../data/serverTable";

const text = (displayName: string): ColumnDefinition => ({ type: "SingleLine.Text", displayName });
const memo = (displayName: string): ColumnDefinition => ({ type: "Multiple", displayName });
const whole = (displayName: string): ColumnDefinition => ({ type: "Whole.None", displayName });
const instant = (displayName: string): ColumnDefinition => ({ type: "DateAndTime.DateAndTime", displayName });
const choice = (displayName: string, ...labels: string[]): ColumnDefinition => ({ type: "OptionSet", displayName, options: Object.fromEntries(labels.map((label, index) => [index + 1, label])) });
const lookup = (displayName: string, ...targets: string[]): ColumnDefinition => ({ type: "Lookup.Simple", displayName, targets });

const common: ServerTableDefinition["columns"] = {
  name: text("Name"), createdon: instant("Created On"), modifiedon: instant("Modified On"), ownerid: { type: "Lookup.Owner", displayName: "Owner", targets: ["systemuser", "team"] },
};

function table(logicalName: string, columns: ServerTableDefinition["columns"], entitySetName = `${logicalName}s`, relationships: readonly Relationship[] = []): ServerTableDefinition {
  return { logicalName, entitySetName, primaryId: `${logicalName}id`, primaryName: "name", relationships, columns: { ...common, ...columns } };
}

const relationship = (schemaName: string, column: string, referencedTable: string): Relationship => ({ schemaName, column, referencedTable, referencedColumn: `${referencedTable}id` });

export const tables: readonly ServerTableDefinition[] = [
  flowsessionOf("current"),
  table("flowmachine", {
    description: memo("Description"), statuscode: choice("Status Reason", "Active", "Inactive", "RequiresReconnection"), flowmachinegroupid: lookup("Flow Machine Group", "flowmachinegroup"),
    hostingtype: { type: "OptionSet", displayName: "Hosting Type", options: { 0: "Customer", 1: "Hosted", 2: "CloudPc" } }, sessioncapacity: whole("Session Capacity"), agentversion: text("Agent Version"), lastheartbeatdate: instant("Last heartbeat date"),
  }),
  table("flowmachinegroup", { description: memo("Description"), statuscode: choice("Status Reason", "Active", "Inactive", "ManualMaintenance") }),
  table("workflow", {}),
  table("systemuser", {}),
  table("flowsessionbinary", { type: text("Type"), mimetype: text("MimeType"), flowsessionid: lookup("Flow Session", "flowsession") }, "flowsessionbinaries",
    [relationship("flowsession_flowsessionbinary_FlowSessionId", "flowsessionid", "flowsession")]),
  table("flowlog", {
    level: { type: "OptionSet", displayName: "Level", options: { 100000002: "Info", 100000003: "Warning", 100000004: "Error" } }, type: { type: "OptionSet", displayName: "Type", options: { 100000001: "DesktopFlowRunAction" } },
    duration: whole("Duration"), parentobjectid: lookup("Parent Object Id", "flowsession"),
  }, "flowlogs", [relationship("flowsession_flowlog_parentobjectid", "parentobjectid", "flowsession")]),
  table("processsession", {
    startedon: instant("Started On"), executedon: instant("Executed On"), completedon: instant("Completed On"), canceledon: instant("Canceled On"),
    statuscode: choice("Status Reason", "Not Started", "In Progress", "Paused", "Completed", "Canceled", "Failed"), activityname: text("Activity Name"), stepname: text("Step Name"), errorcode: whole("Error Code"),
    processid: lookup("Process", "workflow"), previouslinkedsessionid: lookup("Previous Linked Session", "processsession"), nextlinkedsessionid: lookup("Next Linked Session", "processsession"),
  }, "processsessions", [relationship("lk_processsession_previouslinkedsessionid", "previouslinkedsessionid", "processsession")]),
];

/** The column of the many side that a relationship goes by. @throws Error for a relationship that the emulated Dataverse does not have */
export function columnOf(schemaName: string): string {
  const found = tables.flatMap(({ relationships }) => relationships).find(one => one.schemaName === schemaName);
  if (!found) throw new Error(`The emulated Dataverse has no relationship ${schemaName}.`);
  return found.column;
}
