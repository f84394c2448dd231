import { Work } from "../base/work";
import { parseRun, ParsedRow } from "../domain/parseRun";
import { problemBit } from "../domain/problem";
import { Role } from "../domain/role";
import { StatusTable } from "../domain/status";
import { ColumnBinding } from "./columnBinding";

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type DataRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** Rows read between two looks at the clock. */
const ROWS_PER_STEP = 200;

/** Reads every row that the dataset holds. */
export function* readRows(dataset: Pick<DataSet, "sortedRecordIds" | "records">, binding: ColumnBinding, statuses: StatusTable): Work<ParsedRow[]> {
  const rows: ParsedRow[] = [];
  // A view without a status column is one note about the view, not one about each of its rows.
  const ignored = binding.columns.has("runStatus") ? 0 : problemBit("badStatus");
  for (const id of dataset.sortedRecordIds) {
    const record = dataset.records[id];
    if (!record) continue;
    const { run, problems } = readRow(id, record, binding, statuses);
    rows.push({ run, problems: problems & ~ignored });
    if (rows.length % ROWS_PER_STEP === 0) yield;
  }
  return rows;
}

function readRow(id: string, record: DataRecord, { columns }: ColumnBinding, statuses: StatusTable): ParsedRow {
  const read = <T>(role: Role, one: (column: string) => T, empty: T): T => {
    const column = columns.get(role);
    return column === undefined ? empty : one(column);
  };
  return parseRun(
    {
      id,
      value: (role) => read<unknown>(role, (column) => record.getValue(column), null),
      text: (role) => read(role, (column) => record.getFormattedValue(column) ?? "", ""),
    },
    statuses
  );
}
