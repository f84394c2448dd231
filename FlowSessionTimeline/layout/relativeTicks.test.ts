import * as fc from "fast-check";
import { DAY, durationMs, EpochMs, epochMs, HOUR, MINUTE } from "../base/brand";
import { intlZone } from "../domain/intlZone.testing";
import { formatsIn, measure } from "./picture.testing";
import { relativeTicks, WriteOffset } from "./relativeTicks";
import { LABEL_GAP_PX } from "./tickLabels";
import { Ticks, ticks } from "./ticks";
import { linearScale } from "./timeScale";
import { MAX_WINDOW_MS, MIN_WINDOW_MS, pan, TimeWindow } from "./timeWindow";

const formats = formatsIn(intlZone("Europe/Berlin"));
const ORIGIN = epochMs(Date.parse("2026-03-28T23:10:07Z"));
const write: WriteOffset = (offsetMs, stepMs) => {
  const s = Math.abs(offsetMs) / 1000;
  const clock = `${Math.floor(s / 3600)}:${String(Math.floor(s / 60) % 60).padStart(2, "0")}`;
  return (offsetMs < 0 ? "-" : "+") + (stepMs >= DAY ? `${s / 86400} d` : stepMs < MINUTE ? `${clock}:${String(s % 60).padStart(2, "0")}` : clock);
};
const draw = (window: TimeWindow, width: number): Ticks => {
  const scale = linearScale(window, width);
  return relativeTicks(scale, ORIGIN, ticks(scale, formats, measure).upper, write, measure);
};
const from = (offsetMs: number, lengthMs: number): TimeWindow => ({ fromMs: epochMs(ORIGIN + offsetMs), toMs: epochMs(ORIGIN + offsetMs + lengthMs) });
const labels = ({ lower }: Ticks): string[] => lower.map(({ label }) => label);

const someLength = fc.double({ min: Math.log(MIN_WINDOW_MS), max: Math.log(MAX_WINDOW_MS), noNaN: true }).map(Math.exp);
const someWindow = fc.record({ length: someLength, away: fc.double({ min: -30, max: 30, noNaN: true }) }).map(({ length, away }) => from(away * length, length));
const someWidth = fc.integer({ min: 150, max: 3000 });

describe("ticks since an instant", () => {
  it.each([
    [-12 * MINUTE, HOUR, 800, ["-0:10", "-0:05", "+0:00", "+0:05"]],
    [0, 10_000, 900, ["+0:00:00", "+0:00:01"]],
    [-2 * HOUR, DAY, 900, ["-2:00", "+0:00", "+2:00"]],
    [0, 60 * DAY, 900, ["+0 d", "+5 d", "+10 d"]],
  ])("from %i ms, %i ms in %i px start so", (offset, length, width, expected) => {
    expect(labels(draw(from(offset, length), width)).filter(Boolean).slice(0, expected.length)).toEqual(expected);
  });

  it("lie at round distances, which are what their labels say, through days of 23 hours too", () => {
    fc.assert(fc.property(someWindow, someWidth, (window, width) => {
      const { lower } = draw(window, width);
      const stepMs = lower.length > 1 ? lower[1].atMs - lower[0].atMs : NaN;
      lower.forEach(({ atMs, label }, i) => {
        if (i > 0) expect(atMs - lower[i - 1].atMs).toBe(stepMs);
        if (label !== "" && lower.length > 1) expect(label).toBe(write(atMs - ORIGIN, stepMs));
      });
    }), { numRuns: 300 });
  });

  it("increase, and no label meets another, the edge, or a line of the calendar", () => {
    fc.assert(fc.property(someWindow, someWidth, (window, width) => {
      const { lower, upper } = draw(window, width);
      expect(lower.length).toBeLessThan(width / 12);
      let freePx = 0;
      for (const { label, labelPx, atMs, px } of lower) {
        expect(atMs).toBeLessThan(window.toMs);
        expect(px).toBeGreaterThanOrEqual(0);
        if (label === "") continue;
        expect(labelPx).toBeGreaterThanOrEqual(freePx);
        const endPx = labelPx + measure(label, false);
        freePx = endPx + LABEL_GAP_PX;
        expect(endPx).toBeLessThanOrEqual(width);
        for (const line of upper) expect(line.px < labelPx || line.px > endPx).toBe(true);
      }
    }), { numRuns: 300 });
  });

  it("stay where they are in time while panning, until a label needs another digit", () => {
    fc.assert(fc.property(someWidth, someLength, fc.double({ min: 0, max: 0.9, noNaN: true }), (width, length, share) => {
      const window = from(length, length);
      const moved = pan(window, durationMs(share * length));
      const digits = (t: number): number => Math.floor(Math.log10(Math.max(1, (t - ORIGIN) / HOUR))) + Math.floor(Math.log10(Math.max(1, (t - ORIGIN) / DAY))) / 100;
      fc.pre(digits(window.toMs) === digits(moved.toMs));
      const inBoth = (t: EpochMs): boolean => t >= moved.fromMs && t < window.toMs;
      const at = (one: Ticks): number[] => one.lower.map(({ atMs }) => atMs).filter(inBoth);
      expect(at(draw(moved, width))).toEqual(at(draw(window, width)));
    }), { numRuns: 200 });
  });
});
