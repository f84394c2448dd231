import * as fc from "fast-check";
import { DAY, EpochMs, epochMs, HOUR, MINUTE } from "../base/brand";
import { intlZone } from "./intlZone.testing";
import { ZoneInterval, zoneIntervals } from "./zoneIntervals";

const MONDAY = 1;
const at = (iso: string): EpochMs => epochMs(Date.parse(iso));
const iso = (t: EpochMs): string => new Date(t).toISOString().slice(0, 16);
const SECTIONS = ["Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca", "UTC"];
const ZONES = new Map(SECTIONS.map((name) => [name, intlZone(name)]));
const zoneOf = (name: string): ReturnType<typeof intlZone> => ZONES.get(name) ?? intlZone(name);

/** Local hours and minutes of all boundaries of one local day. */
function clockOf(zoneName: string, interval: ZoneInterval, fromIso: string, toIso: string): string[] {
  return interval.range(at(fromIso), at(toIso)).map((t) => new Date(zoneOf(zoneName).toLocalMs(t)).toISOString().slice(11, 16));
}

const names = ["second", "minute", "minutes", "hour", "hours", "day", "week", "month", "quarter", "year"] as const;
function every(zoneName: string): Record<(typeof names)[number], ZoneInterval> {
  const all = zoneIntervals(zoneOf(zoneName), MONDAY);
  return {
    second: all.second(30), minute: all.minute(1), minutes: all.minute(15), hour: all.hour(1), hours: all.hour(6),
    day: all.day, week: all.week, month: all.month, quarter: all.quarter, year: all.year(1),
  };
}
const LENGTH: Record<(typeof names)[number], number> = {
  second: 30_000, minute: MINUTE, minutes: 15 * MINUTE, hour: HOUR, hours: 6 * HOUR,
  day: DAY, week: 7 * DAY, month: 30 * DAY, quarter: 91 * DAY, year: 365 * DAY,
};

describe("zone intervals", () => {
  it("give a day of 23 hours 23 boundaries, without the hour that is skipped", () => {
    const hours = clockOf("Europe/Berlin", zoneIntervals(zoneOf("Europe/Berlin"), MONDAY).hour(1), "2024-03-30T23:00Z", "2024-03-31T22:00Z");
    expect(hours).toHaveLength(23);
    expect(hours.slice(0, 4)).toEqual(["00:00", "01:00", "03:00", "04:00"]);
  });

  it("give a day of 25 hours 25 boundaries, the repeated hour twice", () => {
    const hours = clockOf("Europe/Berlin", zoneIntervals(zoneOf("Europe/Berlin"), MONDAY).hour(1), "2024-10-26T22:00Z", "2024-10-27T23:00Z");
    expect(hours).toHaveLength(25);
    expect(hours.slice(0, 5)).toEqual(["00:00", "01:00", "02:00", "02:00", "03:00"]);
  });

  it.each([
    ["2024-03-30T23:00Z", "2024-03-31T22:00Z"],
    ["2024-10-26T22:00Z", "2024-10-27T23:00Z"],
  ])("keep three-hour steps at 0, 3, 6 ... of the local clock on the day from %s", (from, to) => {
    const hours = clockOf("Europe/Berlin", zoneIntervals(zoneOf("Europe/Berlin"), MONDAY).hour(3), from, to);
    expect(hours).toEqual(["00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00"]);
  });

  it("leave out a two-hour boundary that the change of the clock skips, and name a repeated one once", () => {
    const two = zoneIntervals(zoneOf("Europe/Berlin"), MONDAY).hour(2);
    expect(clockOf("Europe/Berlin", two, "2024-03-30T23:00Z", "2024-03-31T05:00Z")).toEqual(["00:00", "04:00", "06:00"]);
    expect(clockOf("Europe/Berlin", two, "2024-10-26T22:00Z", "2024-10-27T04:00Z")).toEqual(["00:00", "02:00", "04:00"]);
  });

  it("start a day without midnight right after the gap", () => {
    const { day } = zoneIntervals(zoneOf("America/Sao_Paulo"), 0);
    expect(day.range(at("2018-11-03T00:00Z"), at("2018-11-06T00:00Z")).map(iso)).toEqual(["2018-11-03T03:00", "2018-11-04T03:00", "2018-11-05T02:00"]);
    expect(iso(day.floor(at("2018-11-04T12:00Z")))).toBe("2018-11-04T03:00");
  });

  it("pass over a day that a zone skipped, in both directions", () => {
    const { day } = zoneIntervals(zoneOf("Pacific/Apia"), 0);
    const days = day.range(at("2011-12-28T10:00Z"), at("2012-01-02T00:00Z")).map(iso);
    expect(days).toEqual(["2011-12-28T10:00", "2011-12-29T10:00", "2011-12-30T10:00", "2011-12-31T10:00", "2012-01-01T10:00"]);
    expect(iso(day.offset(at("2011-12-30T10:00Z"), -1))).toBe("2011-12-29T10:00");
  });

  it("step over a change of half an hour", () => {
    const { hour } = every("Australia/Lord_Howe");
    expect(clockOf("Australia/Lord_Howe", hour, "2024-10-05T13:30Z", "2024-10-05T18:00Z")).toEqual(["00:00", "01:00", "03:00", "04:00"]);
    expect(clockOf("Australia/Lord_Howe", hour, "2024-04-06T13:00Z", "2024-04-06T17:30Z")).toEqual(["00:00", "01:00", "02:00", "03:00"]);
  });

  it("start weeks on the user's first day", () => {
    const week = (first: number): string => iso(zoneIntervals(zoneOf("UTC"), first).week.floor(at("2024-05-16T12:00Z")));
    expect([week(0), week(1), week(4), week(5), week(6)]).toEqual(
      ["2024-05-12T00:00", "2024-05-13T00:00", "2024-05-16T00:00", "2024-05-10T00:00", "2024-05-11T00:00"],
    );
  });

  it("align months, quarters and years to the local calendar", () => {
    const { month, quarter, year } = zoneIntervals(zoneOf("Europe/Berlin"), MONDAY);
    const t = at("2024-05-16T12:00Z");
    expect([month, quarter, year(1), year(10)].map((one) => iso(one.floor(t)))).toEqual(
      ["2024-04-30T22:00", "2024-03-31T22:00", "2023-12-31T23:00", "2019-12-31T23:00"],
    );
    expect(iso(month.offset(t, 13))).toBe("2025-05-31T22:00");
    expect(iso(month.offset(t, -17))).toBe("2022-11-30T23:00");
    expect(iso(quarter.offset(t, 2))).toBe("2024-09-30T22:00");
    expect(iso(year(1).offset(t, -1))).toBe("2022-12-31T23:00");
  });

  it("refuse steps that do not divide the day", () => {
    expect(() => zoneIntervals(zoneOf("UTC"), 0).hour(7)).toThrow("Broken invariant");
  });

  const anyZone = fc.constantFrom(...SECTIONS);
  const anyName = fc.constantFrom(...names);
  const anyTime = fc.integer({ min: Date.UTC(2005, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 }).map((s) => epochMs(s * 1000));
  /** Around changes of the clock more can go wrong than elsewhere. */
  const nearChange = fc.tuple(
    fc.constantFrom("2011-12-30T10:00Z", "2018-11-04T03:00Z", "2018-02-18T02:00Z", "2024-10-05T15:30Z", "2024-04-06T15:00Z", "2024-03-31T01:00Z", "2024-10-27T01:00Z", "2024-03-10T02:00Z"),
    fc.integer({ min: -3 * 3600, max: 3 * 3600 }),
  ).map(([change, seconds]) => epochMs(Date.parse(change) + seconds * 1000));
  const someTime = fc.oneof(anyTime, nearChange);

  it("floor to a boundary at or before the time, which is its own floor", () => {
    fc.assert(fc.property(anyZone, anyName, someTime, (zone, name, t) => {
      const interval = every(zone)[name];
      const floor = interval.floor(t);
      expect(floor).toBeLessThanOrEqual(t);
      expect(interval.floor(floor)).toBe(floor);
      expect(interval.offset(t, 0)).toBe(floor);
    }), { numRuns: 400 });
  });

  it("step forth and back to the same boundary, with none in between", () => {
    fc.assert(fc.property(anyZone, anyName, someTime, (zone, name, t) => {
      const interval = every(zone)[name];
      const floor = interval.floor(t);
      const next = interval.offset(t, 1);
      expect(next).toBeGreaterThan(t);
      expect(interval.floor(epochMs(next - 1))).toBe(floor);
      expect(interval.offset(next, -1)).toBe(floor);
    }), { numRuns: 400 });
  });

  it("range over strictly increasing boundaries inside the limits, missing none", () => {
    fc.assert(fc.property(anyZone, anyName, someTime, fc.nat(40), (zone, name, from, lengths) => {
      const interval = every(zone)[name];
      const to = epochMs(from + lengths * LENGTH[name]);
      const range = interval.range(from, to);
      const expected: EpochMs[] = [];
      let boundary = interval.floor(from) === from ? from : interval.offset(from, 1);
      for (; boundary < to; boundary = interval.offset(boundary, 1)) expected.push(boundary);
      expect(range).toEqual(expected);
      expect(range.every((t, i) => i === 0 || t > range[i - 1])).toBe(true);
    }), { numRuns: 200 });
  });

  it("place hours on whole hours of the local clock, in every zone", () => {
    fc.assert(fc.property(anyZone, someTime, fc.constantFrom(1, 3, 6, 12), (name, from, n) => {
      for (const t of zoneIntervals(zoneOf(name), 0).hour(n).range(from, epochMs(from + 2 * DAY))) {
        expect(zoneOf(name).toLocalMs(t) % (n * HOUR)).toBe(0);
      }
    }), { numRuns: 200 });
  });
});
