import { normaliseId } from "../../domain/recordId";
import { IInputs } from "../../generated/ManifestTypes";
import { contextInfoOf } from "../extendedContext";

type Context = ComponentFramework.Context<IInputs>;

/** The record of the form around a subgrid. */
export interface FormRecord {
  readonly table: string;
  /** Lower-case GUID without braces. */
  readonly id: string;
}

/** ComponentFramework's values of privilege Read and of the smallest depth: reading one's own rows. */
const READ = 2;
const BASIC = 0;

/** Undefined on a main grid and a dashboard. */
export function formRecordOf({ mode }: Context): FormRecord | undefined {
  const { entityTypeName = "", entityId = "" } = contextInfoOf(mode);
  return entityId === "" ? undefined : { table: entityTypeName, id: normaliseId(entityId) };
}

/** False only where the host says that it is offline: it answers from what it keeps, without groups and counts (host facts 3). */
export function isOnline({ client }: Context): boolean {
  try {
    return !client.isOffline();
  } catch {
    return true;
  }
}

/** False only where the host says that the user may not read a row of the table. */
export function mayRead({ utils }: Context, table: string): boolean {
  try {
    return utils.hasEntityPrivilege(table, READ, BASIC);
  } catch {
    return true;
  }
}

/** What the host knows of a table; null where it tells nothing. The answer is a class instance whose data are getters of its prototype. */
export async function metadataOf({ utils }: Context, table: string, attributes: readonly string[]): Promise<object | null> {
  try {
    const answer: unknown = await utils.getEntityMetadata(table, [...attributes]);
    return typeof answer === "object" ? answer : null;
  } catch {
    return null;
  }
}
