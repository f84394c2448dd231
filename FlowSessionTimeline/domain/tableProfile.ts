import { Role } from "./role";
import { FLOW_SESSION_STATUSES, PROCESS_SESSION_STATUSES, StatusTable } from "./status";

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

/** A session that was called by another one is linked to it as the one before: its parent on the timeline. */
const PROCESS_SESSION: TableProfile = {
  table: "processsession",
  columns: {
    startedOn: "startedon",
    executedOn: "executedon",
    completedOn: "completedon",
    canceledOn: "canceledon",
    createdOn: "createdon",
    modifiedOn: "modifiedon",
    parentRun: "previouslinkedsessionid",
    runStatus: "statuscode",
    runName: "name",
    flow: "processid",
    owner: "ownerid",
    errorCode: "errorcode",
  },
  statuses: new StatusTable(PROCESS_SESSION_STATUSES),
};

const PROFILES: ReadonlyMap<string, TableProfile> = new Map([FLOW_SESSION, PROCESS_SESSION].map((profile) => [profile.table, profile]));

/** The profile of a table; a table without one of its own is read through the property-sets alone, with flowsession's statuses. */
export function profileOf(table: string): TableProfile {
  return PROFILES.get(table) ?? { table, columns: {}, statuses: FLOW_SESSION.statuses };
}
