import * as fc from "fast-check";
import { parseTime } from "./parseTime";
import { quickTime } from "./quickTime";

const ALPHABET = [..."0123456789-T:.Z x"];

describe("a quick reading of a time", () => {
  it("takes every instant from 1970 to 2099, with and without milliseconds", () => {
    fc.assert(fc.property(fc.date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("2099-12-31T23:59:59.999Z"), noInvalidDate: true }), (date) => {
      expect(quickTime(date.toISOString())).toBe(date.getTime());
      const second = Math.floor(date.getTime() / 1000) * 1000;
      expect(quickTime(new Date(second).toISOString().replace(".000", ""))).toBe(second);
    }));
  });

  it.each(["2024-02-29T00:00:00Z", "2000-02-29T00:00:00Z", "2024-12-31T23:59:59.999Z", "1970-01-01T00:00:00Z", "1972-03-01T00:00:00Z"])("takes %s", (text) => {
    expect(quickTime(text)).toBe(Date.parse(text));
  });

  it.each([
    "2023-02-29T00:00:00Z", "2023-02-30T00:00:00Z", "2023-04-31T00:00:00Z", "2023-13-01T00:00:00Z", "2023-00-01T00:00:00Z", "2023-01-00T00:00:00Z",
    "2023-01-01T24:00:00Z", "2023-01-01T00:60:00Z", "2023-01-01T00:00:60Z", "1969-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "", "soon",
  ])("leaves %p to the one that knows more", (text) => {
    expect(quickTime(text)).toBeNaN();
  });

  it("never says anything else than the whole reading", () => {
    const spoilt = fc.tuple(fc.date({ min: new Date("1960-01-01"), max: new Date("2110-01-01"), noInvalidDate: true }), fc.nat(23), fc.constantFrom(...ALPHABET))
      .map(([date, at, letter]) => date.toISOString().slice(0, at) + letter + date.toISOString().slice(at + 1));
    fc.assert(fc.property(fc.oneof(spoilt, spoilt.map((text) => text.replace(/\.\d+/, ""))), (text) => {
      const quick = quickTime(text);
      if (!Number.isNaN(quick)) expect(parseTime(text)).toEqual({ ok: true, value: quick });
    }), { numRuns: 1000 });
  });
});
