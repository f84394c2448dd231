import { DETAIL_ROLES, Role } from "../../domain/role";
import { StatusTable } from "../../domain/status";
import { TableProfile } from "../../domain/tableProfile";

/** The columns that are asked for, by role. Only a profile names them, so that no other column is ever read. */
export interface RecordColumns {
  readonly table: string;
  readonly primaryId: string;
  readonly byRole: ReadonlyMap<Role, string>;
  readonly statuses: StatusTable;
}

/**
 * The columns of a profile that the table really has: environments differ in age.
 * @param attributes logical names that the table has among those of the profile; null where nobody knows: then all are asked for, and what
 * the server does not know is dropped with `withoutColumn`
 */
export function columnsOf(
  profile: TableProfile, primaryId: string, attributes: ReadonlySet<string> | null, { withDetails }: { readonly withDetails: boolean },
): RecordColumns {
  const details: ReadonlySet<string> = new Set(DETAIL_ROLES);
  const byRole = (Object.entries(profile.columns) as [Role, string][])
    .filter(([role, column]) => (attributes === null || attributes.has(column)) && (withDetails || !details.has(role)));
  return { table: profile.table, primaryId, byRole: new Map(byRole), statuses: profile.statuses };
}

/** Without a column that the server does not know; the same object if it was not among them. */
export function withoutColumn(columns: RecordColumns, name: string): RecordColumns {
  const byRole = new Map([...columns.byRole].filter(([, column]) => column !== name));
  return byRole.size === columns.byRole.size ? columns : { ...columns, byRole };
}

/** Codes of the statuses that a run without an end may still be in. */
export const openStatuses = ({ statuses }: RecordColumns): readonly number[] => statuses.all.filter(({ code }) => statuses.isOpen(code)).map(({ code }) => code);
