/** A CSV with the column names of flowsession to rows, with a message for everything that could not be read. */
import * as Papa from "papaparse";
import type { Cell, EmulatedRow } from "../../emulator";
import { parseCell, parseGuid, parseLookup, type ParsedCell } from "./csv-cells";
import { shorten, slashOrderOf, type SlashOrder } from "./csv-dates";
import { missingIdMessage, readHeader, type ColumnCells, type Header } from "./csv-header";
import { decodeText } from "./csv-text";
import { flowsession } from "./flowsession";

export interface CsvProblem {
  /** Line of the file where the row begins, from 1; null: the file as a whole. */
  readonly line: number | null;
  readonly column: string | null;
  readonly message: string;
  /** `file`: nothing can be shown; `row`: the row is left out; `cell`: the row is shown with that cell blank; `note`: nothing is lost. */
  readonly effect: "file" | "row" | "cell" | "note";
}

export interface CsvRuns { readonly rows: readonly EmulatedRow[]; readonly problems: readonly CsvProblem[] }

interface Line { readonly number: number; readonly cells: readonly string[]; readonly broken: string | null }

export function readCsvFile(bytes: Uint8Array): CsvRuns {
  const decoded = decodeText(bytes);
  return decoded.ok ? readCsv(decoded.text) : unreadable(decoded.message);
}

export function readCsv(text: string): CsvRuns {
  const [first, ...lines] = splitLines(text.replace(/^\ufeff/, ""));
  if (!first) return unreadable("The file is empty. It needs a header line with column names, and a line per run.");
  const header = readHeader(first.cells);
  if (!header) return unreadable(missingIdMessage(first.cells), first.number);
  const problems: CsvProblem[] = headerNotes(header, first.number);
  const order = slashOrderOf(dateCells(header, lines));
  const rows = lines.flatMap(line => readRow(line, header, order, problems) ?? []);
  if (rows.length === 0 && problems.every(problem => problem.effect === "note")) problems.push({ line: null, column: null, message: "There is a header line but no run below it.", effect: "note" });
  return { rows, problems };
}

const unreadable = (message: string, line: number | null = null): CsvRuns => ({ rows: [], problems: [{ line, column: null, message, effect: "file" }] });

/** Rows with the line on which each begins: a quoted cell may hold line ends. Blank lines are skipped. */
function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let number = 1;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: ({ data, errors, meta }) => {
      const broken = errors.find(error => error.type === "Quotes")?.message ?? null;
      if (data.length > 1 || data[0]?.trim()) lines.push({ number, cells: data, broken });
      number += text.slice(start, meta.cursor).match(/\r\n|\r|\n/g)?.length ?? 0;
      start = meta.cursor;
    },
  });
  return lines;
}

/** The separator that occurs most in the header line: text further down may be full of the others. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? "";
  const count = (separator: string): number => header.split(separator).length;
  return [",", ";", "\t", "|"].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function headerNotes(header: Header, line: number): CsvProblem[] {
  const list = (titles: readonly string[]): string => `${titles.slice(0, 12).map(shorten).join(", ")}${titles.length > 12 ? ", …" : ""}`;
  const note = (titles: readonly string[], message: string): CsvProblem[] => (titles.length > 0 ? [{ line, column: null, message: `${message}: ${list(titles)}`, effect: "note" }] : []);
  return [...note(header.ignored, "Columns that are not used"), ...note(header.repeated, "Columns that occur twice, of which the first is used")];
}

function* dateCells(header: Header, lines: readonly Line[]): Iterable<string> {
  for (const [column, { value }] of header.columns) {
    if (value === null || flowsession.columns[column]?.type !== "DateAndTime.DateAndTime") continue;
    for (const line of lines) yield line.cells[value] ?? "";
  }
}

function readRow(line: Line, header: Header, order: SlashOrder, problems: CsvProblem[]): EmulatedRow | null {
  const report = (effect: CsvProblem["effect"], column: string | null, message: string): void => void problems.push({ line: line.number, column, message, effect });
  const idTitle = header.titles[header.id] ?? flowsession.primaryId;
  const idText = line.cells[header.id] ?? "";
  const id = parseGuid(idText);
  const [have, want] = [line.cells.length, header.titles.length];
  if (line.broken !== null) return report("row", null, `A quote is wrong here: ${line.broken}. The row is left out`), null;
  if (have > want) return report("row", null, `${have} cells, but the header has ${want}: the row is left out`), null;
  if (id === null) return report("row", idTitle, idText.trim() ? `"${shorten(idText)}" is not an id (GUID): the row is left out` : "The id is missing: the row is left out"), null;
  if (have < want) report("cell", null, `${have} cells, but the header has ${want}: the others are blank`);
  const cells: Record<string, Cell> = {};
  for (const [column, places] of header.columns) {
    const parsed = readCell(line, column, places, order);
    if (parsed.ok) cells[column] = parsed.cell;
    else report("cell", header.titles[places.value ?? places.name ?? 0] ?? column, parsed.message);
  }
  return { id, cells };
}

function readCell(line: Line, column: string, { value, name }: ColumnCells, order: SlashOrder): ParsedCell {
  const definition = flowsession.columns[column];
  if (!definition) return { ok: true, cell: null };
  const at = (position: number | null): string => (position === null ? "" : line.cells[position] ?? "");
  return definition.type.startsWith("Lookup") ? parseLookup(at(value), at(name), definition) : parseCell(at(value), definition, order);
}
