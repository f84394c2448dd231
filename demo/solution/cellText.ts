import type { ColumnDefinition, EmulatedRow } from "../../emulator";
import { tables } from "./tables";

/** How a plain list or field writes a cell. */
export function cellText(table: string, row: EmulatedRow, column: string, language: string, timeZone: string): string {
  const cell = row.cells[column] ?? null;
  if (cell === null) return "";
  if (typeof cell === "object") return cell.name;
  const definition: ColumnDefinition | undefined = tables.find(({ logicalName }) => logicalName === table)?.columns[column];
  if (definition?.type === "DateAndTime.DateAndTime") return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(String(cell)));
  return definition?.options?.[Number(cell)] ?? String(cell);
}

export const displayName = (table: string, column: string): string => tables.find(({ logicalName }) => logicalName === table)?.columns[column]?.displayName ?? column;
