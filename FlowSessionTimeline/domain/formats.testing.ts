import { DateNames, UserFormatSettings } from "./formatSettings";

/** For tests: formats as a host hands them over. */
export function namesOf(locale: string, am: string, pm: string): DateNames {
  const write = (options: Intl.DateTimeFormatOptions, t: number): string => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(t);
  const months = (month: "long" | "short"): string[] => Array.from({ length: 12 }, (_, n) => write({ month }, Date.UTC(2023, n, 15)));
  const days = (weekday: "long" | "short"): string[] => Array.from({ length: 7 }, (_, n) => write({ weekday }, Date.UTC(2023, 0, 1 + n)));
  return { months: months("long"), shortMonths: months("short"), days: days("long"), shortDays: days("short"), am, pm };
}

export const GERMAN: UserFormatSettings = {
  shortDate: "dd.MM.yyyy", longDate: "dddd, d. MMMM yyyy", shortTime: "HH:mm", longTime: "HH:mm:ss", monthDay: "d. MMMM", yearMonth: "MMMM yyyy",
  dateSeparator: ".", timeSeparator: ":", firstDayOfWeek: 1, names: namesOf("de-DE", "", ""), decimalSeparator: ",", groupSeparator: ".",
};
