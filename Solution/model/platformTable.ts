/** A column of a table, as the platform's reference describes it. */
export interface ColumnReference {
  readonly type: string;
  readonly validForForm: boolean;
}

/** What a solution may refer to in a table of the platform. */
export interface TableReference {
  /** As the platform spells it: privileges end in it. */
  readonly schemaName: string;
  readonly primaryId: string;
  readonly primaryName: string;
  /** Logical name to column. */
  readonly columns: ReadonlyMap<string, ColumnReference>;
  /** Relationship in which the table is the one side, to the table on the many side. */
  readonly oneToMany: ReadonlyMap<string, string>;
}

type Named = [string, ColumnReference];

const columns = (type: string, names: string, validForForm: boolean): Named[] => names.split(" ").map((name) => [name, { type, validForForm }]);
/** Columns that a form may have. */
const shown = (type: string, names: string): Named[] => columns(type, names, true);
/** Columns that no form may have. */
const hidden = (type: string, names: string): Named[] => columns(type, names, false);
const STAMPS: readonly Named[] = [...shown("DateTime", "createdon modifiedon"), ...shown("Lookup", "createdby createdonbehalfby modifiedby modifiedonbehalfby")];

const FLOW_SESSION: TableReference = {
  schemaName: "flowsession",
  primaryId: "flowsessionid",
  primaryName: "name",
  columns: new Map([
    ...STAMPS,
    ...shown("BigInt", "runduration runexecutionduration runwaitduration"),
    ...shown("DateTime", "completedon startedon"),
    ...shown("File", "additionalcontext inputs outputs"),
    ...shown("Lookup", "machinegroupid machineid parentdesktopflowrunid regardingobjectid"),
    ...shown("Memo", "context credentials errordetails errorinnererror errormessage rundetails"),
    ...shown("Owner", "ownerid"),
    ...shown("Picklist", "runmode runsessionmode subcategory triggertype"),
    ...shown("State", "statecode"),
    ...shown("Status", "statuscode"),
    ...shown("String", "clienttrackingid connectionid correlationid errorcode gateway name parentcloudflowrunsequenceid parentworkflowid processversion sessionusername sessionusersid"),
    ...hidden("String", "callbackurl"),
    ...hidden("Uniqueidentifier", "flowsessionid"),
  ]),
  oneToMany: new Map([
    ["flowsession_flowsession_parentdesktopflowrunid", "flowsession"],
    ["flowsession_flowsessionbinary_FlowSessionId", "flowsessionbinary"],
    ["flowsession_flowlog_parentobjectid", "flowlog"],
  ]),
};

const FLOW_SESSION_BINARY: TableReference = {
  schemaName: "flowsessionbinary",
  primaryId: "flowsessionbinaryid",
  primaryName: "name",
  columns: new Map([
    ...STAMPS,
    ...shown("File", "data"),
    ...shown("Lookup", "flowsessionid"),
    ...shown("Memo", "metadata"),
    ...shown("Owner", "ownerid"),
    ...shown("String", "mimetype name type"),
    ...hidden("Uniqueidentifier", "flowsessionbinaryid"),
  ]),
  oneToMany: new Map(),
};

const FLOW_LOG: TableReference = {
  schemaName: "flowlog",
  primaryId: "flowlogid",
  primaryName: "name",
  columns: new Map([
    ...STAMPS,
    ...shown("BigInt", "duration logindex"),
    ...shown("Integer", "ttlinseconds"),
    ...shown("Lookup", "desktopflowid flowsessionid parentobjectid"),
    ...shown("Memo", "data inputslocalizednames outputslocalizednames"),
    ...shown("Picklist", "level type"),
    ...shown("String", "name partitionid"),
    ...hidden("Uniqueidentifier", "flowlogid"),
  ]),
  oneToMany: new Map(),
};

const FLOW_MACHINE: TableReference = {
  schemaName: "flowmachine",
  primaryId: "flowmachineid",
  primaryName: "name",
  columns: new Map([
    ...STAMPS,
    ...shown("DateTime", "lastheartbeatdate overcapacitysince"),
    ...shown("Integer", "sessioncapacity"),
    ...shown("Lookup", "flowmachinegroupid"),
    ...shown("Memo", "description hostedmachineerror"),
    ...shown("Owner", "ownerid"),
    ...shown("Picklist", "hostedmachinestate hostingtype keydeliverystatus"),
    ...shown("State", "statecode"),
    ...shown("Status", "statuscode"),
    ...shown("String", "agentversion name"),
    ...hidden("Uniqueidentifier", "flowmachineid"),
  ]),
  oneToMany: new Map([["flowmachine_flowsession_MachineId", "flowsession"]]),
};

const FLOW_MACHINE_GROUP: TableReference = {
  schemaName: "flowmachinegroup",
  primaryId: "flowmachinegroupid",
  primaryName: "name",
  columns: new Map([
    ...STAMPS,
    ...shown("Memo", "description provisioningerror"),
    ...shown("Owner", "ownerid"),
    ...shown("Picklist", "managementtype provisioningstate"),
    ...shown("State", "statecode"),
    ...shown("Status", "statuscode"),
    ...shown("String", "name"),
    ...hidden("Integer", "maxmanagedmachinecount"),
    ...hidden("Uniqueidentifier", "flowmachinegroupid"),
  ]),
  oneToMany: new Map([["flowmachinegroup_flowsession_MachineGroupId", "flowsession"]]),
};

const PROCESS_SESSION: TableReference = {
  schemaName: "ProcessSession",
  primaryId: "processsessionid",
  primaryName: "name",
  columns: new Map([
    ...STAMPS,
    ...shown("DateTime", "canceledon completedon executedon startedon"),
    ...shown("Integer", "errorcode"),
    ...shown("Lookup", "canceledby completedby executedby nextlinkedsessionid originatingsessionid previouslinkedsessionid startedby"),
    ...hidden("Lookup", "processid regardingobjectid"),
    ...shown("Memo", "comments"),
    ...hidden("Memo", "inputarguments"),
    ...hidden("Owner", "ownerid"),
    ...shown("State", "statecode"),
    ...shown("Status", "statuscode"),
    ...shown("String", "activityname name processstagename stepname"),
    ...hidden("Uniqueidentifier", "processsessionid"),
  ]),
  oneToMany: new Map([
    ["lk_processsession_previouslinkedsessionid", "processsession"],
    ["lk_processsession_originatingsessionid", "processsession"],
  ]),
};

/** The platform's tables that the solutions touch, by logical name: what of them a solution can use, from the platform's table reference. */
export const PLATFORM_TABLES: ReadonlyMap<string, TableReference> = new Map(
  [FLOW_SESSION, FLOW_SESSION_BINARY, FLOW_LOG, FLOW_MACHINE, FLOW_MACHINE_GROUP, PROCESS_SESSION].map((table) => [table.schemaName.toLowerCase(), table]),
);
