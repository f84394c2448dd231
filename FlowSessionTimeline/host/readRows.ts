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

/** What stands for a cell that the host cannot read: as a time it is a bad date, as anything else it is empty. */
const UNREADABLE = {};

/** Reads every row that the dataset holds; one bad cell does not cost the others. */
export function* readRows(dataset: Pick<DataSet, "sortedRecordIds" | "records">, binding: ColumnBinding, statuses: StatusTable): Work<ParsedRow[]> {
  const rows: ParsedRow[] = [];
  // A view without the column is one note about the view, not one about each of its rows.
  const ignored = (binding.columns.has("runStatus") ? 0 : problemBit("badStatus")) | (binding.columns.has("completedOn") ? 0 : problemBit("finishedWithoutEnd"));
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
  const read = (role: Role, one: (column: string) => unknown): unknown => {
    const column = columns.get(role);
    try {
      return column === undefined ? null : one(column);
    } catch {
      return UNREADABLE;
    }
  };
  return parseRun(
    {
      id,
      value: (role) => read(role, (column) => record.getValue(column)),
      text: (role) => {
        const text = read(role, (column) => record.getFormattedValue(column));
        return typeof text === "string" ? text : "";
      },
    },
    statuses
  );
}
