/** Rows as the Web API writes them: no key for a blank cell, lookups as `_x_value`, annotations for what a user reads. */
import { cellText, isLookup } from "../cells";
import type { Cell, ColumnDefinition } from "../contract";
import type { TextFormat } from "../textFormat";
import type { Column } from "./column";
import { instantText, NumberColumn } from "./numberColumn";
import type { ServerTable } from "./columnTable";
import type { Entity } from "./contract";
import { type JoinedSource, NO_ROW, type Tuple } from "./joins";

export const FORMATTED = "@OData.Community.Display.V1.FormattedValue";
const LOOKUP_TABLE = "@Microsoft.Dynamics.CRM.lookuplogicalname";

/** Formatted times show minutes, no seconds. */
const MINUTE = 60_000;

type Write = (entity: Record<string, unknown>, row: number) => void;

/** @returns what writes a tuple. @throws ServerError for a column that a table lacks. */
export function entityWriter(sources: readonly JoinedSource[], format: TextFormat): (tuple: Tuple) => Entity {
  const texts = new InstantTexts(format);
  const writes = sources.map(source => sourceWrites(source, format, texts));
  return tuple => {
    const entity: Record<string, unknown> = {};
    for (const [source, parts] of writes.entries()) {
      const row = tuple[source] ?? NO_ROW;
      if (row !== NO_ROW) for (const write of parts) write(entity, row);
    }
    return entity;
  };
}

function sourceWrites({ table, node, alias }: JoinedSource, format: TextFormat, texts: InstantTexts): readonly Write[] {
  const { primaryId } = table.definition;
  const isRoot = alias === null;
  const everything = node.allAttributes || (isRoot && node.attributes.length === 0);
  const listed = [...(everything ? [primaryId, ...table.columnNames] : isRoot ? [primaryId] : []).map(name => ({ name, alias: null })), ...node.attributes];
  const writes = new Map<string, Write>();
  for (const { name, alias: given } of listed) {
    const column = table.column(name);
    const isLookupColumn = column?.definition.type.startsWith("Lookup") ?? false;
    const key = given ?? (!isRoot ? `${alias}.${name}` : isLookupColumn ? `_${name}_value` : name);
    writes.set(key, columnWrite(table, column, key, format, texts));
  }
  return [...writes.values()];
}

function columnWrite(table: ServerTable, column: Column | null, key: string, format: TextFormat, texts: InstantTexts): Write {
  if (column === null) return (entity, row) => { entity[key] = table.ids.get(row); };
  if (column instanceof NumberColumn && column.isInstant) {
    const { values } = column;
    return (entity, row) => {
      if (Number.isNaN(values[row])) return;
      entity[key] = instantText(values[row]);
      entity[`${key}${FORMATTED}`] = texts.of(values[row]);
    };
  }
  return (entity, row) => { writeCell(entity, key, column.definition, column.get(row), format); };
}

/** A cell with its annotations; nothing at all for a blank one. */
export function writeCell(entity: Record<string, unknown>, key: string, definition: ColumnDefinition, cell: Cell, format: TextFormat): void {
  if (cell === null) return;
  entity[key] = isLookup(cell) ? cell.id : cell;
  if (isLookup(cell)) entity[`${key}${LOOKUP_TABLE}`] = cell.table;
  if (typeof cell !== "string" || definition.type === "DateAndTime.DateAndTime") entity[`${key}${FORMATTED}`] = cellText(definition, cell, format);
}

/** What a user reads of instants: runs of a page share their minutes. */
class InstantTexts {
  private readonly byMinute = new Map<number, string>();

  constructor(private readonly format: TextFormat) {}

  /** @param instant epoch ms. */
  of(instant: number): string {
    const minute = Math.floor(instant / MINUTE);
    const text = this.byMinute.get(minute) ?? this.format.dateTime(instant);
    this.byMinute.set(minute, text);
    return text;
  }
}
