import * as fc from "fast-check";
import { DAY, durationMs, epochMs } from "../base/brand";
import { linearScale } from "./timeScale";
import { clampWindow, fit, lengthOf, MAX_WINDOW_MS, MIN_WINDOW_MS, overlaps, pan, TimeWindow, zoomAbout } from "./timeWindow";

const anyWindow = fc.record({
  from: fc.integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2100, 0, 1) }), length: fc.double({ min: MIN_WINDOW_MS, max: MAX_WINDOW_MS, noNaN: true }),
}).map(({ from, length }): TimeWindow => ({ fromMs: epochMs(from), toMs: epochMs(from + length) }));
const aShare = fc.double({ min: 0, max: 1, noNaN: true });
const anchorIn = (window: TimeWindow, share: number): number => window.fromMs + share * lengthOf(window);

describe("zooming", () => {
  it("keeps the anchor where it is, at every zoom and also at the limits", () => {
    fc.assert(fc.property(anyWindow, aShare, fc.double({ min: 0.01, max: 100, noNaN: true }), (window, share, factor) => {
      const anchor = anchorIn(window, share);
      const zoomed = zoomAbout(window, epochMs(anchor), factor);
      expect((anchor - zoomed.fromMs) / lengthOf(zoomed)).toBeCloseTo(share, 5);
    }));
  });

  it("a hundred notches in and out come back within a millisecond", () => {
    fc.assert(fc.property(aShare, (share) => {
      const window = { fromMs: epochMs(Date.UTC(2026, 0, 1)), toMs: epochMs(Date.UTC(2026, 0, 2)) };
      const anchor = epochMs(anchorIn(window, share));
      let now: TimeWindow = window;
      // Out first: a hundred notches in would meet the smallest window.
      for (let notch = 0; notch < 30; notch++) now = zoomAbout(now, anchor, 1 / 1.2);
      for (let notch = 0; notch < 60; notch++) now = zoomAbout(now, anchor, 1.2);
      for (let notch = 0; notch < 70; notch++) now = zoomAbout(now, anchor, notch % 2 === 0 ? 1.2 : 1 / 1.2);
      for (let notch = 0; notch < 30; notch++) now = zoomAbout(now, anchor, 1 / 1.2);
      expect(Math.abs(now.fromMs - window.fromMs)).toBeLessThan(1);
      expect(Math.abs(now.toMs - window.toMs)).toBeLessThan(1);
    }));
  });

  it("stops at ten seconds and at forty years", () => {
    const window = { fromMs: epochMs(0), toMs: epochMs(DAY) };
    expect(lengthOf(zoomAbout(window, epochMs(0), 1e9))).toBeCloseTo(MIN_WINDOW_MS, 3);
    expect(lengthOf(zoomAbout(window, epochMs(0), 1e-9))).toBeCloseTo(MAX_WINDOW_MS, 3);
  });

  it("gives back the same window where nothing changes, so that nothing is drawn", () => {
    const smallest = { fromMs: epochMs(0), toMs: epochMs(MIN_WINDOW_MS) };
    expect(zoomAbout(smallest, epochMs(5), 2)).toBe(smallest);
  });
});

describe("clamping a window", () => {
  it("is idempotent and always gives a window within the limits", () => {
    const anything = fc.record({ from: fc.double({ min: -1e13, max: 1e13, noNaN: true }), length: fc.double({ min: 1, max: 1e13, noNaN: true }) });
    fc.assert(fc.property(anything, ({ from, length }) => {
      const once = clampWindow({ fromMs: epochMs(from), toMs: epochMs(from + length) });
      expect(lengthOf(once)).toBeGreaterThanOrEqual(MIN_WINDOW_MS * (1 - 1e-6));
      expect(lengthOf(once)).toBeLessThanOrEqual(MAX_WINDOW_MS * (1 + 1e-6));
      const twice = clampWindow(once);
      expect(Math.abs(twice.fromMs - once.fromMs)).toBeLessThan(0.01);
      expect(Math.abs(twice.toMs - once.toMs)).toBeLessThan(0.01);
    }));
  });
});

describe("panning and fitting", () => {
  it("panning keeps the length and comes back", () => {
    fc.assert(fc.property(anyWindow, fc.integer({ min: -DAY, max: DAY }), (window, by) => {
      const moved = pan(window, durationMs(by));
      expect(lengthOf(moved)).toBeCloseTo(lengthOf(window), 3);
      expect(pan(moved, durationMs(-by)).fromMs).toBeCloseTo(window.fromMs, 3);
    }));
  });

  it("fitting shows everything with room on both sides; an instant gets the smallest window about it", () => {
    const fitted = fit(epochMs(1e12), epochMs(1e12 + DAY), 0.05);
    expect([fitted.fromMs, fitted.toMs]).toEqual([1e12 - 0.05 * DAY, 1e12 + 1.05 * DAY]);
    const instant = fit(epochMs(1e12), epochMs(1e12), 0.05);
    expect([instant.fromMs, instant.toMs]).toEqual([1e12 - 5000, 1e12 + 5000]);
  });
});

describe("overlapping", () => {
  const window = { fromMs: epochMs(100), toMs: epochMs(200) };
  it.each([
    [50, 100, false], [50, 101, true], [199, 300, true], [200, 300, false], [0, 999, true], [150, Infinity, true],
    [100, 100, true], [150, 150, true], [200, 200, false], [NaN, NaN, false],
  ])("from %d to %d: %s", (from, to, expected) => expect(overlaps(window, from, to)).toBe(expected));
});

describe("the time scale", () => {
  it("comes back from px to time to px at every zoom", () => {
    fc.assert(fc.property(anyWindow, fc.integer({ min: 1, max: 8000 }), aShare, (window, width, share) => {
      const scale = linearScale(window, width);
      expect(scale.toPx(scale.toTime(share * width))).toBeCloseTo(share * width, 1);
      expect(scale.toPx(window.fromMs)).toBe(0);
      expect(scale.toPx(window.toMs)).toBeCloseTo(width, 6);
    }));
  });

  it("is monotone", () => {
    fc.assert(fc.property(anyWindow, fc.integer(), fc.nat(), (window, from, more) => {
      const scale = linearScale(window, 1000);
      expect(scale.toPx(from + more)).toBeGreaterThanOrEqual(scale.toPx(from));
    }));
  });

  it("does not exist without a width", () => {
    expect(() => linearScale({ fromMs: epochMs(0), toMs: epochMs(1) }, 0)).toThrow("Broken invariant");
  });
});
