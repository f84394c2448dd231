import { CellRows } from "../domain/cellReader";

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type DataRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** What stands for a cell that the host cannot read: as a time it is a bad date, as anything else it is empty. */
const UNREADABLE = {};

/** The rows that a dataset holds; one bad cell does not cost the others. */
export class DatasetRows implements CellRows {
  private readonly ids: readonly string[];
  private readonly records: DataSet["records"];
  private currentId = "";
  private record: DataRecord | undefined;

  public constructor({ sortedRecordIds, records }: Pick<DataSet, "sortedRecordIds" | "records">) {
    this.ids = sortedRecordIds;
    this.records = records;
  }

  public get length(): number {
    return this.ids.length;
  }

  public seek(row: number): boolean {
    this.currentId = this.ids[row];
    this.record = this.records[this.currentId];
    return Boolean(this.record);
  }

  public id(): string {
    return this.currentId;
  }

  public value(column: string): unknown {
    try {
      return this.record?.getValue(column);
    } catch {
      return UNREADABLE;
    }
  }

  public text(column: string): string {
    try {
      const text: unknown = this.record?.getFormattedValue(column);
      return typeof text === "string" ? text : "";
    } catch {
      return "";
    }
  }
}
