import { rowTable, RowTable } from "./rowTable";
import { RowWriter } from "./rowWriter";

/** No row at all: where there are more runs than can be listed. @param matches the filter behind the rows that are not there */
export function noRows(matches: Uint8Array | null): RowTable {
  return rowTable({
    ...new RowWriter(0).columns(),
    tracks: [], trackSet: null, runs: 0, kept: new Uint8Array(0), matches,
    rowOfNode: () => -1,
    depth: () => 0,
    parentRow: () => -1,
    setSize: () => 0,
  });
}
