/** How a cell of the server reaches a control: raw value and formatted text. */
import type { Cell, ColumnDefinition, LookupCell } from "./contract";
import type { Quirks } from "./quirks";
import type { TextFormat } from "./textFormat";

type Value = ReturnType<ComponentFramework.PropertyHelper.DataSetApi.EntityRecord["getValue"]>;

export interface ColumnUse {
  readonly definition: ColumnDefinition;
  /** A property-set maps it. */
  readonly mapped: boolean;
  /** The view shows it. */
  readonly inView: boolean;
}

/** A blank cell is undefined or null in the real host, which the typings hide. */
export type ReadCell = (cell: Cell | undefined) => Value | null | undefined;

export const isLookup = (cell: Cell | undefined): cell is LookupCell => typeof cell === "object" && cell !== null;

/** Instants leave the host with milliseconds, and as any text that came over the wire in one piece: joined, for one that is added up is put together only when it is read, by the control. */
function isoInstant(text: string): string {
  return text.length === 20 && text.endsWith("Z") ? [text.slice(0, 19), ".000Z"].join("") : new Date(text).toISOString();
}

function readPresent({ definition, mapped }: ColumnUse, quirks: Quirks): (cell: NonNullable<Cell>) => Value {
  switch (definition.type) {
    case "DateAndTime.DateAndTime": return cell => isoInstant(String(cell));
    case "OptionSet": return mapped && quirks.choiceAsString ? String : Number;
    case "Lookup.Simple":
    case "Lookup.Owner": return cell => reference(cell, quirks);
    default: return cell => (isLookup(cell) ? cell.name : cell);
  }
}

function reference(cell: NonNullable<Cell>, quirks: Quirks): Value {
  if (!isLookup(cell)) throw new TypeError(`a lookup cell must be {id, table, name}, not ${JSON.stringify(cell)}`);
  return { id: { guid: quirks.bracedLookupIds ? `{${cell.id.toUpperCase()}}` : cell.id }, etn: cell.table, name: cell.name };
}

/** @returns how values of this column are read; blank cells are null in the view's columns, undefined elsewhere. */
export function valueReader(use: ColumnUse, quirks: Quirks): ReadCell {
  const present = readPresent(use, quirks);
  const blank = !use.inView && quirks.unorderedPropertySets ? undefined : null;
  return cell => (cell === null || cell === undefined ? blank : present(cell));
}

/** @returns how text of this column is written; a blank cell is "" in the view's columns, null elsewhere. */
export function textReader(use: ColumnUse, quirks: Quirks, format: TextFormat): (cell: Cell | undefined) => string | null {
  const blank = !use.inView && quirks.unorderedPropertySets ? null : "";
  return cell => (cell === null || cell === undefined ? blank : cellText(use.definition, cell, format));
}

/** What the host would show for a cell that is not blank. */
export function cellText(definition: ColumnDefinition, cell: NonNullable<Cell>, format: TextFormat): string {
  if (isLookup(cell)) return cell.name;
  switch (definition.type) {
    case "DateAndTime.DateAndTime": return format.dateTime(Date.parse(String(cell)));
    case "OptionSet":
    case "TwoOptions": return definition.options?.[Number(cell)] ?? String(cell);
    case "Whole.None": return format.integer(Number(cell));
    default: return String(cell);
  }
}
