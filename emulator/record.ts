/** A record of the dataset: one reference and a shared prototype, so that 100,000 of them cost little. */
import type { EmulatedRow, TableDefinition } from "./contract";
import { textReader, valueReader, type ColumnUse } from "./cells";
import type { Quirks } from "./quirks";
import { strictPrototype, type ViolationReport } from "./strict";
import type { TextFormat } from "./textFormat";

type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;
type Value = ReturnType<EntityRecord["getValue"]>;
export type RecordMap = Record<string, EntityRecord>;

/** A symbol, so that a control cannot reach the row by accident. */
const ROW = Symbol("row");
interface RowHolder { readonly [ROW]: EmulatedRow }

export interface ShapeOptions {
  readonly table: TableDefinition;
  readonly uses: ReadonlyMap<string, ColumnUse>;
  readonly quirks: Quirks;
  readonly format: TextFormat;
  readonly report: ViolationReport;
}

/** What all records of one dataset share: the prototype that reads their cells. Strict like every object of the host. */
export function recordPrototype({ table, uses, quirks, format, report }: ShapeOptions): object {
  const values = new Map([...uses].map(([name, use]) => [name, valueReader(use, quirks)]));
  const texts = new Map([...uses].map(([name, use]) => [name, textReader(use, quirks, format)]));
  const cell = (row: EmulatedRow, name: string): EmulatedRow["cells"][string] => row.cells[name] ?? (name === table.primaryId ? row.id : undefined);

  const unknown = new Set<string>();
  /** The real host answers null for a column that was not fetched; asking for it is a mistake all the same. */
  const missing = (name: string): null => {
    if (!unknown.has(name)) {
      unknown.add(name);
      report.violation(`record: the dataset has no column "${name}"`);
    }
    return null;
  };

  const methods = {
    getRecordId(this: RowHolder): string { return this[ROW].id; },
    // The typings hide that blank cells are null or undefined.
    getValue(this: RowHolder, name: string): Value {
      const read = values.get(name);
      return (read ? read(cell(this[ROW], name)) : missing(name)) as Value;
    },
    getFormattedValue(this: RowHolder, name: string): string {
      const read = texts.get(name);
      return (read ? read(cell(this[ROW], name)) : missing(name)) as string;
    },
    getNamedReference(this: RowHolder): ComponentFramework.EntityReference {
      const name = this[ROW].cells[table.primaryName];
      return { id: { guid: this[ROW].id }, etn: table.logicalName, name: typeof name === "string" ? name : "" };
    },
  };
  return Object.create(strictPrototype("record", report), Object.getOwnPropertyDescriptors(methods)) as object;
}

/** One record per row; of repeated ids the last one stands. */
export function addRecords(records: RecordMap, rows: readonly EmulatedRow[], prototype: object): void {
  for (const row of rows) {
    // A literal with a prototype is the cheapest way round the strict prototype's setter.
    const record = { __proto__: prototype, [ROW]: row };
    records[row.id] = record as unknown as EntityRecord;
  }
}
