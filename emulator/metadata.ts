/**
 * What `getEntityMetadata` resolves to: instances of classes whose public members are getters on the prototype, as measured,
 * so that `Object.keys` and spreading find nothing. Members that are not listed are not modelled.
 */
import type { ColumnFacts, TableFacts } from "./server/requests";
import { strictObject, strictPrototype, type ViolationReport } from "./strict";

type EntityMetadata = ComponentFramework.PropertyHelper.EntityMetadata;

export function metadataObject(facts: TableFacts, report: ViolationReport): EntityMetadata {
  const columns = facts.columns.map(column => columnObject(facts.logicalName, column, report));
  return withGetters("metadata", {
    LogicalName: facts.logicalName,
    EntitySetName: facts.entitySetName,
    PrimaryIdAttribute: facts.primaryId,
    PrimaryNameAttribute: facts.primaryName,
    Attributes: collection(columns, facts.columns.map(({ name }) => name), report),
    ManyToOneRelationships: facts.relationships.map(({ schemaName, column, referencedTable, referencedColumn }) => withGetters("metadata.ManyToOneRelationships", {
      SchemaName: schemaName, ReferencingEntity: facts.logicalName, ReferencingAttribute: column, ReferencedEntity: referencedTable, ReferencedAttribute: referencedColumn,
    }, report)),
  }, report);
}

function columnObject(table: string, { name, displayName, typeName, typeCode, targets, options }: ColumnFacts, report: ViolationReport): object {
  const path = `metadata.Attributes.${name}`;
  const descriptor = strictObject(`${path}.attributeDescriptor`, {
    LogicalName: name, DisplayName: displayName, Type: typeName, Targets: [...targets],
    OptionSet: options.map(({ value, label }) => ({ Value: value, Label: label, Color: null, IsHidden: false })),
  }, report);
  return withGetters(path, {
    LogicalName: name, EntityLogicalName: table, DisplayName: displayName, AttributeType: typeCode, AttributeTypeName: typeName,
    Targets: [...targets], attributeDescriptor: descriptor,
    // Here a map by value, unlike the descriptor's list.
    OptionSet: Object.fromEntries(options.map(({ value, label }) => [value, { value, text: label }])),
  }, report);
}

/** Not an array: found by name or place, or walked. */
function collection(columns: readonly object[], names: readonly string[], report: ViolationReport): object {
  const find = (key: string | number): object | null => columns[typeof key === "number" ? key : names.indexOf(key)] ?? null;
  return withGetters("metadata.Attributes", {
    get: (key?: string | number) => (key === undefined ? [...columns] : find(key)),
    getByName: (name: string) => find(name),
    getAll: () => [...columns],
    getLength: () => columns.length,
    forEach: (visit: (column: object, index: number) => void) => columns.forEach(visit),
  }, report);
}

function withGetters(path: string, members: Readonly<Record<string, unknown>>, report: ViolationReport): object {
  const prototype = Object.create(strictPrototype(path, report)) as object;
  for (const [name, value] of Object.entries(members)) Object.defineProperty(prototype, name, { get: () => value, configurable: false });
  return Object.preventExtensions(Object.create(prototype) as object);
}
