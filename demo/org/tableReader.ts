/** A table as the metadata of a real Dataverse describes it, for the emulated host. */
import type { ColumnDefinition, ColumnType, Requests, ServerTableDefinition } from "../../emulator";
import { isJson, recordsIn, textIn, type Json, type OrgClient } from "./client";
import { fixedQuestions, SECRET_COLUMNS } from "./questions";

type TableFacts = Requests["metadata"]["answer"];

/** Of each type of column: the manifest's name, and the platform's name and number. What is not listed cannot be shown and is left out. */
const types: Readonly<Record<string, readonly [ColumnType, string, number]>> = {
  Boolean: ["TwoOptions", "boolean", 0], Customer: ["Lookup.Simple", "customer", 1], DateTime: ["DateAndTime.DateAndTime", "datetime", 2], Integer: ["Whole.None", "integer", 5],
  Lookup: ["Lookup.Simple", "lookup", 6], Memo: ["Multiple", "memo", 7], Owner: ["Lookup.Owner", "owner", 9], Picklist: ["OptionSet", "picklist", 11],
  State: ["OptionSet", "state", 12], Status: ["OptionSet", "status", 13], String: ["SingleLine.Text", "string", 14], BigInt: ["Whole.None", "bigint", 18],
};
const ID_TYPE = ["uniqueidentifier", 15] as const;

/** Whether a solution may bring these to the table; null: the metadata does not say. */
export interface Acceptance { readonly customisation: boolean | null; readonly views: boolean | null; readonly forms: boolean | null }

export interface OrgTable {
  readonly definition: ServerTableDefinition;
  readonly facts: TableFacts;
  readonly acceptance: Acceptance;
}

/** @throws (rejects with) a plain ServerError. */
export async function readTable(client: OrgClient): Promise<OrgTable> {
  const { table, targets, picklists, states, statuses, booleans } = fixedQuestions;
  const [{ json }, lookups, ...choices] = await Promise.all([client.get(table), client.extras(targets), ...[picklists, states, statuses, booleans].map(question => client.extras(question))]);
  const targetsOf = new Map(lookups.map(column => [textIn(column.LogicalName), textsIn(column.Targets)]));
  const optionsOf = new Map(choices.flat().map(column => [textIn(column.LogicalName), { ...optionsIn(column.GlobalOptionSet), ...optionsIn(column.OptionSet) }]));
  return {
    ...described(json, name => targetsOf.get(name) ?? [], name => optionsOf.get(name) ?? {}),
    acceptance: { customisation: managed(json.IsCustomizable), views: managed(json.CanCreateViews), forms: managed(json.CanCreateForms) },
  };
}

type ColumnFacts = TableFacts["columns"][number];

function described(json: Json, targetsOf: (name: string) => readonly string[], optionsOf: (name: string) => Readonly<Record<number, string>>): Pick<OrgTable, "definition" | "facts"> {
  const primaryId = textIn(json.PrimaryIdAttribute);
  const columns: Record<string, ColumnDefinition> = {};
  const facts: ColumnFacts[] = [];
  for (const { LogicalName, AttributeType, AttributeOf, DisplayName } of recordsIn(json.Attributes)) {
    const name = textIn(LogicalName);
    const [type, typeName, typeCode] = types[textIn(AttributeType)] ?? [null, ...ID_TYPE];
    // Names of lookups and choices are columns of their own there, parts of others here.
    if ((type === null && name !== primaryId) || typeof AttributeOf === "string" || SECRET_COLUMNS.includes(name)) continue;
    const displayName = labelOf(DisplayName) || name;
    const targets = targetsOf(name);
    const options = optionsOf(name);
    if (type !== null) columns[name] = { type, displayName, ...(type === "OptionSet" || type === "TwoOptions" ? { options } : {}), ...(type.startsWith("Lookup") ? { targets } : {}) };
    facts.push({ name, displayName, typeName, typeCode, targets, options: Object.entries(options).map(([value, label]) => ({ value: Number(value), label })) });
  }
  const table = {
    logicalName: textIn(json.LogicalName), entitySetName: textIn(json.EntitySetName), primaryId, primaryName: textIn(json.PrimaryNameAttribute),
    relationships: recordsIn(json.ManyToOneRelationships).map(one => ({
      schemaName: textIn(one.SchemaName), column: textIn(one.ReferencingAttribute), referencedTable: textIn(one.ReferencedEntity), referencedColumn: textIn(one.ReferencedAttribute),
    })),
  };
  return { definition: { ...table, columns }, facts: { ...table, columns: facts } };
}

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : []);

/** In the user's language. */
function labelOf(label: unknown): string {
  const own = isJson(label) ? label.UserLocalizedLabel : null;
  return isJson(own) ? textIn(own.Label) : "";
}

/** A choice has a list of options, yes or no has one of each. */
function optionsIn(set: unknown): Readonly<Record<number, string>> {
  if (!isJson(set)) return {};
  const listed = [...recordsIn(set.Options), ...[set.FalseOption, set.TrueOption].filter(isJson)];
  return Object.fromEntries(listed.flatMap(({ Value, Label }) => (typeof Value === "number" ? [[Value, labelOf(Label) || String(Value)]] : [])));
}

const managed = (property: unknown): boolean | null => (isJson(property) && typeof property.Value === "boolean" ? property.Value : null);
