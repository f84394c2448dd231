/** `userSettings.dateFormattingInfo` of a language, from Intl: names, and patterns in .NET's letters. */
import type { Language } from "./contract";
import { languageFacts } from "./languages";

type Info = ComponentFramework.UserSettingApi.DateFormattingInfo;
type Width = "long" | "short" | "narrow";

/** 2023-01-01 is a Sunday. */
const sunday = (day: number): number => Date.UTC(2023, 0, 1 + day);
const monthStart = (month: number): number => Date.UTC(2023, month, 1);
/** Two digits of month, day, hour, minute and second differ, so that each part can be told by its value. */
const SAMPLE = Date.UTC(2023, 3, 5, 15, 6, 7);

const utc = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });

/** Thirteen entries, the last one empty, as .NET has them for calendars of thirteen months. */
function monthNames(locale: string, month: "long" | "short", genitive: boolean): string[] {
  const format = utc(locale, { month, day: "numeric" });
  const standalone = utc(locale, { month });
  const name = (index: number): string => {
    const inDate = format.formatToParts(monthStart(index)).find(part => part.type === "month")?.value ?? "";
    // Japanese has a number and the word for month beside it: only the standalone form is a name.
    return genitive && !/^\d/.test(inDate) ? inDate : standalone.format(monthStart(index));
  };
  return [...Array.from({ length: 12 }, (_, index) => name(index)), ""];
}

function dayNames(locale: string, weekday: Width): string[] {
  const format = utc(locale, { weekday });
  return Array.from({ length: 7 }, (_, day) => format.format(sunday(day)));
}

function letters(part: Intl.DateTimeFormatPart, hour12: boolean): string {
  const two = part.value.length === 2;
  switch (part.type) {
    case "year": return two ? "yy" : "yyyy";
    case "month": return /^\d+$/.test(part.value) ? (two ? "MM" : "M") : "MMMM";
    case "day": return two ? "dd" : "d";
    case "weekday": return "dddd";
    case "hour": return (hour12 ? "h" : "H").repeat(two ? 2 : 1);
    case "minute": return "mm";
    case "second": return "ss";
    case "dayPeriod": return "tt";
    default: return quoteWords(part.value.replace(/[\u200e\u200f]/g, "").replace(/\u202f/g, " "));
  }
}

/** Words between fields ("de", "年") are literals and must not be read as format letters. */
const quoteWords = (literal: string): string => literal.replace(/\p{L}+/gu, word => `'${word}'`);

function pattern(locale: string, options: Intl.DateTimeFormatOptions): string {
  const format = utc(locale, options);
  const hour12 = format.resolvedOptions().hour12 ?? false;
  return format.formatToParts(SAMPLE).map(part => letters(part, hour12)).join("");
}

function dayPeriod(locale: string, hour: number): string {
  const parts = utc(locale, { hour: "numeric", hour12: true }).formatToParts(Date.UTC(2023, 0, 1, hour));
  return parts.find(part => part.type === "dayPeriod")?.value ?? "";
}

function gregorian(): ComponentFramework.UserSettingApi.Calendar {
  return {
    minSupportedDateTime: new Date("0001-01-01T00:00:00Z"), maxSupportedDateTime: new Date("9999-12-31T23:59:59.999Z"),
    algorithmType: 1, calendarType: 1, twoDigitYearMax: 2049,
  };
}

export function dateFormattingInfo(language: Language): Info {
  const { locale, firstDayOfWeek, calendarWeekRule, paddedDates } = languageFacts[language];
  const digits = paddedDates ? "2-digit" : "numeric";
  const shortDatePattern = pattern(locale, { year: "numeric", month: digits, day: digits });
  const longDatePattern = pattern(locale, { dateStyle: "full" });
  const longTimePattern = pattern(locale, { timeStyle: "medium" });
  return {
    amDesignator: dayPeriod(locale, 9),
    pmDesignator: dayPeriod(locale, 21),
    abbreviatedDayNames: dayNames(locale, "short"),
    abbreviatedMonthGenitiveNames: monthNames(locale, "short", true),
    abbreviatedMonthNames: monthNames(locale, "short", false),
    calendarWeekRule,
    calendar: gregorian(),
    dateSeparator: /[^\p{L}\s]/u.exec(shortDatePattern)?.[0] ?? "/",
    dayNames: dayNames(locale, "long"),
    firstDayOfWeek,
    fullDateTimePattern: `${longDatePattern} ${longTimePattern}`,
    longDatePattern,
    longTimePattern,
    monthDayPattern: pattern(locale, { month: "long", day: "numeric" }),
    monthGenitiveNames: monthNames(locale, "long", true),
    monthNames: monthNames(locale, "long", false),
    shortDatePattern,
    shortTimePattern: pattern(locale, { timeStyle: "short" }),
    shortestDayNames: dayNames(locale, "narrow"),
    sortableDateTimePattern: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
    timeSeparator: /[^\p{L}\s]/u.exec(longTimePattern)?.[0] ?? ":",
    universalSortableDateTimePattern: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
    yearMonthPattern: pattern(locale, { year: "numeric", month: "long" }),
  };
}
