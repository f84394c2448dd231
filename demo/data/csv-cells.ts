/** One cell's text to the value that the table holds. */
import type { Cell, ColumnDefinition, LookupCell } from "../../emulator";
import { parseDate, shorten, type SlashOrder } from "./csv-dates";
import { guidOf } from "./random";

export type ParsedCell = { readonly ok: true; readonly cell: Cell } | { readonly ok: false; readonly message: string };

const guidPattern = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** Lower case, without braces; null if the text is no GUID. */
export function parseGuid(text: string): string | null {
  return guidPattern.exec(text.trim())?.[1]?.toLowerCase() ?? null;
}

export function parseCell(text: string, definition: ColumnDefinition, order: SlashOrder): ParsedCell {
  if (text.trim() === "") return { ok: true, cell: null };
  switch (definition.type) {
    case "DateAndTime.DateAndTime": {
      const date = parseDate(text, order);
      return date.ok ? { ok: true, cell: new Date(date.ms).toISOString().replace(".000Z", "Z") } : date;
    }
    case "Whole.None": return wholeNumber(text);
    case "OptionSet": return choice(text, definition);
    default: return { ok: true, cell: text };
  }
}

function wholeNumber(text: string): ParsedCell {
  const value = Number(text.trim());
  return Number.isSafeInteger(value) ? { ok: true, cell: value } : { ok: false, message: `"${shorten(text)}" is not a whole number` };
}

/** The number of a choice, also one that the table does not know, or its label. */
function choice(text: string, { options = {} }: ColumnDefinition): ParsedCell {
  const number = wholeNumber(text);
  if (number.ok) return number;
  const plain = (label: string): string => label.toLowerCase().replace(/[\s-]/g, "");
  const value = Object.keys(options).find(key => plain(options[Number(key)] ?? "") === plain(text));
  if (value !== undefined) return { ok: true, cell: Number(value) };
  return { ok: false, message: `"${shorten(text)}" is neither a number nor one of ${Object.values(options).join(", ")}` };
}

/** A lookup by id, by name, or both. Of a record of which only the name is known, the id follows from the name. */
export function parseLookup(idText: string, nameText: string, definition: ColumnDefinition): ParsedCell {
  const table = definition.targets?.[0] ?? "";
  const name = nameText.trim();
  const id = idText.trim();
  if (id === "" && name === "") return { ok: true, cell: null };
  const lookup = (guid: string, label: string): LookupCell => ({ id: guid, table, name: label });
  const guid = parseGuid(id);
  if (guid !== null) return { ok: true, cell: lookup(guid, name || guid) };
  // A run is found by its id only: a made-up one would make up a parent.
  if (table === "flowsession") return { ok: false, message: `"${shorten(id || name)}" is not an id (GUID) of a run` };
  const label = name || id;
  return { ok: true, cell: lookup(guidOf(`${table}/${label}`), label) };
}
