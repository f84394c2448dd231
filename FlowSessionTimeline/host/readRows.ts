import { Work } from "../base/work";
import { parseRun, ParsedRow } from "../domain/parseRun";
import { Role } from "../domain/role";
import { StatusTable } from "../domain/status";
import { ColumnBinding } from "./columnBinding";

type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** Rows read between two looks at the clock. */
const ROWS_PER_STEP = 200;

/** Reads every row that the dataset holds. A cell that cannot be read counts as empty: one bad cell must not cost the others. */
export function* readRows(dataset: Pick<DataSet, "sortedRecordIds" | "records">, binding: ColumnBinding, statuses: StatusTable): Work<ParsedRow[]> {
  const rows: ParsedRow[] = [];
  for (const id of dataset.sortedRecordIds) {
    const record = dataset.records[id];
    if (record) {
      const column = (role: Role): string | undefined => binding.columns.get(role);
      rows.push(
        parseRun(
          {
            id,
            value: (role) => {
              const name = column(role);
              return name === undefined ? null : record.getValue(name);
            },
            text: (role) => {
              const name = column(role);
              return name === undefined ? "" : record.getFormattedValue(name) ?? "";
            },
          },
          statuses
        )
      );
    }
    if (rows.length % ROWS_PER_STEP === 0) yield;
  }
  return rows;
}
