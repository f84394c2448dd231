import { Role } from "./role";
import { FLOW_SESSION_STATUSES, StatusTable } from "./status";

/** Which column of a table plays which role. Nothing else in the code names a column (design decision 8). */
export interface TableProfile {
  /** Logical name of the table. */
  readonly table: string;
  readonly columns: Readonly<Partial<Record<Role, string>>>;
  readonly statuses: StatusTable;
}

const FLOW_SESSION: TableProfile = {
  table: "flowsession",
  columns: {
    startedOn: "startedon",
    completedOn: "completedon",
    createdOn: "createdon",
    modifiedOn: "modifiedon",
    parentRun: "parentdesktopflowrunid",
    runStatus: "statuscode",
    runName: "name",
    machine: "machineid",
    machineGroup: "machinegroupid",
    flow: "regardingobjectid",
    runMode: "runmode",
    trigger: "triggertype",
    owner: "ownerid",
    errorCode: "errorcode",
    errorMessage: "errormessage",
    innerError: "errorinnererror",
    sessionUser: "sessionusername",
    sessionMode: "runsessionmode",
    subCategory: "subcategory",
  },
  statuses: new StatusTable(FLOW_SESSION_STATUSES),
};

/** The profile of a table; a table without one of its own is read through the property-sets alone, with flowsession's statuses. */
export function profileOf(table: string): TableProfile {
  return table === FLOW_SESSION.table ? FLOW_SESSION : { table, columns: {}, statuses: FLOW_SESSION.statuses };
}
