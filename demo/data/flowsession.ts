/**
 * The flowsession table (desktop flow runs) as the emulated server holds it: column names, types and choice values from Microsoft's
 * table reference. Columns that may hold secrets or that nobody reads (credentials, callbackurl, context, files) are left out.
 */
import type { ColumnDefinition, TableDefinition } from "../../emulator";

export const statusLabels: Readonly<Record<number, string>> = {
  0: "NotSpecified", 1: "Paused", 2: "Running", 3: "Waiting", 4: "Succeeded", 5: "Skipped", 6: "Suspended", 7: "Cancelled",
  8: "Failed", 9: "Faulted", 10: "TimedOut", 11: "Aborted", 12: "Ignored", 13: "Deleted", 14: "Terminated",
};

/** statuscode by name. */
export const Status = {
  NotSpecified: 0, Paused: 1, Running: 2, Waiting: 3, Succeeded: 4, Skipped: 5, Suspended: 6, Cancelled: 7,
  Failed: 8, Faulted: 9, TimedOut: 10, Aborted: 11, Ignored: 12, Deleted: 13, Terminated: 14,
} as const;

export const RunMode = { Local: 0, Attended: 1, Unattended: 2 } as const;
export const Trigger = { ApiFlow: 0, DesktopFlow: 1, Local: 2, RunDesktopFlowDataverseApi: 3, Cua: 4 } as const;

/** Only these statuses are inactive (statecode 1), says the reference: statecode tells nothing about open or closed. */
export function stateOf(statuscode: number): number {
  return statuscode === Status.NotSpecified || statuscode === Status.Deleted || statuscode === Status.Terminated ? 1 : 0;
}

const text = (displayName: string): ColumnDefinition => ({ type: "SingleLine.Text", displayName });
const memo = (displayName: string): ColumnDefinition => ({ type: "Multiple", displayName });
const instant = (displayName: string): ColumnDefinition => ({ type: "DateAndTime.DateAndTime", displayName });
const whole = (displayName: string): ColumnDefinition => ({ type: "Whole.None", displayName });
const choice = (displayName: string, options: Readonly<Record<number, string>>): ColumnDefinition => ({ type: "OptionSet", displayName, options });
const lookup = (displayName: string, ...targets: string[]): ColumnDefinition => ({ type: "Lookup.Simple", displayName, targets });

export const flowsession: TableDefinition = {
  logicalName: "flowsession",
  primaryId: "flowsessionid",
  primaryName: "name",
  columns: {
    name: text("Name"),
    createdon: instant("Created On"),
    modifiedon: instant("Modified On"),
    startedon: instant("Started On"),
    completedon: instant("Completed On"),
    statuscode: choice("Status Reason", statusLabels),
    statecode: choice("Status", { 0: "Active", 1: "Inactive" }),
    runmode: choice("Run Mode", { 0: "Local", 1: "Attended", 2: "Unattended" }),
    runsessionmode: choice("Run Session Mode", { 0: "Unapplicable", 1: "Default", 2: "PictureInPicture" }),
    subcategory: choice("Sub-Category", { 0: "Default", 1: "Test" }),
    triggertype: choice("Trigger type", { 0: "ApiFlow", 1: "DesktopFlow", 2: "Local", 3: "RunDesktopFlowDataverseApi", 4: "Cua" }),
    regardingobjectid: lookup("Regarding", "workflow"),
    machineid: lookup("Machine", "flowmachine"),
    machinegroupid: lookup("Machine Group", "flowmachinegroup"),
    parentdesktopflowrunid: lookup("Parent desktop flow run", "flowsession"),
    ownerid: { type: "Lookup.Owner", displayName: "Owner", targets: ["systemuser", "team"] },
    createdby: lookup("Created By", "systemuser"),
    modifiedby: lookup("Modified By", "systemuser"),
    errorcode: text("ErrorCode"),
    errormessage: memo("ErrorMessage"),
    errorinnererror: memo("ErrorInnerError"),
    errordetails: memo("ErrorDetails"),
    rundetails: memo("Run Details"),
    sessionusername: text("Session user name"),
    gateway: text("Gateway"),
    parentworkflowid: text("Parent Workflow Id"),
    parentcloudflowrunsequenceid: text("Parent cloud flow run sequence id"),
    clienttrackingid: text("Client Tracking Id"),
    correlationid: text("CorrelationId"),
    processversion: text("Process Version"),
    runduration: whole("RunDuration"),
    runwaitduration: whole("RunWaitDuration"),
    runexecutionduration: whole("RunExecutionDuration"),
  },
};
