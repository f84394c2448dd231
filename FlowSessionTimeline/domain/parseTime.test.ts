import * as fc from "fast-check";
import { parseTime } from "./parseTime";

const utc = (text: string): number => Date.parse(text);

describe("a time cell", () => {
  it.each([
    ["2026-10-03T05:00:00.000Z", "2026-10-03T05:00:00Z"],
    ["2026-10-03T05:00:00Z", "2026-10-03T05:00:00Z"],
    ["2026-10-03T05:00:00", "2026-10-03T05:00:00Z"],
    ["2026-10-03 05:00:00", "2026-10-03T05:00:00Z"],
    [" 2026-10-03T05:00 ", "2026-10-03T05:00:00Z"],
    ["2026-10-03", "2026-10-03T00:00:00Z"],
    ["2026-10-03T05:00:00+02:00", "2026-10-03T03:00:00Z"],
    ["2026-10-03T05:00:00-0330", "2026-10-03T08:30:00Z"],
    ["2026-10-03T05:00:00.1234567Z", "2026-10-03T05:00:00.123Z"],
    ["2024-02-29T23:59:59z", "2024-02-29T23:59:59Z"],
  ])("reads %s as %s, whatever zone the browser is in", (text, instant) => {
    expect(parseTime(text)).toEqual({ ok: true, value: utc(instant) });
  });

  it.each([[null], [undefined], [""], ["  "]])("is empty without a problem if it holds %p", (cell) => {
    expect(parseTime(cell)).toEqual({ ok: true, value: null });
  });

  it.each([
    ["tomorrow"], ["3/19/2022 5:41 AM"], ["2023-02-29"], ["2023-02-30T00:00:00Z"], ["2023-13-01"], ["2023-01-01T25:00:00Z"],
    ["2023-01-01T10:00:00+25:00"], ["0001-01-01T00:00:00Z"], ["9999-12-31T23:59:59Z"], [NaN], [Infinity], [new Date(NaN)], [{}], [true],
  ])("says badDate of %p", (cell) => {
    expect(parseTime(cell)).toEqual({ ok: false, error: "badDate" });
  });

  it("reads back every instant as ISO text, Date and number", () => {
    fc.assert(fc.property(fc.date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2199-12-31T23:59:59Z"), noInvalidDate: true }), (date) => {
      const expected = { ok: true, value: date.getTime() };
      expect(parseTime(date)).toEqual(expected);
      expect(parseTime(date.getTime())).toEqual(expected);
      expect(parseTime(date.toISOString())).toEqual(expected);
    }));
  });
});
