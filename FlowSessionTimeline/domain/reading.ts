/** What tells two readings of the same run apart: times in epoch ms, NaN for none. */
export interface Reading {
  readonly modifiedOn: number;
  readonly createdOn: number;
}

/** True if `one` was certainly read from an older state than `other`: by modifiedon where both have it, else by createdon where both have it. */
export function isOlder(one: Reading, other: Reading): boolean {
  if (one.modifiedOn < other.modifiedOn) return true;
  return (Number.isNaN(one.modifiedOn) || Number.isNaN(other.modifiedOn)) && one.createdOn < other.createdOn;
}
