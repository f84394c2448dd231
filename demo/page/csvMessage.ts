/** What is said about a CSV that is not as it should be: how many of its rows are shown, and every problem with line and column. */
import type { CsvProblem } from "../data/csv";
import type { LoadedData } from "./data";
import type { MessageKind } from "./messages";

const listed = 100;

export interface CsvMessage { readonly kind: MessageKind; readonly text: string; readonly details: readonly string[] }

/** Null where there is nothing to say. */
export function csvMessage({ name, rows, problems }: LoadedData): CsvMessage | null {
  if (problems.length === 0) return null;
  const file = problems.find(problem => problem.effect === "file");
  if (file) return { kind: "error", text: `${name ?? "The file"} cannot be shown. ${located(file)}`, details: [] };
  const count = (effect: CsvProblem["effect"]): number => problems.filter(problem => problem.effect === effect).length;
  const number = (value: number): string => value.toLocaleString("en-US");
  const parts = [
    `${name ?? "The file"}: ${number(rows.length)} of ${number(rows.length + count("row"))} rows shown`,
    ...(count("cell") > 0 ? [`${count("cell") === 1 ? "1 cell" : `${number(count("cell"))} cells`} could not be read`] : []),
  ];
  const details = problems.slice(0, listed).map(located);
  if (problems.length > listed) details.push(`… and ${number(problems.length - listed)} more.`);
  return { kind: count("row") + count("cell") > 0 ? "warning" : "info", text: `${parts.join("; ")}.`, details };
}

function located({ line, column, message }: CsvProblem): string {
  const place = [...(line === null ? [] : [`Line ${line}`]), ...(column === null ? [] : [`column ${column}`])].join(", ");
  return place ? `${place}: ${message}` : message;
}
