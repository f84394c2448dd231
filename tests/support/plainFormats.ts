import { UserFormats, UserFormatSettings } from "../../FlowSessionTimeline/domain/userFormats";
import { UserZone } from "../../FlowSessionTimeline/domain/userZone";

const SHORT_DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const SHORT_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const ISO: UserFormatSettings = {
  shortDate: "yyyy-MM-dd", longDate: "yyyy-MM-dd", shortTime: "HH:mm", longTime: "HH:mm:ss", monthDay: "MMM d", yearMonth: "MMM yyyy",
  dateSeparator: "-", timeSeparator: ":", firstDayOfWeek: 1, decimalSeparator: ".", groupSeparator: ",",
  names: { months: SHORT_MONTHS, shortMonths: SHORT_MONTHS, days: SHORT_DAYS, shortDays: SHORT_DAYS, am: "AM", pm: "PM" },
};

/** ISO dates in UTC: for tests in which the user's formats do not matter. */
export const plainFormats = (): UserFormats => new UserFormats(ISO, new UserZone(() => 0));
