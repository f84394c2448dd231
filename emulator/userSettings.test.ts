/** @jest-environment jsdom */
import type { Language } from "./contract";
import { createRig, type RigOptions } from "./rig";

const settings = (language: Language, timeZone = "UTC", options: RigOptions = {}): ComponentFramework.UserSettings =>
  createRig({ user: { language, timeZone }, ...options }).context.userSettings;

const winter = new Date("2026-01-15T12:00:00Z");
const summer = new Date("2026-07-15T12:00:00Z");

test("the offset is local minus UTC in minutes, of the date that is asked for", () => {
  const { getTimeZoneOffsetMinutes } = settings("en-US", "America/Chicago");
  expect([getTimeZoneOffsetMinutes(winter), getTimeZoneOffsetMinutes(summer)]).toEqual([-360, -300]);
  expect(settings("en-US", "Asia/Kathmandu").getTimeZoneOffsetMinutes(winter)).toBe(345);
  expect(settings("en-US", "Australia/Lord_Howe").getTimeZoneOffsetMinutes(winter)).toBe(660);
});

test("offsets change at the very minute of the switch", () => {
  const { getTimeZoneOffsetMinutes } = settings("en-US", "America/Chicago");
  expect(getTimeZoneOffsetMinutes(new Date("2026-03-08T07:59:59Z"))).toBe(-360);
  expect(getTimeZoneOffsetMinutes(new Date("2026-03-08T08:00:00Z"))).toBe(-300);
});

test("the bare call ignores daylight saving", async () => {
  const rig = createRig({ user: { language: "en-US", timeZone: "America/Chicago" } });
  await rig.clock.advance(180 * 86_400_000);
  expect(rig.context.userSettings.getTimeZoneOffsetMinutes()).toBe(-360);
  const honest = createRig({ user: { language: "en-US", timeZone: "America/Chicago" }, quirks: { bareOffsetIgnoresDst: false } });
  await honest.clock.advance(180 * 86_400_000);
  expect(honest.context.userSettings.getTimeZoneOffsetMinutes()).toBe(-300);
});

test("an invalid date is refused", () => {
  expect(() => settings("en-US").getTimeZoneOffsetMinutes(new Date(NaN))).toThrow("not a date");
});

test.each<[Language, number, boolean, string, string, string]>([
  ["en-US", 1033, false, "M/d/yyyy", "h:mm tt", "January"],
  ["en-GB", 2057, false, "dd/MM/yyyy", "HH:mm", "January"],
  ["de-DE", 1031, false, "dd.MM.yyyy", "HH:mm", "Januar"],
  ["ja-JP", 1041, false, "yyyy/MM/dd", "HH:mm", "1月"],
  ["ar-SA", 1025, true, "dd/MM/yyyy", "h:mm tt", "يناير"],
  ["he-IL", 1037, true, "dd.MM.yyyy", "HH:mm", "ינואר"],
])("%s has its code, direction, patterns and names", (language, languageId, isRTL, shortDatePattern, shortTimePattern, january) => {
  const { dateFormattingInfo: dates, ...rest } = settings(language);
  expect(rest).toMatchObject({ languageId, isRTL });
  expect(dates).toMatchObject({ shortDatePattern, shortTimePattern });
  expect([dates.monthNames.length, dates.monthNames[0], dates.dayNames.length]).toEqual([13, january, 7]);
});

test("weeks, separators and literals follow the language", () => {
  const german = settings("de-DE");
  expect(german.dateFormattingInfo).toMatchObject({ firstDayOfWeek: 1, calendarWeekRule: 2, dateSeparator: ".", longDatePattern: "dddd, d. MMMM yyyy" });
  expect(german.numberFormattingInfo).toMatchObject({ numberDecimalSeparator: ",", numberGroupSeparator: ".", currencyPositivePattern: 3 });
  expect(settings("en-US").dateFormattingInfo.firstDayOfWeek).toBe(0);
  expect(settings("ja-JP").dateFormattingInfo.yearMonthPattern).toBe("yyyy'年'M'月'");
  expect(settings("ar-SA").numberFormattingInfo.nativeDigits[1]).toBe("١");
});
