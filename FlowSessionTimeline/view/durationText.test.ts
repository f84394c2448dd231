import * as fc from "fast-check";
import { keyStrings } from "../../tests/support/timelineRig";
import { shortDuration, spokenDuration } from "./durationText";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const short = (ms: number): string => shortDuration(ms, keyStrings);

describe("durations in words", () => {
  it.each([
    [0, "Short_Seconds|0"],
    [499, "Short_Seconds|0"],
    [-5 * MINUTE, "Short_Seconds|0"],
    [59 * SECOND, "Short_Seconds|59"],
    [59.6 * SECOND, "Short_Minutes|1"],
    [90 * SECOND, "Short_Minutes|1 Short_Seconds|30"],
    [2 * HOUR, "Short_Hours|2"],
    [2 * HOUR + 59 * SECOND, "Short_Hours|2"],
    [9 * DAY + 6 * HOUR + 5 * MINUTE, "Short_Days|9 Short_Hours|6"],
    [DAY - 400, "Short_Days|1"],
  ])("shows the largest two units of %d ms", (ms, text) => {
    expect(short(ms)).toBe(text);
  });

  it("counts each unit when it is spoken", () => {
    expect(spokenDuration(HOUR + MINUTE, keyStrings)).toBe("Spoken_Hours|1 Spoken_Minutes|1");
  });

  it("is never off by more than the unit that it leaves out", () => {
    const size: Readonly<Record<string, number>> = { Short_Days: DAY, Short_Hours: HOUR, Short_Minutes: MINUTE, Short_Seconds: SECOND };
    fc.assert(fc.property(fc.nat(40 * 365 * DAY), (ms) => {
      const parts = short(ms).split(" ").map((part) => part.split("|"));
      const said = parts.reduce((sum, [unit = "", n = ""]) => sum + (size[unit] ?? NaN) * Number(n), 0);
      const [[largest = ""] = []] = parts;
      expect(Math.abs(ms - said)).toBeLessThanOrEqual((size[largest] ?? NaN) / (largest === "Short_Seconds" ? 1 : largest === "Short_Days" ? 24 : 60) + SECOND / 2);
    }));
  });
});
