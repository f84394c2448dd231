import * as fc from "fast-check";
import { EpochMs, epochMs, HOUR } from "../base/brand";
import { intlZone } from "../domain/intlZone.testing";
import { UserFormats } from "../domain/userFormats";
import { plainFormats } from "../../tests/support/plainFormats";
import { readEnd, readRange } from "./customRange";

const berlin = new UserFormats(plainFormats().settings, intlZone("Europe/Berlin"));
const at = (iso: string): EpochMs => epochMs(Date.parse(iso));
const SHOWN = { fromMs: epochMs(at("2024-03-05T08:00:00Z") + 250), toMs: epochMs(at("2024-03-05T20:00:00Z") + 750) };

describe("the end of a range", () => {
  it.each([
    ["a time on the user's clock", "2024-07-05 10:30", "from", "2024-07-05T08:30:00Z", false],
    ["a date at which it starts", "2024-07-05", "from", "2024-07-04T22:00:00Z", false],
    ["a date at which it ends", "2024-07-05", "to", "2024-07-05T22:00:00Z", false],
    ["a day of 23 hours at which it ends", "2024-03-31", "to", "2024-03-31T22:00:00Z", false],
    ["a time that the clock skips", "2024-03-31 02:30", "from", "2024-03-31T01:00:00Z", true],
    ["the first time after the gap", "2024-03-31 03:00", "from", "2024-03-31T01:00:00Z", false],
    ["a time that comes twice, at the start", "2024-10-27 02:30", "from", "2024-10-27T00:30:00Z", false],
    ["a time that comes twice, at the end", "2024-10-27 02:30", "to", "2024-10-27T01:30:00Z", false],
  ] as const)("is %s", (_title, text, end, expected, skipped) => {
    expect(readEnd(text, end, berlin)).toEqual({ atMs: at(expected), skipped });
  });

  it("is nothing where it cannot be read", () => {
    expect(readEnd("soon", "from", berlin)).toBeNull();
  });
});

describe("a range", () => {
  it.each([
    ["2024-03-01", "2024-03-02", { fromMs: at("2024-02-29T23:00Z"), toMs: at("2024-03-02T23:00Z") }],
    ["2024-03-05", "2024-03-05", { fromMs: at("2024-03-04T23:00Z"), toMs: at("2024-03-05T23:00Z") }],
    ["soon", "2024-03-02", "from"],
    ["2024-03-01", "", "to"],
    ["2024-03-02 10:00", "2024-03-02 10:00", "order"],
    ["2024-03-02", "2024-03-01", "order"],
  ])("from %p to %p is %j", (from, to, expected) => {
    expect(readRange(from, to, SHOWN, berlin)).toEqual(expected);
  });

  it("keeps an end that was not touched to the millisecond", () => {
    expect(readRange(berlin.dateTime(SHOWN.fromMs), berlin.dateTime(SHOWN.toMs), SHOWN, berlin)).toEqual(SHOWN);
    expect(readRange(berlin.dateTime(SHOWN.fromMs), "2024-03-06 00:00", SHOWN, berlin)).toEqual({ fromMs: SHOWN.fromMs, toMs: at("2024-03-05T23:00Z") });
  });

  it("that is written from a window is read as that window, to the second, also where clocks change", () => {
    const change = at("2024-10-27T01:00Z");
    fc.assert(fc.property(fc.integer({ min: -7200, max: 7200 }), fc.integer({ min: 10, max: 100_000 }), (offset, length) => {
      const window = { fromMs: epochMs(change + offset * 1000), toMs: epochMs(change + (offset + length) * 1000) };
      const read = readRange(berlin.dateTime(window.fromMs), berlin.dateTime(window.toMs), SHOWN, berlin);
      if (typeof read === "string") throw new Error(read);
      expect(read.fromMs).toBeLessThanOrEqual(window.fromMs);
      expect(read.toMs).toBeGreaterThanOrEqual(window.toMs);
      expect([window.fromMs - read.fromMs, read.toMs - window.toMs].every((ms) => ms === 0 || ms === HOUR)).toBe(true);
    }));
  });
});
