/** A condition's value is text whatever the column: what it means for the column's type. */
import type { UserZone } from "../userZone";
import type { ColumnDefinition } from "../contract";
import { type IdWords, idWords } from "./packedIds";
import { invalid } from "./strictXml";
import { instantOf } from "./zoneRules";

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** @returns epoch ms; a date or time without an offset is the caller's wall clock. @throws ServerError if it is no date. */
export function instantValue(text: string, zone: UserZone): number {
  const wall = wallValue(text);
  const offset = DATE.exec(text)?.[8];
  return offset === undefined ? instantOf(zone, wall) : wall - offsetMs(offset);
}

/** The date and time that a text shows, read as if it were UTC. @throws ServerError if it is no date. */
function wallValue(text: string): number {
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "0"] = DATE.exec(text) ?? [];
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, "0").slice(0, 3)));
  const exists = Number.isFinite(wall) && new Date(wall).toISOString().slice(0, 10) === text.slice(0, 10) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  if (!exists) throw invalid(`The date-time format for '${text}' is invalid, or value is outside the supported range.`);
  return wall;
}

function offsetMs(offset: string): number {
  if (offset === "Z") return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return (offset.startsWith("-") ? -minutes : minutes) * 60_000;
}

/** @throws ServerError if it is no whole number. */
export function wholeValue(text: string, attribute: string): number {
  if (!/^[+-]?\d{1,15}$/.test(text)) throw invalid(`The value '${text}' of '${attribute}' is not of type 'System.Int32'.`);
  return Number(text);
}

/** @throws ServerError if it is neither 0, 1, true nor false. */
export function booleanValue(text: string, attribute: string): boolean {
  const value = text.toLowerCase();
  if (value !== "0" && value !== "1" && value !== "true" && value !== "false") throw invalid(`The value '${text}' of '${attribute}' is not of type 'System.Boolean'.`);
  return value === "1" || value === "true";
}

/** @throws ServerError if it is no GUID. */
export function idValue(text: string, attribute: string): IdWords {
  const words = idWords(text.trim());
  if (!words) throw invalid(`The value '${text}' of '${attribute}' is not of type 'System.Guid'.`);
  return words;
}

/** @returns the test of a coded cell's own value, compared as one of the values. */
export function equalsAny(definition: ColumnDefinition, values: readonly string[], attribute: string): (value: unknown) => boolean {
  if (definition.type === "OptionSet") {
    const wanted = new Set(values.map(value => wholeValue(value, attribute)));
    return value => wanted.has(Number(value));
  }
  if (definition.type === "TwoOptions") {
    const wanted = new Set(values.map(value => booleanValue(value, attribute)));
    return value => wanted.has(Boolean(value));
  }
  const wanted = new Set(values.map(value => value.toLowerCase()));
  return value => wanted.has(String(value).toLowerCase());
}

/** `%` is any text, `_` any character, `[a-c]` one of some, `[^a-c]` none of them. */
export function likePattern(pattern: string): RegExp {
  const source = pattern.replace(/\[(\^?)([^\]]+)\]|[^]/g, (found: string, not: string | undefined, set: string | undefined) => {
    if (set !== undefined) return `[${not ?? ""}${set.replace(/[\\^[]/g, "\\$&")}]`;
    if (found === "%") return "[^]*";
    return found === "_" ? "[^]" : found.replace(/[.*+?^${}()|[\]\\/]/, "\\$&");
  });
  try {
    return new RegExp(`^${source}$`, "i");
  } catch {
    throw invalid(`The pattern '${pattern}' is not supported.`);
  }
}
