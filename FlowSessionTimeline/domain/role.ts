/** What a column can mean to a run. The manifest's property-sets have the same names (a test compares them). */
export const ROLES = [
  "startedOn", "completedOn", "createdOn", "modifiedOn", "parentRun", "runStatus", "runName", "machine", "machineGroup",
  "flow", "runMode", "trigger", "owner", "errorCode", "errorMessage",
] as const;

/** Roles that a maker can map. */
export type MappableRole = (typeof ROLES)[number];

/** Roles that only a table profile knows: shown in the panel when the view carries the column. */
export const DETAIL_ROLES = ["innerError", "sessionUser", "sessionMode", "subCategory"] as const;

/** Times that only a table profile knows: they stand in for a start and an end that a row does not have. */
export const STAND_IN_ROLES = ["executedOn", "canceledOn"] as const;

export type Role = MappableRole | (typeof DETAIL_ROLES)[number] | (typeof STAND_IN_ROLES)[number];
