import * as fc from "fast-check";
import { DAY, epochMs, HOUR } from "../base/brand";
import { intlZone } from "../domain/intlZone.testing";
import { UserZone } from "../domain/userZone";
import { Night, nights } from "./nights";
import { linearScale } from "./timeScale";

const draw = (fromIso: string, lengthMs: number, zone: UserZone, width = 1000): readonly Night[] => {
  const fromMs = epochMs(Date.parse(fromIso));
  return nights(linearScale({ fromMs, toMs: epochMs(fromMs + lengthMs) }, width), zone);
};
/** A night's length in hours, where one px is a minute. */
const hoursOf = (fromIso: string, zone: string): number[] => draw(fromIso, DAY, intlZone(zone), 1440).map((night) => Math.round((night.toPx - night.fromPx) * 10 / 60) / 10);

describe("nights", () => {
  it("last from 18 to 6 on the user's clock, clamped to the plot", () => {
    expect(draw("2026-06-03T00:00Z", 2 * DAY, new UserZone(() => 0), 480)).toEqual([{ fromPx: 0, toPx: 60 }, { fromPx: 180, toPx: 300 }, { fromPx: 420, toPx: 480 }]);
    expect(draw("2026-06-03T00:00Z", DAY, new UserZone(() => 180), 240)).toEqual([{ fromPx: 0, toPx: 30 }, { fromPx: 150, toPx: 240 }]);
  });

  it("are 11 hours long where clocks go forward in them, 13 where they go back", () => {
    expect(hoursOf("2026-03-28T12:00Z", "Europe/Berlin")).toEqual([11]);
    expect(hoursOf("2026-10-24T12:00Z", "Europe/Berlin")).toEqual([13]);
    expect(hoursOf("2026-06-03T12:00Z", "Europe/Berlin")).toEqual([12]);
    expect(hoursOf("2026-10-03T03:00Z", "Australia/Lord_Howe")).toEqual([11.5]);
  });

  it("cover exactly the hours outside 6 to 18, in odd zones", () => {
    const somewhere = fc.record({ zone: fc.constantFrom("Europe/Berlin", "Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu"), from: fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2030, 0, 1) }) });
    fc.assert(fc.property(fc.oneof(somewhere, fc.constant({ zone: "Pacific/Apia", from: Date.parse("2011-12-28T20:00Z") })), ({ zone: name, from }) => {
      const zone = intlZone(name);
      const scale = linearScale({ fromMs: epochMs(from), toMs: epochMs(from + 3 * DAY) }, 3 * 24 * 60);
      const found = nights(scale, zone);
      for (let px = 7.5; px < scale.widthPx; px += 15) {
        const hour = (((zone.toLocalMs(scale.toTime(px)) % DAY) + DAY) % DAY) / HOUR;
        expect(found.some((night) => px >= night.fromPx && px < night.toPx)).toBe(hour < 6 || hour >= 18);
      }
    }), { numRuns: 60 });
  });

  it("are left out where they would be stripes", () => {
    expect(draw("2026-06-03T00:00Z", 60 * DAY, new UserZone(() => 0))).toEqual([]);
  });
});
