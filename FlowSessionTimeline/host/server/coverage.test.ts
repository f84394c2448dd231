import * as fc from "fast-check";
import { epochMs } from "../../base/brand";
import { TimeRange } from "./contract";
import { Coverage, rangeFor } from "./coverage";

const range = (fromMs: number, toMs: number): TimeRange => ({ fromMs: epochMs(fromMs), toMs: epochMs(toMs) });
const anyRange = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 })).map(([from, length]) => range(from, from + length));
const coverageOf = (ranges: readonly TimeRange[]): Coverage => ranges.reduce((all, one) => all.with(one), Coverage.none);
const isIn = (ranges: readonly TimeRange[], ms: number): boolean => ranges.some((one) => ms >= one.fromMs && ms < one.toMs);

it("covers exactly what was added, in ranges apart from one another", () => {
  fc.assert(fc.property(fc.array(anyRange), (added) => {
    const { ranges } = coverageOf(added);
    for (let ms = 0; ms < 90; ms++) expect(isIn(ranges, ms)).toBe(isIn(added, ms));
    for (let i = 1; i < ranges.length; i++) expect(ranges[i].fromMs).toBeGreaterThan(ranges[i - 1].toMs);
  }));
});

it("names what is missing of a range, and nothing else", () => {
  fc.assert(fc.property(fc.array(anyRange), anyRange, (added, wanted) => {
    const coverage = coverageOf(added);
    const missing = coverage.missing(wanted);
    for (let ms = 0; ms < 90; ms++) expect(isIn(missing, ms)).toBe(isIn([wanted], ms) && !isIn(added, ms));
    expect(coverage.holds(wanted)).toBe(missing.length === 0);
  }));
});

it("forgets what lies outside of a range", () => {
  fc.assert(fc.property(fc.array(anyRange), anyRange, (added, kept) => {
    const { ranges } = coverageOf(added).within(kept);
    for (let ms = 0; ms < 90; ms++) expect(isIn(ranges, ms)).toBe(isIn(added, ms) && isIn([kept], ms));
  }));
});

it("reads a window with a margin in whole seconds: a pan by a tenth stays inside", () => {
  const length = fc.integer({ min: 10_000, max: 400 * 86_400_000 });
  fc.assert(fc.property(fc.integer({ min: 0, max: 2e12 }), length, fc.double({ min: -0.1, max: 0.1, noNaN: true }), (from, ms, pan) => {
    const read = rangeFor(range(from, from + ms));
    const moved = range(from + pan * ms, from + pan * ms + ms);
    expect(Coverage.none.with(read).holds(moved)).toBe(true);
    expect(Math.abs(read.fromMs % 1000) + (read.toMs % 1000)).toBe(0);
    expect(read.toMs - read.fromMs).toBeLessThanOrEqual(Math.max(ms * 1.7, ms * 1.5 + 2000));
  }));
});
