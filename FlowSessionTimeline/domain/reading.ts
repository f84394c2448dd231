import { Run } from "./run";

/** What tells two readings of the same run apart. */
export type Reading = Pick<Run, "modifiedOn" | "createdOn">;

/** True if `one` was certainly read from an older state than `other`: by modifiedon where both have it, else by createdon where both have it. */
export function isOlder(one: Reading, other: Reading): boolean {
  if (one.modifiedOn !== null && other.modifiedOn !== null) return one.modifiedOn < other.modifiedOn;
  return one.createdOn !== null && other.createdOn !== null && one.createdOn < other.createdOn;
}
