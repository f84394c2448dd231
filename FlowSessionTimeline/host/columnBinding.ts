import { DETAIL_ROLES, MappableRole, Role, ROLES, STAND_IN_ROLES } from "../domain/role";
import { TableProfile } from "../domain/tableProfile";

type Column = ComponentFramework.PropertyHelper.DataSetApi.Column;

/** Which column of the dataset is read for which role. */
export interface ColumnBinding {
  readonly columns: ReadonlyMap<Role, string>;
  /** Mappable roles without a column. */
  readonly missing: readonly MappableRole[];
  /** Whether any column places a run on the time axis. */
  readonly hasTime: boolean;
  /** Whether every role is read from the table's own column for it, `modifiedon` among them: no formula's, none of another table. */
  readonly isStamped: boolean;
}

/**
 * A role is read from the column that the maker mapped (alias = property-set), else from the profile's column if the dataset has it.
 * Columns of property-sets arrive with order -1 whatever the view shows: the order is not looked at (host facts 7, no. 45).
 */
export function bindColumns(available: readonly Column[], profile: TableProfile): ColumnBinding {
  const columns = new Map<Role, string>();
  const names = new Set(available.map((column) => column.name));
  for (const role of [...ROLES, ...DETAIL_ROLES, ...STAND_IN_ROLES]) {
    const mapped = available.find((column) => column.alias === role && column.name !== "");
    const known = profile.columns[role];
    if (mapped) columns.set(role, mapped.name);
    else if (known !== undefined && names.has(known)) columns.set(role, known);
  }
  return {
    columns,
    missing: ROLES.filter((role) => !columns.has(role)),
    hasTime: columns.has("startedOn") || columns.has("completedOn") || columns.has("createdOn"),
    isStamped: columns.has("modifiedOn") && [...columns].every(([role, name]) => profile.columns[role] === name),
  };
}
