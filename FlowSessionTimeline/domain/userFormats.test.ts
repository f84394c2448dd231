import * as fc from "fast-check";
import { EpochMs, epochMs } from "../base/brand";
import { GERMAN, namesOf } from "./formats.testing";
import { intlZone } from "./intlZone.testing";
import { UserFormats, UserFormatSettings } from "./userFormats";

const AMERICAN: UserFormatSettings = {
  shortDate: "M/d/yyyy", longDate: "dddd, MMMM d, yyyy", shortTime: "h:mm tt", longTime: "h:mm:ss tt", monthDay: "MMMM d", yearMonth: "MMMM yyyy",
  dateSeparator: "/", timeSeparator: ":", firstDayOfWeek: 0, names: namesOf("en-US", "AM", "PM"), decimalSeparator: ".", groupSeparator: ",",
};
const SWEDISH: UserFormatSettings = {
  ...GERMAN, shortDate: "yyyy-MM-dd", monthDay: "'den' d MMMM", dateSeparator: "-", names: namesOf("sv-SE", "fm", "em"), groupSeparator: "\u00a0",
};
const berlin = intlZone("Europe/Berlin");
const formats = (settings: UserFormatSettings): UserFormats => new UserFormats(settings, berlin);
const T = epochMs(Date.parse("2024-03-05T21:07:09.045Z"));
const at = (iso: string): EpochMs => epochMs(Date.parse(iso));

describe("the user's formats", () => {
  it("write German dates on the user's clock", () => {
    const german = formats(GERMAN);
    expect([german.date(T), german.time(T), german.dateTime(T), german.monthDay(T), german.yearMonth(T), german.year(T), german.weekdayAndDate(T)]).toEqual(
      ["05.03.2024", "22:07", "05.03.2024 22:07:09", "5. März", "März 2024", "2024", "Di 05.03.2024"],
    );
  });

  it("write date and time together as they write each alone, whichever day was written before", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -3 * 86_400, max: 3 * 86_400 }), { minLength: 2, maxLength: 12 }), (seconds) => {
      const german = formats(GERMAN);
      for (const second of seconds) {
        const t = epochMs(T + second * 1000);
        expect(german.dateTime(t)).toBe(`${formats(GERMAN).date(t)} ${formats(GERMAN).timeWithSeconds(t)}`);
      }
    }));
  });

  it("write American dates with twelve hours", () => {
    const american = formats(AMERICAN);
    expect([american.date(T), american.time(T), american.timeWithSeconds(T), american.pattern(T, AMERICAN.longDate)]).toEqual(
      ["3/5/2024", "10:07 PM", "10:07:09 PM", "Tuesday, March 5, 2024"],
    );
    expect([american.time(at("2024-03-04T23:00Z")), american.time(at("2024-03-05T11:30Z"))]).toEqual(["12:00 AM", "12:30 PM"]);
  });

  it("write Swedish dates with quoted words", () => {
    expect([formats(SWEDISH).date(T), formats(SWEDISH).monthDay(T)]).toEqual(["2024-03-05", "den 5 mars"]);
  });

  it.each([
    ["d dd ddd dddd", "5 05 Tue Tuesday"], ["M MM MMM MMMM", "3 03 Mar March"], ["y yy yyyy", "24 24 2024"], ["H HH h hh", "22 22 10 10"],
    ["m mm s ss", "7 07 9 09"], ["t tt", "P PM"], ["s.fff", "9.045"], ["'at' h 'o''clock'", "at 10 oclock"], ["\"day\" d", "day 5"], ["\\d d", "d 5"],
    ["%d", "5"], ["d 'open", "5 open"], ["yyyy年M月d日", "2024年3月5日"], ["", ""], ["\\", "\\"],
  ])("read the pattern %p", (pattern, expected) => {
    expect(formats(AMERICAN).pattern(T, pattern)).toBe(expected);
  });

  it("use the user's separators for / and :", () => {
    expect(formats({ ...AMERICAN, dateSeparator: ".", timeSeparator: "$&" }).pattern(T, "d/M H:mm")).toBe("5.3 22$&07");
  });

  it("write the same dates and times as Intl", () => {
    const date = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", dateStyle: "medium" });
    const time = new Intl.DateTimeFormat("en-US", { timeZone: "Europe/Berlin", timeStyle: "medium" });
    fc.assert(fc.property(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2037, 0) }).map(epochMs), (t) => {
      expect(formats(GERMAN).date(t)).toBe(date.format(t));
      expect(formats(AMERICAN).timeWithSeconds(t)).toBe(time.format(t).replace("\u202f", " "));
    }));
  });

  it("write nothing for a time that is none", () => {
    expect([formats(GERMAN).dateTime(epochMs(NaN)).trim(), formats(GERMAN).date(epochMs(Infinity))]).toEqual(["", ""]);
  });

  it.each([[0, "0"], [999, "999"], [1000, "1.000"], [1234567, "1.234.567"], [-1234, "-1.234"], [NaN, ""]])("write the integer %p as %p", (n, expected) => {
    expect(formats(GERMAN).integer(n)).toBe(expected);
  });

  it.each([[1234.5, 1, "1.234,5"], [0.05, 1, "0,1"], [-0.001, 2, "0,00"], [999.999, 2, "1.000,00"]])("write %p with %i digits as %p", (n, digits, expected) => {
    expect(formats(GERMAN).decimal(n, digits)).toBe(expected);
  });

  it.each([[0, "0%"], [1, "100%"], [0.456, "46%"], [0.004, "0,4%"], [0.998, "99,8%"]])("write the share %p as %p", (share, expected) => {
    expect(formats(GERMAN).percent(share)).toBe(expected);
  });

  it("group digits as Intl does", () => {
    const format = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) => {
      const n = hundredths / 100;
      expect(formats(AMERICAN).decimal(n, 2)).toBe(hundredths === 0 ? "0.00" : format.format(n));
    }));
  });
});
