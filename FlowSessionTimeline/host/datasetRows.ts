import { CellBlocks } from "../domain/blockReader";

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type DataRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** What stands for a cell that the host cannot read: as a time it is a bad date, as anything else it is empty. */
const UNREADABLE = {};

/** The rows that a dataset holds; one bad cell does not cost the others. */
export class DatasetRows implements CellBlocks {
  private readonly ids: readonly string[];
  private readonly records: DataSet["records"];
  private currentId = "";
  private record: DataRecord | undefined;
  /** Of the block: where it begins, and its records. */
  private first = 0;
  private readonly block: DataRecord[] = [];

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

  public seekAll(from: number, to: number): number {
    const { ids, records, block } = this;
    this.first = from;
    block.length = 0;
    for (let row = from; row < to; row++) {
      const record = records[ids[row]] as DataRecord | undefined;
      if (!record) break;
      block.push(record);
    }
    return block.length;
  }

  public idAt(at: number): string {
    return this.ids[this.first + at];
  }

  public readCells(column: string, cells: unknown[]): void {
    const { block } = this;
    while (cells.length < block.length) {
      try {
        for (let at = cells.length; at < block.length; at++) cells.push(block[at].getValue(column));
      } catch {
        cells.push(UNREADABLE);
      }
    }
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
