import { Choice, NO_CHOICE } from "./run";
import { parseText } from "./parseText";

/** A choice cell: a number, or the same as text (host-facts.md section 2). Text that is no number is kept as the label. */
export function parseChoice(value: unknown, formatted: string): Choice {
  const number = numberOf(value);
  const label = Number.isNaN(number) ? parseText(value, formatted) : formatted;
  return Number.isNaN(number) && label === "" ? NO_CHOICE : { value: number, label };
}

/** The number that a cell holds, as such or as text; NaN if it holds none. */
export function numberOf(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  return typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
}
