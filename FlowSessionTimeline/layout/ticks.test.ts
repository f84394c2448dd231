import * as fc from "fast-check";
import { DAY, durationMs, EpochMs, epochMs, HOUR, MINUTE } from "../base/brand";
import { intlZone } from "../domain/intlZone.testing";
import { UserFormats } from "../domain/userFormats";
import { formatsIn, measure } from "./picture.testing";
import { LABEL_GAP_PX, Tick } from "./tickLabels";
import { Ticks, ticks } from "./ticks";
import { linearScale } from "./timeScale";
import { MAX_WINDOW_MS, MIN_WINDOW_MS, pan, TimeWindow } from "./timeWindow";

const ZONES = ["UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu", "America/St_Johns", "Africa/Cairo", "Antarctica/Troll", "Pacific/Chatham"];
const FORMATS = new Map(ZONES.map((zone) => [zone, formatsIn(intlZone(zone))]));
const formatsOf = (zone: string): UserFormats => FORMATS.get(zone) ?? formatsIn(intlZone(zone));

/** Moments at which zones do odd things: both changes of Berlin, Lord Howe's half hour, Sao Paulo's days without midnight, Apia's missing day, Cairo's days without midnight, Troll's two hours, Chatham's quarter of an hour. */
const ODD = ["2026-03-29T01:00Z", "2026-10-25T01:00Z", "2026-04-04T15:00Z", "2026-10-03T15:30Z", "2017-10-15T03:00Z", "2018-02-18T02:00Z", "2011-12-30T10:00Z", "2026-04-23T22:00Z", "2026-10-29T21:00Z", "2026-04-04T14:00Z", "2026-09-26T14:00Z"].map(Date.parse);
/** Lengths evenly over all orders of magnitude. */
const someLength = fc.double({ min: Math.log(MIN_WINDOW_MS), max: Math.log(MAX_WINDOW_MS), noNaN: true }).map(Math.exp);
const someMiddle = fc.oneof(fc.constantFrom(...ODD), fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2040, 0, 1) }));
const someWindow = fc.record({ length: someLength, middle: someMiddle, share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ length, middle, share }): TimeWindow => ({ fromMs: epochMs(middle - share * length), toMs: epochMs(middle + (1 - share) * length) }));
const someZone = fc.constantFrom(...ZONES);
const someWidth = fc.integer({ min: 150, max: 3000 });
const draw = (window: TimeWindow, width: number, zone: string): Ticks => ticks(linearScale(window, width), formatsOf(zone), measure);
const windowAt = (iso: string, lengthMs: number): TimeWindow => ({ fromMs: epochMs(Date.parse(iso)), toMs: epochMs(Date.parse(iso) + lengthMs) });
const labels = (tier: readonly Tick[]): string[] => tier.map((tick) => tick.label);

describe("ticks", () => {
  it("increase, and no label meets another or the edge, in odd zones from seconds to decades", () => {
    fc.assert(fc.property(someWindow, someWidth, someZone, (window, width, zone) => {
      const { upper, lower } = draw(window, width, zone);
      for (const [tier, bold] of [[upper, true], [lower, false]] as const) {
        let freePx = 0;
        tier.forEach((tick, i) => {
          if (i > 0) expect(tick.atMs).toBeGreaterThan(tier[i - 1].atMs);
          expect(tick.atMs).toBeLessThan(window.toMs);
          if (tick.label === "") return;
          expect(tick.labelPx).toBeGreaterThanOrEqual(freePx);
          freePx = tick.labelPx + measure(tick.label, bold) + LABEL_GAP_PX;
          expect(freePx - LABEL_GAP_PX).toBeLessThanOrEqual(width);
        });
      }
    }), { numRuns: 300 });
  });

  it("lie where the wall clock shows what their labels say", () => {
    fc.assert(fc.property(fc.constantFrom(...ODD), someZone, fc.integer({ min: 3, max: 40 }), (middle, zone, hours) => {
      const window = { fromMs: epochMs(middle - (hours * HOUR) / 2), toMs: epochMs(middle + (hours * HOUR) / 2) };
      const { lower } = draw(window, 1400, zone);
      expect(lower.length).toBeGreaterThan(2);
      for (const tick of lower) if (tick.label !== "") expect(tick.label).toBe(formatsOf(zone).time(tick.atMs));
    }));
  });

  it("stay where they are in time while panning", () => {
    fc.assert(fc.property(someWindow, someWidth, someZone, fc.double({ min: -0.9, max: 0.9, noNaN: true }), (window, width, zone, share) => {
      const length = window.toMs - window.fromMs;
      const moved = pan(window, durationMs(share * length));
      const inBoth = (t: EpochMs): boolean => t >= Math.max(window.fromMs, moved.fromMs) && t < Math.min(window.toMs, moved.toMs);
      const [before, after] = [draw(window, width, zone), draw(moved, width, zone)];
      for (const tier of ["upper", "lower"] as const) {
        expect(after[tier].map((tick) => tick.atMs).filter(inBoth)).toEqual(before[tier].map((tick) => tick.atMs).filter(inBoth));
      }
    }), { numRuns: 200 });
  });

  it("are few enough to read and never none", () => {
    fc.assert(fc.property(someWindow, someWidth, someZone, (window, width, zone) => {
      const { upper, lower } = draw(window, width, zone);
      expect(upper.length + lower.length).toBeGreaterThan(0);
      expect(lower.length).toBeLessThan(width / 12);
    }), { numRuns: 200 });
  });
});

describe("the axis of", () => {
  it("a day has hours below its date", () => {
    const { upper, lower } = draw(windowAt("2026-06-03T00:00Z", DAY), 1000, "UTC");
    expect(labels(upper)).toEqual(["Wed 6/3/2026"]);
    expect(labels(lower).slice(0, 3)).toEqual(["12:00 AM", "2:00 AM", "4:00 AM"]);
  });

  it("ten seconds has seconds", () => {
    const { upper, lower } = draw(windowAt("2026-06-03T10:00Z", 10_000), 1200, "UTC");
    expect(labels(upper)).toEqual(["Wed 6/3/2026"]);
    expect(labels(lower).slice(0, 2)).toEqual(["10:00:00 AM", "10:00:01 AM"]);
  });

  it("a month has days below its name, a year months, decades years", () => {
    const month = draw(windowAt("2026-06-01T00:00Z", 30 * DAY), 1400, "UTC");
    expect([labels(month.upper)[0], labels(month.lower)[2]]).toEqual(["June 2026", "3"]);
    const year = draw(windowAt("2026-01-01T00:00Z", 365 * DAY), 800, "UTC");
    expect([labels(year.upper)[0], labels(year.lower)[2]]).toEqual(["2026", "Mar"]);
    const decades = draw(windowAt("1990-01-01T00:00Z", MAX_WINDOW_MS), 1000, "UTC");
    expect(decades.upper).toEqual([]);
    expect(labels(decades.lower)[0]).toBe("1990");
  });

  it("a window inside a day keeps the date at its left edge", () => {
    const { upper } = draw(windowAt("2026-06-03T10:00Z", 2 * HOUR), 900, "UTC");
    expect(upper).toHaveLength(1);
    expect(upper[0].px).toBeLessThan(0);
    expect(upper[0]).toMatchObject({ label: "Wed 6/3/2026", labelPx: 6 });
  });

  it("a narrow plot across midnight still says which day it is, in a shorter form where the edge leaves less room", () => {
    const { upper } = draw(windowAt("2026-06-03T09:00Z", DAY), 160, "UTC");
    expect(labels(upper)).toEqual(["Wed 6/3/2026", "June 4"]);
  });

  it("the day on which clocks go forward has 23 hours, the one on which they go back 25", () => {
    const hours = (iso: string): string[] => draw(windowAt(iso, 26 * HOUR), 2600, "Europe/Berlin").lower.map((tick) => formatsOf("Europe/Berlin").time(tick.atMs));
    const spring = hours("2026-03-28T23:00Z");
    expect(spring.slice(0, 4)).toEqual(["12:00 AM", "1:00 AM", "3:00 AM", "4:00 AM"]);
    const autumn = hours("2026-10-24T22:00Z");
    expect(autumn.slice(0, 5)).toEqual(["12:00 AM", "1:00 AM", "2:00 AM", "2:00 AM", "3:00 AM"]);
  });

  it("a zone off by quarters of an hour starts its hours on its own clock", () => {
    const { lower } = draw(windowAt("2026-06-03T00:00Z", 6 * HOUR), 900, "Asia/Kathmandu");
    expect((lower[0].atMs / MINUTE) % 60).toBe(15);
  });
});
