import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { STATUS_FAMILIES } from "../domain/status";
import { countFamilies } from "./laneIndex";
import { Longest } from "./longest";
import { nearLowerBound } from "./lowerBound";
import { modelOf, rowsOf, someRuns } from "./picture.testing";

describe("a stretch of a lane", () => {
  it("has the families of its runs, from any place to any other", () => {
    fc.assert(fc.property(someRuns(150), fc.nat(150), fc.nat(150), (runs, a, b) => {
      const model = modelOf(runs);
      for (const { laneSlots, laneIndex } of rowsOf(model, { layout: "machine" }).tracks) {
        const [low, high] = [Math.min(a, b, laneSlots.length), Math.min(Math.max(a, b), laneSlots.length)];
        const counts = new Int32Array(STATUS_FAMILIES.length);
        countFamilies(laneIndex, low, high, counts);
        const members = [...laneSlots.subarray(low, high)];
        expect([...counts]).toEqual(STATUS_FAMILIES.map((_, family) => members.filter((slot) => model.store.family[slot] === family).length));
      }
    }), { numRuns: 60 });
  });

  it("finds the next that is long enough, as one that asks all of them", () => {
    const someLengths = fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.constantFrom(9, Infinity) }), { minLength: 1, maxLength: 700 });
    fc.assert(fc.property(someLengths, fc.nat(700), fc.nat(700), fc.constantFrom(0, 4, 6, 9, 10), (lengths, a, b, least) => {
      const [low, high] = [Math.min(a, b, lengths.length), Math.min(Math.max(a, b), lengths.length)];
      const found = runToEnd(Longest.build(Float32Array.from(lengths))).firstFrom(low, high, least);
      const expected = lengths.findIndex((length, at) => at >= low && at < high && length >= least);
      expect(found).toBe(expected < 0 ? high : expected);
    }), { numRuns: 500 });
  });

  it("ends where a search near its beginning finds its end", () => {
    fc.assert(fc.property(fc.array(fc.nat(50), { maxLength: 80 }), fc.nat(80), fc.nat(55), (times, from, ms) => {
      const sorted = Float64Array.from(times).sort();
      const low = Math.min(from, sorted.length);
      const expected = sorted.findIndex((time, at) => at >= low && time >= ms);
      expect(nearLowerBound(sorted, low, sorted.length, ms)).toBe(expected < 0 ? sorted.length : expected);
    }));
  });
});
