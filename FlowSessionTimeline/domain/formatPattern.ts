import { UserFormatSettings } from "./formatSettings";

/** A run of one letter, a quoted or escaped literal, or any other character. */
const PARTS = /(d+|M+|y+|h+|H+|m+|s+|t+|f+|F+)|'([^']*)'?|"([^"]*)"?|\\(.)|%|./gsu;

const padded = (value: number, width: number): string => String(value).padStart(width, "0");

/** What a pattern asks for in one place: a text as it stands, or a field by its letters. */
export interface PatternPart {
  readonly text: string;
  readonly isField: boolean;
}

/**
 * Reads a .NET custom date pattern: d dd ddd dddd, M MM MMM MMMM, y yy yyyy, h hh, H HH, m mm, s ss, t tt, fractions f, the separators
 * / and :, 'quoted', "quoted" and \escaped literals. Other characters stay.
 */
export function readPattern(pattern: string, settings: UserFormatSettings): readonly PatternPart[] {
  return [...pattern.matchAll(PARTS)].map(([part, letters, single, double, escaped]): PatternPart => {
    if (letters !== undefined) return { text: letters, isField: true };
    const separator = part === "/" ? settings.dateSeparator : part === ":" ? settings.timeSeparator : part === "%" ? "" : part;
    return { text: single ?? double ?? escaped ?? separator, isField: false };
  });
}

/** Writes a wall clock (the UTC fields of `local`). Beside a day the name of a month may need another case; Dataverse gives but one list, so that one is used. */
export function writePattern(local: Date, parts: readonly PatternPart[], settings: UserFormatSettings): string {
  let text = "";
  for (const part of parts) text += part.isField ? field(local, part.text, settings) : part.text;
  return text;
}

function field(local: Date, letters: string, { names }: UserFormatSettings): string {
  const width = letters.length;
  const two = Math.min(width, 2);
  const hours = local.getUTCHours();
  const dayPeriod = hours < 12 ? names.am : names.pm;
  switch (letters[0]) {
    case "d":
      if (width > 2) return (width === 3 ? names.shortDays : names.days)[local.getUTCDay()] ?? "";
      return padded(local.getUTCDate(), two);
    case "M":
      if (width > 2) return (width === 3 ? names.shortMonths : names.months)[local.getUTCMonth()] ?? "";
      return padded(local.getUTCMonth() + 1, two);
    case "y": return width > 2 ? padded(local.getUTCFullYear(), width) : padded(local.getUTCFullYear() % 100, two);
    case "H": return padded(hours, two);
    case "h": return padded(hours % 12 === 0 ? 12 : hours % 12, two);
    case "m": return padded(local.getUTCMinutes(), two);
    case "s": return padded(local.getUTCSeconds(), two);
    case "t": return width === 1 ? dayPeriod.slice(0, 1) : dayPeriod;
    default: return padded(local.getUTCMilliseconds(), 3).slice(0, width);
  }
}
