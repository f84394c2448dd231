/** Dates as they occur in exports of Dataverse, to epoch milliseconds. Without a zone they are taken as UTC. */

/** Which number comes first in dates with slashes, as far as the file's own dates tell. */
export type SlashOrder = "day" | "month" | "unknown" | "contradictory";

export type ParsedDate = { readonly ok: true; readonly ms: number } | { readonly ok: false; readonly message: string };

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
/** 19.03.2022 05:41 (day first, always), 3/19/2022 5:41 AM, 3/19/2022, 5:41:34 AM */
const local = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?)?$/i;

/** Looks at every date of a file: 19 can only be a day. */
export function slashOrderOf(cells: Iterable<string>): SlashOrder {
  let day = false;
  let month = false;
  for (const cell of cells) {
    const match = local.exec(cell.trim());
    if (!match || match[2] !== "/") continue;
    day ||= Number(match[1]) > 12;
    month ||= Number(match[3]) > 12;
  }
  return day && month ? "contradictory" : day ? "day" : month ? "month" : "unknown";
}

export function parseDate(cell: string, order: SlashOrder): ParsedDate {
  const text = cell.trim().replace(/\u202f|\u00a0/g, " ");
  const fromIso = iso.exec(text);
  if (fromIso) {
    const [, year, month, day, hours, minutes, seconds, zone] = fromIso;
    return instantOf(text, [year, month, day, hours, minutes, seconds].map(part => Number(part ?? 0)), zone);
  }
  const match = local.exec(text);
  if (!match) return { ok: false, message: `"${shorten(text)}" is not a date: write it like 2026-01-31T13:45:00Z` };
  const [, first, separator, second, year, hours, minutes, seconds, half] = match;
  const dayFirst = separator === "." || order === "day";
  if (!dayFirst && order !== "month") {
    const why = order === "contradictory" ? "the file has both day first and month first" : "day first or month first cannot be told";
    return { ok: false, message: `"${text}" is ambiguous (${why}): write it like 2026-01-31T13:45:00Z` };
  }
  const [day, month] = dayFirst ? [first, second] : [second, first];
  return instantOf(text, [year, month, day, hourOf(Number(hours ?? 0), half), minutes, seconds].map(part => Number(part ?? 0)));
}

/** Hour of the day of a clock that may have two halves; out of range where a half does not fit (13 PM). */
function hourOf(hours: number, half: string | undefined): number {
  if (half === undefined) return hours;
  if (hours < 1 || hours > 12) return Number.NaN;
  return (hours % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}

function instantOf(text: string, parts: readonly number[], zone?: string): ParsedDate {
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const ms = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  const date = new Date(ms);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    && date.getUTCHours() === hours && date.getUTCMinutes() === minutes && date.getUTCSeconds() === seconds;
  if (!exists) return { ok: false, message: `"${text}" is not a date that exists` };
  return { ok: true, ms: ms - offsetOf(zone) };
}

/** Milliseconds east of UTC. */
function offsetOf(zone: string | undefined): number {
  if (!zone || zone.toUpperCase() === "Z") return 0;
  const digits = zone.replace(/\D/g, "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith("-") ? -1 : 1) * minutes * 60_000;
}

export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
