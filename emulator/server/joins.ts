/** Rows of linked tables beside the rows of the root: one tuple of row numbers for each combination that a fetch selects. */
import { isLookup } from "../cells";
import type { Asker } from "./asker";
import { CodedColumn } from "./codedColumn";
import type { Column } from "./column";
import { NumberColumn } from "./numberColumn";
import { ReferenceColumn } from "./referenceColumn";
import type { ServerTable } from "./columnTable";
import type { Link, Source } from "./fetchQuery";
import { filterTest } from "./filter";
import { forEachPassing, type Mask, type RowTest } from "./rowTest";
import { invalid } from "./strictXml";

/** Where an outer link finds nothing. */
export const NO_ROW = -1;

/** Row numbers by source: the root's first, then the links' in the order of the question. */
export type Tuple = Int32Array;

/** Rows of the linked table for a row of the table around the link. */
type Match = (row: number) => readonly number[];

export interface JoinedSource {
  readonly table: ServerTable;
  readonly node: Source;
  /** null: the root. */
  readonly alias: string | null;
}

interface JoinedLink extends JoinedSource {
  /** Place of the source that the link hangs on. */
  readonly around: number;
  readonly outer: boolean;
  readonly match: Match;
}

const NONE: readonly number[] = [];

export class Joins {
  readonly sources: readonly JoinedSource[];
  /** A row of the root can meet several of a linked table. */
  readonly multiplies: boolean;
  private readonly links: readonly JoinedLink[];
  private readonly test: RowTest;

  /** @throws ServerError for a table, column or value that does not fit. */
  constructor(root: Source, private readonly tableOf: (name: string) => ServerTable, private readonly asker: Asker) {
    const table = tableOf(root.table);
    this.test = filterTest(table, root.filters, asker);
    const links: JoinedLink[] = [];
    this.addLinks(root, table, 0, links);
    this.links = links;
    this.sources = [{ table, node: root, alias: null }, ...links];
    this.multiplies = links.some(({ node, table: linked }) => (node as Link).from !== linked.definition.primaryId);
  }

  /**
   * @param visit gets the same tuple each time: copy what is kept. Returns false to stop.
   * @param backwards the root's last rows first.
   */
  forEach(visit: (tuple: Tuple) => boolean, backwards = false): void {
    const tuple = new Int32Array(this.sources.length);
    forEachPassing(this.test, this.sources[0]?.table.rowCount ?? 0, row => {
      tuple[0] = row;
      return this.expand(tuple, 0, visit);
    }, backwards);
  }

  private expand(tuple: Tuple, place: number, visit: (tuple: Tuple) => boolean): boolean {
    const link = this.links[place];
    if (!link) return visit(tuple);
    const around = tuple[link.around] ?? NO_ROW;
    const rows = around === NO_ROW ? NONE : link.match(around);
    if (rows.length === 0 && link.outer) {
      tuple[place + 1] = NO_ROW;
      return this.expand(tuple, place + 1, visit);
    }
    for (const row of rows) {
      tuple[place + 1] = row;
      if (!this.expand(tuple, place + 1, visit)) return false;
    }
    return true;
  }

  private addLinks(source: Source, table: ServerTable, around: number, links: JoinedLink[]): void {
    for (const node of source.links) {
      const linked = this.tableOf(node.table);
      const mask = new Uint8Array(linked.rowCount);
      forEachPassing(filterTest(linked, node.filters, this.asker), mask.length, row => {
        mask[row] = 1;
        return true;
      });
      links.push({ table: linked, node, alias: node.alias, around, outer: node.outer, match: matcher(table, linked, node, mask) });
      this.addLinks(node, linked, links.length, links);
    }
  }
}

function matcher(table: ServerTable, linked: ServerTable, { from, to }: Link, mask: Mask): Match {
  const target = idColumn(linked, from);
  const pointer = idColumn(table, to);
  if (target !== null) return reverseMatcher(table, pointer, linked, target, mask);
  const found = (row: number): readonly number[] => (row >= 0 && mask[row] === 1 ? [row] : NONE);
  if (pointer instanceof CodedColumn) return byCode(pointer, id => found(linked.rowOf(id)));
  if (pointer === null) return row => found(linked.rowOfWords(table.ids.wordsAt(row)));
  return row => (pointer.isNull(row) ? NONE : found(linked.rowOfWords(pointer.ids.wordsAt(row))));
}

/** The linked table points here: several of its rows may. */
function reverseMatcher(table: ServerTable, pointer: IdColumn, linked: ServerTable, target: NonNullable<IdColumn>, mask: Mask): Match {
  const rowsById = new Map<string, number[]>();
  for (let row = 0; row < mask.length; row++) {
    const id = mask[row] === 1 ? idAt(linked, target, row) : null;
    if (id === null) continue;
    const rows = rowsById.get(id);
    if (rows) rows.push(row);
    else rowsById.set(id, [row]);
  }
  return row => rowsById.get(idAt(table, pointer, row) ?? "") ?? NONE;
}

/** Many rows share a target: each is looked up once. */
function byCode(pointer: CodedColumn, find: (id: string) => readonly number[]): Match {
  const { codes, dictionary } = pointer;
  const found: (readonly number[])[] = [NONE];
  return row => {
    const code = codes[row] ?? 0;
    const known = found[code];
    if (known) return known;
    const value = dictionary.valueOf(code);
    const rows = value !== null && isLookup(value) ? find(value.id) : NONE;
    found[code] = rows;
    return rows;
  };
}

/** null: the primary id. */
type IdColumn = CodedColumn | ReferenceColumn | null;

function idColumn(table: ServerTable, name: string): IdColumn {
  const column: Column | null = table.column(name);
  if (column === null || column instanceof ReferenceColumn) return column;
  if (column instanceof NumberColumn || !column.definition.type.startsWith("Lookup")) throw invalid(`The attribute ${name} of ${table.definition.logicalName} cannot be linked by: it holds no ids.`);
  return column;
}

function idAt(table: ServerTable, column: IdColumn, row: number): string | null {
  if (column === null) return table.ids.get(row);
  const cell = column.get(row);
  return isLookup(cell) ? cell.id : null;
}
