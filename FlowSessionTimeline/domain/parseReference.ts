import { isGuid, normaliseId } from "./recordId";
import { NO_REFERENCE, Reference } from "./run";

/** Reads a member of whatever a host gives; undefined if there is none or if reading it throws. */
function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    return (value as Readonly<Record<string, unknown>>)[key];
  } catch {
    return undefined; // a getter of a foreign object may throw; the cell then has no such member
  }
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** The first of a list of lookups; any other value as it is. */
const single = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** The record id in a cell as the host writes it: text, a number, or of a lookup `{id}` or `{id: {guid}}`; "" if there is none. Never throws. */
export function rawIdOf(cell: unknown): string {
  const value = single(cell);
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  const id = member(value, "id");
  const nested = member(id, "guid") ?? id ?? member(value, "guid");
  return typeof nested === "number" ? String(nested) : textOf(nested);
}

/**
 * A lookup cell in any of the shapes that hosts give (host-facts.md section 2), or plain text, which is a name without an id.
 * A reference with an id always has a name: that of the lookup, else the formatted value, else the id.
 */
export function parseReference(cell: unknown, formatted: string): Reference {
  const value = single(cell);
  if (typeof value !== "object" || value === null) return plainReference(value, formatted.trim());
  const id = normaliseId(rawIdOf(value));
  const name = textOf(member(value, "name")).trim() || formatted.trim() || id;
  const table = textOf(member(value, "etn")) || textOf(member(value, "entityType")) || textOf(member(value, "logicalName"));
  return name === "" ? NO_REFERENCE : { id, name, table };
}

/** Text is a name; but a GUID with another formatted value is an id with its name, as the Web API gives lookups. */
function plainReference(value: unknown, formatted: string): Reference {
  const text = typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
  if (isGuid(text)) {
    const id = normaliseId(text);
    return { id, name: formatted === "" || normaliseId(formatted) === id ? id : formatted, table: "" };
  }
  const name = formatted || text;
  return name === "" ? NO_REFERENCE : { id: "", name, table: "" };
}
