import { foldText } from "./foldText";
import { UserFormatSettings } from "./formatSettings";

/** A wall clock in words of the user's. */
export interface WrittenTime {
  /** The epoch ms at which UTC clocks show the same. */
  readonly localMs: number;
  /** False for a date alone: its midnight. */
  readonly hasTime: boolean;
}

type DateField = "d" | "M" | "y";

/** The years that windows may have. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** Years of two digits below this are of this century, as .NET has it. */
const CENTURY_TURN = 50;

/**
 * Reads a date, or a date and a time, as the user writes them: the numbers in the order of the user's short date, then hours, minutes and, if
 * given, seconds. Months may be named. What stands between does not matter.
 * @returns null if it is no date, no time of day, or holds words that are neither
 */
export function readDateTime(text: string, settings: UserFormatSettings): WrittenTime | null {
  const { names } = settings;
  const words = (text.match(/\p{L}[\p{L}\p{M}.]*/gu) ?? []).map(plain);
  const numbers = text.match(/\d+/g) ?? [];
  const isOf = (list: readonly string[]): ((word: string) => boolean) => (word) => list.some((one) => one !== "" && plain(one) === word);
  const month = monthIn(words, names.months, names.shortMonths);
  const order = dateOrder(settings.shortDate).filter((field) => field !== "M" || month === 0);
  const isPm = words.some(isOf([names.pm]));
  const isHalf = isPm || words.some(isOf([names.am]));
  const known = isOf([...names.months, ...names.shortMonths, ...names.days, ...names.shortDays, names.am, names.pm]);
  if (!words.every((word) => known(word) || plain(settings.shortDate).includes(word))) return null;
  const dayMs = readDate(order, numbers, month);
  const clock = numbers.slice(order.length).map(Number);
  const clockMs = clock.length === 0 && !isHalf ? 0 : readClock(clock, isHalf, isPm);
  return dayMs === null || clockMs === null ? null : { localMs: dayMs + clockMs, hasTime: clock.length > 0 };
}

const plain = (text: string): string => foldText(text.replace(/\./g, ""));

/** 1 to 12, or 0 if no word is one. */
function monthIn(words: readonly string[], ...lists: readonly (readonly string[])[]): number {
  for (const list of lists) {
    const found = list.findIndex((name) => name !== "" && words.includes(plain(name)));
    if (found >= 0) return found + 1;
  }
  return 0;
}

/** Which of day, month and year comes first; a weekday's name is none of them. */
function dateOrder(pattern: string): readonly DateField[] {
  const fields = pattern.replace(/'[^']*'?|"[^"]*"?|\\./g, "").match(/d+|M+|y+/g) ?? [];
  return fields.filter((field) => !field.startsWith("ddd")).map((field) => field[0] as DateField);
}

function readDate(order: readonly DateField[], numbers: readonly string[], namedMonth: number): number | null {
  const written = (field: DateField): string => numbers[order.indexOf(field)] ?? "";
  const year = Number(written("y"));
  const month = namedMonth || Number(written("M"));
  const day = Number(written("d"));
  if (written("y") === "" || written("d") === "") return null;
  const full = written("y").length > 2 ? year : year + (year < CENTURY_TURN ? 2000 : 1900);
  const at = new Date(Date.UTC(full, month - 1, day));
  const isDate = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isDate && full >= FIRST_YEAR && full <= LAST_YEAR ? at.getTime() : null;
}

/** ms since midnight. Hours alone are a time only beside a half of the day: "2 PM". */
function readClock([hours = NaN, minutes = NaN, seconds = 0, ...more]: readonly number[], isHalf: boolean, isPm: boolean): number | null {
  const past = Number.isNaN(minutes) && isHalf ? 0 : minutes;
  const hour = isHalf ? (hours % 12) + (isPm ? 12 : 0) : hours;
  const isHour = isHalf ? hours >= 1 && hours <= 12 : hours < 24;
  return isHour && past < 60 && seconds < 60 && more.length === 0 ? ((hour * 60 + past) * 60 + seconds) * 1000 : null;
}
