import * as fc from "fast-check";
import { epochMs, HOUR, MINUTE } from "../base/brand";
import { intlOffsetMinutes, intlZone } from "./intlZone.testing";
import { UserZone } from "./userZone";

const ODD = ["Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca", "America/Sao_Paulo", "Europe/Berlin", "America/St_Johns"];
const ASKED = new Map(ODD.map((name) => [name, intlOffsetMinutes(name)]));
const ZONES = new Map(ODD.map((name) => [name, intlZone(name)]));
const zoneOf = (name: string): UserZone => ZONES.get(name) ?? intlZone(name);
const iso = (t: number): string => new Date(t).toISOString().slice(0, 16);

/** Instants around which these zones change their offset. */
const CHANGES = [
  "2024-10-05T15:30Z", "2024-04-06T15:00Z", "2011-12-30T10:00Z", "2024-03-10T02:00Z", "2024-04-14T02:00Z",
  "2018-11-04T03:00Z", "2018-02-18T02:00Z", "2024-03-31T01:00Z", "2024-10-27T01:00Z",
];
const anyTime = fc.oneof(
  fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2037, 0) }),
  fc.tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -2 * HOUR, max: 2 * HOUR })).map(([change, by]) => Date.parse(change) + by),
).map(epochMs);
const anyZone = fc.constantFrom(...ODD);

describe("the user's zone", () => {
  it("has the offset that Intl has, to the minute, also where a rule changes within a UTC hour", () => {
    fc.assert(fc.property(anyZone, anyTime, (name, t) => {
      expect(zoneOf(name).offsetMs(t)).toBe((ASKED.get(name)?.(new Date(t)) ?? NaN) * MINUTE);
    }), { numRuns: 1000 });
  });

  it("finds an instant from its wall clock; the earlier one where there are two", () => {
    fc.assert(fc.property(anyZone, anyTime, (name, t) => {
      const zone = zoneOf(name);
      const back = zone.fromLocalMs(zone.toLocalMs(t));
      expect(back).toBeLessThanOrEqual(t);
      expect(zone.toLocalMs(back)).toBe(zone.toLocalMs(t));
      if (back !== t) expect(zone.offsetMs(back)).toBeGreaterThan(zone.offsetMs(t));
    }), { numRuns: 1000 });
  });

  it("gives some instant for every wall clock, never shown before it", () => {
    fc.assert(fc.property(anyZone, anyTime, (name, local) => {
      const zone = zoneOf(name);
      const t = zone.fromLocalMs(local);
      const shown = zone.toLocalMs(t);
      expect(shown).toBeGreaterThanOrEqual(local);
      if (shown !== local) expect(zone.toLocalMs(epochMs(t - 1))).toBeLessThan(local);
    }), { numRuns: 1000 });
  });

  it.each([
    ["Europe/Berlin", "2024-03-31T02:30", "2024-03-31T01:00", "a skipped hour"],
    ["Australia/Lord_Howe", "2024-10-06T02:10", "2024-10-05T15:30", "a skipped half hour"],
    ["Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00", "a skipped day"],
    ["America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T03:00", "a skipped midnight"],
    ["Europe/Berlin", "2024-10-27T02:30", "2024-10-27T00:30", "a repeated hour"],
    ["Australia/Lord_Howe", "2024-04-07T01:45", "2024-04-06T14:45", "a repeated half hour"],
    ["Asia/Kathmandu", "2024-01-01T05:45", "2024-01-01T00:00", "an ordinary time"],
  ])("in %s reads %s as %s UTC (%s)", (name, local, instant) => {
    expect(iso(zoneOf(name).fromLocalMs(Date.parse(`${local}Z`)))).toBe(instant);
  });

  it("keeps the milliseconds", () => {
    expect(zoneOf("Europe/Berlin").fromLocalMs(Date.parse("2024-07-01T12:00:00.123Z"))).toBe(Date.parse("2024-07-01T10:00:00.123Z"));
  });

  it.each([[60, "UTC+01:00"], [0, "UTC+00:00"], [-210, "UTC-03:30"], [345, "UTC+05:45"], [840, "UTC+14:00"]])("labels %i minutes as %s", (minutes, label) => {
    expect(new UserZone(() => minutes).offsetLabel(epochMs(0))).toBe(label);
  });

  it("asks the host once per day, and never about a year that makes it complain", () => {
    const asked: number[] = [];
    const zone = new UserZone((instant) => {
      asked.push(instant.getTime());
      return 60;
    });
    for (let hour = 0; hour < 24; hour++) zone.offsetMs(epochMs(Date.UTC(2024, 0, 1) + hour * HOUR));
    expect(asked).toHaveLength(2);
    for (const t of [-8.64e15, 8.64e15, Infinity, -Infinity, NaN]) expect(Number.isFinite(zone.offsetMs(epochMs(t)))).toBe(true);
    for (const t of asked) {
      expect(new Date(t).getUTCFullYear()).toBeGreaterThanOrEqual(1900);
      expect(new Date(t).getUTCFullYear()).toBeLessThanOrEqual(2200);
    }
  });
});
