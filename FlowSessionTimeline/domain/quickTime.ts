import { DAY, HOUR, MINUTE, SECOND } from "../base/brand";

const [DASH, TEE, COLON, DOT, ZULU, ZERO] = [..."-T:.Z0"].map((one) => one.charCodeAt(0));
/** Days of a common year before each month, and days of each month; January is 1. */
const DAYS_BEFORE = Int32Array.from({ length: 13 }, (_, month) => (Date.UTC(2023, month - 1, 1) - Date.UTC(2023, 0, 1)) / DAY);
const DAYS_IN = Int32Array.from({ length: 13 }, (_, month) => new Date(Date.UTC(2023, month, 0)).getUTCDate());
/** What stands for two characters that are no digits: more than any field of a time allows. */
const NO_DIGITS = 1 << 16;

/**
 * The epoch ms of a time as Dataverse writes it: `2026-10-03T05:00:00Z`, perhaps with milliseconds, of the years 1970 to 2099.
 * NaN for any other cell: `parseTime` reads more. There are four such cells in each row, so they are read without making a text.
 */
export function quickTime(text: unknown): number {
  if (typeof text !== "string") return NaN;
  const { length } = text;
  if ((length !== 20 && length !== 24) || text.charCodeAt(length - 1) !== ZULU || (length === 24 && text.charCodeAt(19) !== DOT)) return NaN;
  const dateMarks = (text.charCodeAt(4) ^ DASH) | (text.charCodeAt(7) ^ DASH) | (text.charCodeAt(10) ^ TEE);
  if ((dateMarks | (text.charCodeAt(13) ^ COLON) | (text.charCodeAt(16) ^ COLON)) !== 0) return NaN;
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  const ms = length === 24 ? Math.floor(two(text, 20) / 10) * 100 + two(text, 21) : 0;
  if (hour > 23 || minute > 59 || second > 59 || ms > 999) return NaN;
  return daysTo(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8)) * DAY + (hour * HOUR + minute * MINUTE + second * SECOND + ms);
}

/** Days from 1970 to a date of the years 1970 to 2099, in which every fourth year leaps; NaN if there is no such date. */
function daysTo(year: number, month: number, day: number): number {
  if (year < 1970 || year > 2099 || month < 1 || month > 12 || day < 1) return NaN;
  const isLeap = year % 4 === 0;
  if (day > DAYS_IN[month] && !(isLeap && month === 2 && day === 29)) return NaN;
  const leapDays = ((year - 1969) >> 2) + (isLeap && month > 2 ? 1 : 0);
  return (year - 1970) * 365 + leapDays + DAYS_BEFORE[month] + day - 1;
}

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  // One of these is negative if one of the characters is no digit.
  return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? NO_DIGITS : tens * 10 + ones;
}
