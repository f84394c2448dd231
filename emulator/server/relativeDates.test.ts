import fc from "fast-check";
import { UserZone } from "../userZone";
import { bucketOf } from "./dateBuckets";
import { databaseOf, runId, selected } from "./database.testing";
import { addMonths, DAY, dayOf, instantOf, wallOf } from "./zoneRules";

/** Runs that start at these instants; selected ones are told by their index from 0. */
const starting = (...instants: string[]): ReturnType<typeof databaseOf> => databaseOf(instants.map((startedon, index) => ({ id: runId(index), cells: { startedon } })));
const condition = (operator: string, value?: string): string => `<filter><condition attribute="startedon" operator="${operator}"${value === undefined ? "" : ` value="${value}"`}/></filter>`;

/** One second before and at the border, in each pair: an operator's range is [first border, second border). */
function borders(from: string, to: string): ReturnType<typeof databaseOf> {
  const before = (instant: string): string => new Date(Date.parse(instant) - 1000).toISOString();
  return starting(before(from), from, before(to), to);
}

describe("operators of time, in the caller's zone", () => {
  // Thursday, 2026-11-19 14:30 in Berlin.
  const now = "2026-11-19T13:30:00Z";
  it.each([
    ["today", undefined, "2026-11-18T23:00:00Z", "2026-11-19T23:00:00Z"],
    ["yesterday", undefined, "2026-11-17T23:00:00Z", "2026-11-18T23:00:00Z"],
    ["tomorrow", undefined, "2026-11-19T23:00:00Z", "2026-11-20T23:00:00Z"],
    ["this-week", undefined, "2026-11-14T23:00:00Z", "2026-11-21T23:00:00Z"],
    ["last-week", undefined, "2026-11-07T23:00:00Z", "2026-11-14T23:00:00Z"],
    ["this-month", undefined, "2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z"],
    ["last-month", undefined, "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"],
    ["this-year", undefined, "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z"],
    ["last-seven-days", undefined, "2026-11-11T23:00:00Z", "2026-11-19T13:30:01Z"],
    ["last-x-hours", "3", "2026-11-19T10:30:00Z", "2026-11-19T13:30:01Z"],
    ["last-x-days", "1", "2026-11-17T23:00:00Z", "2026-11-19T13:30:01Z"],
    ["last-x-weeks", "4", "2026-10-21T22:00:00Z", "2026-11-19T13:30:01Z"],
    ["last-x-months", "2", "2026-09-18T22:00:00Z", "2026-11-19T13:30:01Z"],
    ["next-x-hours", "2", "2026-11-19T13:30:00Z", "2026-11-19T15:30:01Z"],
    ["next-x-days", "2", "2026-11-19T13:30:00Z", "2026-11-21T23:00:00Z"],
    ["on", "2026-11-19", "2026-11-18T23:00:00Z", "2026-11-19T23:00:00Z"],
    // An instant with an offset means the caller's day of it.
    ["on", "2026-11-18T23:30:00Z", "2026-11-18T23:00:00Z", "2026-11-19T23:00:00Z"],
    ["eq", "2026-11-19T08:00:00+02:00", "2026-11-19T06:00:00Z", "2026-11-19T06:00:01Z"],
    // Without an offset it is the caller's wall clock.
    ["eq", "2026-11-19T08:00:00", "2026-11-19T07:00:00Z", "2026-11-19T07:00:01Z"],
    ["eq", "2026-11-19", "2026-11-18T23:00:00Z", "2026-11-18T23:00:01Z"],
  ])("%s %s is from %s to %s", (operator, value, from, to) => {
    expect(selected(borders(from, to), condition(operator, value), { now })).toEqual([1, 2]);
  });

  it.each([
    ["olderthan-x-minutes", "15", "2026-11-19T13:15:00Z"], ["olderthan-x-hours", "2", "2026-11-19T11:30:00Z"],
    // The wall clock of then, which was an hour ahead in summer.
    ["olderthan-x-days", "30", "2026-10-20T12:30:00Z"], ["olderthan-x-weeks", "1", "2026-11-12T13:30:00Z"], ["olderthan-x-months", "1", "2026-10-19T12:30:00Z"],
    ["lt", "2026-11-19T10:00:00Z", "2026-11-19T10:00:00Z"], ["le", "2026-11-19T10:00:00Z", "2026-11-19T10:00:01Z"], ["on-or-before", "2026-11-18", "2026-11-18T23:00:00Z"],
  ])("%s %s is before %s", (operator, value, to) => {
    expect(selected(borders("1990-01-01T00:00:00Z", to), condition(operator, value), { now })).toEqual([0, 1, 2]);
  });

  it.each([["gt", "2026-11-19T10:00:00Z", "2026-11-19T10:00:01Z"], ["ge", "2026-11-19T10:00:00Z", "2026-11-19T10:00:00Z"], ["on-or-after", "2026-11-19", "2026-11-18T23:00:00Z"]])("%s %s is from %s", (operator, value, from) => {
    expect(selected(borders(from, "2090-01-01T00:00:00Z"), condition(operator, value), { now })).toEqual([1, 2, 3]);
  });

  it("a list, a range and what is outside it", () => {
    const database = starting("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z");
    const of = (operator: string, ...days: string[]): readonly number[] =>
      selected(database, `<filter><condition attribute="startedon" operator="${operator}">${days.map(day => `<value>2026-01-0${day}T00:00:00Z</value>`).join("")}</condition></filter>`);
    expect([of("in", "1", "3"), of("not-in", "1"), of("between", "1", "2"), of("not-between", "1", "2"), of("ne", "2")]).toEqual([[0, 2], [1, 2], [0, 1], [2], [0, 2]]);
  });

  it.each([
    // Clocks go forward: 23 hours.
    ["Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"],
    // Back: 25 hours.
    ["Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"],
    // By half an hour: 23.5 and 24.5 hours.
    ["Australia/Lord_Howe", "2026-10-04T05:00:00Z", "2026-10-03T13:30:00Z", "2026-10-04T13:00:00Z"],
    ["Australia/Lord_Howe", "2026-04-05T05:00:00Z", "2026-04-04T13:00:00Z", "2026-04-05T13:30:00Z"],
    // Midnight is jumped over: the day begins at one.
    ["America/Santiago", "2026-09-06T12:00:00Z", "2026-09-06T04:00:00Z", "2026-09-07T03:00:00Z"],
    // A quarter of an hour off the full.
    ["Asia/Kathmandu", "2026-06-01T12:00:00Z", "2026-05-31T18:15:00Z", "2026-06-01T18:15:00Z"],
    ["Pacific/Kiritimati", "2026-06-01T12:00:00Z", "2026-06-01T10:00:00Z", "2026-06-02T10:00:00Z"],
  ])("today in %s at %s is from %s to %s", (timeZone, at, from, to) => {
    expect(selected(borders(from, to), condition("today"), { now: at, timeZone })).toEqual([1, 2]);
  });

  it("skips a day that never was", () => {
    const apia = new UserZone("Pacific/Apia");
    expect(new Date(instantOf(apia, Date.UTC(2011, 11, 30))).toISOString()).toBe("2011-12-30T10:00:00.000Z");
    expect(new Date(instantOf(apia, Date.UTC(2011, 11, 31))).toISOString()).toBe("2011-12-30T10:00:00.000Z");
  });
});

describe("a zone's calendar", () => {
  const zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns"].map(name => new UserZone(name));
  const instants = fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 }).map(second => second * 1000);

  it("finds the first instant of a wall clock", () => {
    fc.assert(fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
      const found = instantOf(zone, wallOf(zone, instant));
      expect(found).toBeLessThanOrEqual(instant);
      expect(wallOf(zone, found)).toBe(wallOf(zone, instant));
    }));
  });

  it("begins each day where the zone's day changes", () => {
    fc.assert(fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
      const start = instantOf(zone, dayOf(wallOf(zone, instant)));
      expect(zone.day(start)).toBe(zone.day(instant));
      expect(zone.day(start - 1)).not.toBe(zone.day(instant));
    }));
  });

  it("adds months up to a shorter month's last day", () => {
    expect(addMonths(Date.UTC(2026, 2, 31, 5), -1)).toBe(Date.UTC(2026, 1, 28, 5));
    expect(addMonths(Date.UTC(2024, 0, 31), 1)).toBe(Date.UTC(2024, 1, 29));
    expect(addMonths(Date.UTC(2026, 10, 30), 14)).toBe(Date.UTC(2028, 0, 30));
  });
});

describe("parts of a date", () => {
  const berlin = new UserZone("Europe/Berlin");
  it.each([
    ["day", "2026-03-31T22:30:00Z", 31, 1], ["month", "2026-03-31T22:30:00Z", 3, 4], ["quarter", "2026-03-31T22:30:00Z", 1, 2], ["year", "2026-12-31T23:30:00Z", 2026, 2027],
    ["week", "2023-03-25T12:00:00Z", 12, 12], ["week", "2023-08-27T12:00:00Z", 35, 35], ["week", "2026-01-03T23:30:00Z", 1, 2],
  ] as const)("%s of %s is %d in UTC and %d in Berlin", (grouping, instant, inUtc, inBerlin) => {
    expect([bucketOf(grouping, null)(Date.parse(instant)), bucketOf(grouping, berlin)(Date.parse(instant))]).toEqual([inUtc, inBerlin]);
  });

  it("every day of a year is in one of 53 weeks, which change on Sundays", () => {
    const week = bucketOf("week", null);
    for (let day = Date.UTC(2027, 0, 1); day < Date.UTC(2028, 0, 1) - DAY; day += DAY) {
      expect(week(day + DAY) - week(day)).toBe(new Date(day + DAY).getUTCDay() === 0 ? 1 : 0);
    }
  });
});
