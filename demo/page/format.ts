/** A cell as a form shows it: in the user's zone and language. */
import type { EmulatedRow } from "../../emulator";
import { flowsession } from "../data/flowsession";
import type { Settings } from "./settings";

export type Format = (row: EmulatedRow, column: string) => { readonly label: string; readonly text: string };

const blank = "---";

export function createFormat({ lang, zone }: Pick<Settings, "lang" | "zone">): Format {
  const instant = new Intl.DateTimeFormat(lang === "de" ? "de-DE" : "en-US", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  return (row, column) => {
    const definition = flowsession.columns[column];
    const cell = row.cells[column] ?? null;
    const label = definition?.displayName ?? column;
    if (cell === null) return { label, text: blank };
    if (typeof cell === "object") return { label, text: cell.name };
    if (definition?.type === "DateAndTime.DateAndTime") return { label, text: instant.format(new Date(String(cell))) };
    return { label, text: definition?.options?.[Number(cell)] ?? String(cell) };
  };
}
