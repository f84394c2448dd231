/** A table as metadata tells it. */
import type { ColumnDefinition, ColumnType } from "../contract";
import type { ServerTableDefinition } from "./contract";
import type { ColumnFacts, TableFacts } from "./requests";

/** Names and numbers of the platform's column types, as the metadata of a model-driven app spells them. */
const types: Readonly<Record<ColumnType, readonly [string, number]>> = {
  "SingleLine.Text": ["string", 14], Multiple: ["memo", 7], "Whole.None": ["integer", 5], "DateAndTime.DateAndTime": ["datetime", 2],
  OptionSet: ["picklist", 11], TwoOptions: ["boolean", 0], "Lookup.Simple": ["lookup", 6], "Lookup.Owner": ["owner", 9],
};
/** Choice columns of the platform that have types of their own. */
const ownTypes: Readonly<Record<string, readonly [string, number]>> = { statecode: ["state", 12], statuscode: ["status", 13] };
const ID_TYPE = ["uniqueidentifier", 15] as const;

/** @param wanted null: every column. */
export function tableFacts(table: ServerTableDefinition, wanted: readonly string[] | null): TableFacts {
  const all = [...new Set([table.primaryId, ...Object.keys(table.columns)])];
  const { logicalName, entitySetName, primaryId, primaryName, relationships } = table;
  return {
    logicalName, entitySetName, primaryId, primaryName, relationships,
    columns: all.filter(name => wanted === null || wanted.includes(name)).map(name => columnFacts(name, table.columns[name])),
  };
}

function columnFacts(name: string, definition: ColumnDefinition | undefined): ColumnFacts {
  const [typeName, typeCode] = ownTypes[name] ?? (definition ? types[definition.type] : ID_TYPE);
  const options = Object.entries(definition?.options ?? {}).map(([value, label]) => ({ value: Number(value), label }));
  return { name, displayName: definition?.displayName ?? name, typeName, typeCode, targets: definition?.targets ?? [], options };
}
