/** The dataset's columns: those of the view, and those that property-sets map (fetched even when the view lacks them). */
import type { ColumnDefinition, EmulatedView, TableDefinition } from "./contract";
import type { ColumnUse } from "./cells";
import type { Quirks } from "./quirks";
import { strictObject, type ViolationReport } from "./strict";

type Column = ComponentFramework.PropertyHelper.DataSetApi.Column;

export interface DataSetColumns {
  readonly columns: readonly Column[];
  /** By column name. */
  readonly uses: ReadonlyMap<string, ColumnUse>;
}

/** Members of a column that hosts set now and then and this one never does. */
const ABSENT = ["isHidden", "imageProviderWebresource", "imageProviderFunctionName"];

export function columnDefinition(table: TableDefinition, name: string): ColumnDefinition {
  const definition = table.columns[name];
  if (definition) return definition;
  if (name === table.primaryId) return { type: "SingleLine.Text", displayName: name };
  throw new Error(`the table ${table.logicalName} has no column ${name}`);
}

/**
 * A column of the view that a property-set maps is one column with the role as its alias. A second role on the same column,
 * and a role on a column outside the view, is a column of its own. @throws if the table lacks a column.
 */
export function dataSetColumns(
  table: TableDefinition, view: EmulatedView, propertySets: Readonly<Record<string, string>>, quirks: Quirks, report: ViolationReport,
): DataSetColumns {
  const roles = Object.entries(propertySets);
  const make = (name: string, alias: string, order: number, visualSizeFactor: number): Column => {
    const { type, displayName } = columnDefinition(table, name);
    return strictObject<Column>(`columns.${name}`, {
      name, displayName, dataType: type, alias, order, visualSizeFactor, isPrimary: name === table.primaryName, disableSorting: false,
    }, report, ABSENT);
  };

  const merged = new Set<string>();
  const shown = view.columns.map(({ name, width }, order) => {
    const role = roles.find(([, column]) => column === name)?.[0];
    if (role !== undefined) merged.add(role);
    return make(name, role ?? name, order, width);
  });
  const extra = roles.filter(([role]) => !merged.has(role)).map(([role, name], index) =>
    quirks.unorderedPropertySets ? make(name, role, -1, -1) : make(name, role, shown.length + index, 100));

  const columns = [...shown, ...extra];
  const inView = new Set(view.columns.map(column => column.name));
  const mapped = new Set(Object.values(propertySets));
  const uses = new Map(columns.map(({ name }): [string, ColumnUse] =>
    [name, { definition: columnDefinition(table, name), mapped: mapped.has(name), inView: inView.has(name) }]));
  return { columns, uses };
}
