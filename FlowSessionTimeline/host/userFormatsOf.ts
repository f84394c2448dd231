import { UserFormats, UserFormatSettings } from "../domain/userFormats";
import { UserZone } from "../domain/userZone";

/** The user's formats and zone. They change only with a page load: read once. */
export function userFormatsOf(settings: ComponentFramework.UserSettings): UserFormats {
  return new UserFormats(formatSettings(settings), new UserZone((instant) => settings.getTimeZoneOffsetMinutes(instant)));
}

function formatSettings({ dateFormattingInfo: dates, numberFormattingInfo: numbers }: ComponentFramework.UserSettings): UserFormatSettings {
  return {
    shortDate: dates.shortDatePattern,
    longDate: dates.longDatePattern,
    shortTime: dates.shortTimePattern,
    longTime: dates.longTimePattern,
    monthDay: dates.monthDayPattern,
    yearMonth: dates.yearMonthPattern,
    dateSeparator: dates.dateSeparator,
    timeSeparator: dates.timeSeparator,
    firstDayOfWeek: Number(dates.firstDayOfWeek) || 0,
    names: {
      months: dates.monthNames,
      shortMonths: dates.abbreviatedMonthNames,
      days: dates.dayNames,
      shortDays: dates.abbreviatedDayNames,
      am: dates.amDesignator,
      pm: dates.pmDesignator,
    },
    decimalSeparator: numbers.numberDecimalSeparator,
    groupSeparator: numbers.numberGroupSeparator,
  };
}
