import { ColumnReference } from "../../Solution/model/platformTable";

/** What Microsoft's generated table reference says of a table. */
export interface PublishedTable {
  readonly primaryId: string;
  readonly primaryName: string;
  readonly columns: ReadonlyMap<string, ColumnReference>;
  /** Relationship in which the table is the one side, to the table on the many side. */
  readonly oneToMany: ReadonlyMap<string, string>;
}

/**
 * Reads Microsoft's generated table reference (Markdown, one heading per column and relationship, each with a table of properties).
 * @throws if the text names no primary column: then it is no table reference
 */
export function parseTableReference(markdown: string): PublishedTable {
  const sections = markdown.split(/^### /m).slice(1);
  const columns = new Map<string, ColumnReference>();
  const oneToMany = new Map<string, string>();
  for (const section of sections) {
    const column = property(section, "LogicalName");
    if (column) columns.set(column, { type: property(section, "Type"), validForForm: property(section, "IsValidForForm") === "True" });
    // A many-to-one relationship names what it references; only a one-to-many one names what references the table.
    const manySide = property(section, "ReferencingEntity");
    if (manySide) oneToMany.set(relationshipName(section), manySide);
  }
  const primaryId = property(markdown, "PrimaryIdAttribute");
  const primaryName = property(markdown, "PrimaryNameAttribute");
  if (!primaryId || !primaryName) throw new Error("no table reference: it names no primary column");
  return { primaryId, primaryName, columns, oneToMany };
}

/** The value of a row `|name|value|`, without the back-ticks and stars around either. */
function property(section: string, name: string): string {
  const row = section.split("\n").map((line) => line.split("|").map((part) => part.replace(/[`*]/g, "").trim())).find((cells) => cells[1] === name);
  return row?.[2] ?? "";
}

/** A heading is `<a name="…"></a> name`. */
function relationshipName(section: string): string {
  return (section.split("\n", 1)[0] ?? "").replace(/<[^>]*>/g, "").trim();
}
