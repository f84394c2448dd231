/** The header line: which cell of a row is which column of flowsession. */
import { flowsession } from "./flowsession";

/** Where a column's value stands in a row: its own cell, and for lookups the cell with the name. */
export interface ColumnCells { readonly value: number | null; readonly name: number | null }

export interface Header {
  /** Position of the id. */
  readonly id: number;
  readonly columns: ReadonlyMap<string, ColumnCells>;
  /** As written in the file, by position. */
  readonly titles: readonly string[];
  readonly ignored: readonly string[];
  readonly repeated: readonly string[];
}

const isLookup = (column: string): boolean => flowsession.columns[column]?.type.startsWith("Lookup") ?? false;

/** Null where there is no id column: then this is not an export of runs. */
export function readHeader(cells: readonly string[]): Header | null {
  const titles = cells.map(cell => cell.trim());
  const columns = new Map<string, ColumnCells>();
  const ignored: string[] = [];
  const repeated: string[] = [];
  let id: number | null = null;
  for (const [position, title] of titles.entries()) {
    const found = columnOf(title.toLowerCase());
    if (!found) {
      if (title) ignored.push(title);
      continue;
    }
    const known = columns.get(found.column) ?? { value: null, name: null };
    const taken = found.column === flowsession.primaryId ? id : known[found.part];
    if (taken !== null) repeated.push(title);
    else if (found.column === flowsession.primaryId) id = position;
    else columns.set(found.column, { ...known, [found.part]: position });
  }
  return id === null ? null : { id, columns, titles, ignored, repeated };
}

/** Knows `machineid`, `machineidname` and the Web API's `_machineid_value`. */
function columnOf(title: string): { readonly column: string; readonly part: "value" | "name" } | null {
  if (title === flowsession.primaryId || title in flowsession.columns) return { column: title, part: "value" };
  const ofWebApi = /^_(.+)_value$/.exec(title)?.[1];
  if (ofWebApi !== undefined && isLookup(ofWebApi)) return { column: ofWebApi, part: "value" };
  const named = title.endsWith("name") ? title.slice(0, -"name".length) : "";
  return isLookup(named) ? { column: named, part: "name" } : null;
}

export function missingIdMessage(cells: readonly string[]): string {
  const found = cells.map(cell => cell.trim()).filter(Boolean).slice(0, 12).join(", ") || "nothing";
  return `The first line must name the columns, with "${flowsession.primaryId}" among them (others: name, startedon, completedon, createdon, statuscode, machineid or machineidname, …). Found: ${found}.`;
}
