import { rawIdOf } from "../../domain/parseReference";
import { normaliseId } from "../../domain/recordId";

/**
 * What is used of the host's description of a table: an instance of a class, whose data are getters of its prototype, so that nothing is
 * found by listing its keys, and whose columns are a collection with methods (host facts 2).
 */
interface Metadata {
  readonly PrimaryIdAttribute?: unknown;
  readonly Attributes?: unknown;
  readonly ManyToOneRelationships?: unknown;
}

/** The table's primary id; by convention its name with "id" behind it, where the host does not tell. */
export function primaryIdOf(metadata: object | null, table: string): string {
  const id = read(() => (metadata as Metadata | null)?.PrimaryIdAttribute);
  return typeof id === "string" && id !== "" ? id : `${table}id`;
}

/** Logical names of the columns that the host knows; null where it tells none: then nobody knows. */
export function attributesOf(metadata: object | null): ReadonlySet<string> | null {
  const attributes = itemsOf(read(() => (metadata as Metadata | null)?.Attributes));
  const names = attributes.map((one) => read(() => (one as { readonly LogicalName?: unknown }).LogicalName));
  const known = names.filter((name): name is string => typeof name === "string");
  return known.length > 0 ? new Set(known) : null;
}

/** Columns of the table that may point to a row of the parent's table, by its relationships and by the targets of its lookups. */
export function parentCandidates(metadata: object | null, parentTable: string): readonly string[] {
  const relationships = itemsOf(read(() => (metadata as Metadata | null)?.ManyToOneRelationships)).map((one) => read(() => {
    const { ReferencedEntity: table, ReferencingAttribute: column } = one as { readonly ReferencedEntity?: unknown; readonly ReferencingAttribute?: unknown };
    return table === parentTable ? column : undefined;
  }));
  const lookups = itemsOf(read(() => (metadata as Metadata | null)?.Attributes)).map((one) => read(() => {
    const { LogicalName: column, attributeDescriptor } = one as { readonly LogicalName?: unknown; readonly attributeDescriptor?: { readonly Targets?: unknown } };
    const targets = attributeDescriptor?.Targets;
    return Array.isArray(targets) && targets.includes(parentTable) ? column : undefined;
  }));
  return [...new Set([...relationships, ...lookups])].filter((column): column is string => typeof column === "string" && column !== "");
}

/** The rows of the list, and which columns might tell what they have in common. */
export interface ParentEvidence {
  readonly candidates: readonly string[];
  readonly parentId: string;
  readonly ids: readonly string[];
  /** What a row has in a column; undefined if the list does not have the column. */
  readonly value: (id: string, column: string) => unknown;
}

/** The one column by which every row of the list points to the parent; null where the rows tell of none, or of several. */
export function resolveParent({ candidates, parentId, ids, value }: ParentEvidence): string | null {
  const parent = normaliseId(parentId);
  const common = candidates.filter((column) => ids.length > 0 && ids.every((id) => normaliseId(rawIdOf(value(id, column))) === parent));
  return common.length === 1 ? common[0] : null;
}

/** What an array holds, or a collection of the host's; nothing of anything else. */
function itemsOf(list: unknown): readonly unknown[] {
  if (Array.isArray(list)) return list;
  const items = read(() => {
    const { get } = list as { readonly get?: unknown };
    // Without a key it gives all that there are.
    return typeof get === "function" ? (get.call(list) as unknown) : undefined;
  });
  return Array.isArray(items) ? items : [];
}

/** undefined where reading throws: whatever a host's object does, it then tells nothing. */
function read<T>(member: () => T): T | undefined {
  try {
    return member();
  } catch {
    return undefined;
  }
}
