/** The columns of a table of the emulated Dataverse, as typed arrays. Memory is taken when a column gets its first value. */
import type { ColumnDefinition } from "../contract";
import { CodedColumn } from "./codedColumn";
import { NumberColumn } from "./numberColumn";
import { ReferenceColumn } from "./referenceColumn";

export type Column = NumberColumn | CodedColumn | ReferenceColumn;

/** @param table the column's own table. */
export function createColumn(definition: ColumnDefinition, table: string): Column {
  if (definition.type === "DateAndTime.DateAndTime" || definition.type === "Whole.None") return new NumberColumn(definition);
  return definition.targets?.length === 1 && definition.targets[0] === table ? new ReferenceColumn(definition, table) : new CodedColumn(definition);
}
