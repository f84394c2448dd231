/** Which rows the server gives, in which order: the view, the hidden filters, the control's filter and its sorting. */
import type { EmulatedRow, EmulatedView, ParentRecord, TableDefinition } from "./contract";
import { cellText, isLookup } from "./cells";
import { columnDefinition } from "./columns";
import type { TextFormat } from "./textFormat";

export interface SortKey { readonly column: string; readonly descending: boolean }

export interface Query {
  readonly table: TableDefinition;
  readonly view: EmulatedView;
  /** Hidden from the control: only rows whose lookup points to this record. */
  readonly parent: ParentRecord | undefined;
  /** Hidden from the control: text of the grid's search box; empty for none. */
  readonly quickFind: string;
  readonly filter: ((row: EmulatedRow) => boolean) | undefined;
  /** Empty: the view's own order. */
  readonly sorting: readonly SortKey[];
}

export function selectRows(rows: readonly EmulatedRow[], query: Query, format: TextFormat): readonly EmulatedRow[] {
  const { view, parent, filter, quickFind, table } = query;
  const tests: ((row: EmulatedRow) => boolean)[] = [];
  if (view.filter) tests.push(view.filter);
  if (parent) tests.push(row => pointsTo(row, parent));
  if (quickFind !== "") tests.push(quickFindTest(table, view, quickFind, format));
  if (filter) tests.push(filter);
  const selected = tests.length === 0 ? rows : rows.filter(row => tests.every(test => test(row)));
  return sortRows(selected, query.sorting.length > 0 ? query.sorting : view.order ?? [], table, format);
}

function pointsTo(row: EmulatedRow, parent: ParentRecord): boolean {
  const cell = row.cells[parent.column];
  return isLookup(cell) && cell.id.toLowerCase() === parent.id.toLowerCase();
}

/** Finds text anywhere in the view's texts and lookups. */
function quickFindTest(table: TableDefinition, view: EmulatedView, text: string, format: TextFormat): (row: EmulatedRow) => boolean {
  const wanted = text.toLowerCase();
  const searched = view.columns.map(column => ({ name: column.name, definition: columnDefinition(table, column.name) }))
    .filter(({ definition: { type } }) => type === "SingleLine.Text" || type === "Multiple" || type.startsWith("Lookup"));
  return row => searched.some(({ name, definition }) => {
    const cell = row.cells[name] ?? null;
    return cell !== null && cellText(definition, cell, format).toLowerCase().includes(wanted);
  });
}

const collator = new Intl.Collator("en", { sensitivity: "base" });

/** Stable; blank cells come first in ascending order, choices and lookups go by their text, as in Dataverse. */
function sortRows(rows: readonly EmulatedRow[], keys: readonly SortKey[], table: TableDefinition, format: TextFormat): readonly EmulatedRow[] {
  if (keys.length === 0) return rows;
  const columns = keys.map(({ column, descending }) => ({ values: sortValues(rows, column, table, format), sign: descending ? -1 : 1 }));
  const places = rows.map((_, place) => place).sort((left, right) => {
    for (const { values, sign } of columns) {
      const order = compareValues(values[left], values[right]);
      if (order !== 0) return order * sign;
    }
    return left - right;
  });
  return places.flatMap(place => rows[place] ?? []);
}

type SortValue = string | number | undefined;

function sortValues(rows: readonly EmulatedRow[], column: string, table: TableDefinition, format: TextFormat): SortValue[] {
  const definition = columnDefinition(table, column);
  return rows.map(row => {
    const cell = row.cells[column] ?? (column === table.primaryId ? row.id : null);
    if (cell === null) return undefined;
    if (definition.type === "DateAndTime.DateAndTime") return Date.parse(String(cell));
    return typeof cell === "number" && definition.type === "Whole.None" ? cell : cellText(definition, cell, format);
  });
}

function compareValues(left: SortValue, right: SortValue): number {
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  return typeof left === "number" && typeof right === "number" ? left - right : collator.compare(String(left), String(right));
}
