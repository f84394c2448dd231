/** A text cell: the value if it is text, else the formatted value, else the value in plain writing; "" if blank. */
export function parseText(value: unknown, formatted: string): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  if (formatted.trim() !== "") return formatted;
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean" ? String(value) : "";
}
