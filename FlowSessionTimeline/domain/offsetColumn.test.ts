import * as fc from "fast-check";
import { OffsetColumn } from "./offsetColumn";

const DAY = 86_400_000;
/** Whole seconds, ms, parts of a ms, and times that are far from all others. */
const someTime = fc.oneof(
  fc.constant(NaN), fc.integer({ min: -100, max: 100 }).map((n) => n * 1000), fc.integer({ min: -40 * DAY, max: 40 * DAY }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 }).map((n) => n * 1000), fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }),
  fc.constantFrom(2 ** 30 - 1, 2 ** 30, -(2 ** 30), (2 ** 30 - 1) * 1000, 2 ** 30 * 1000, -(2 ** 30) * 1000, 2 ** 30 + 1, -8.64e15, 8.64e15, 0),
);
const LENGTH = 8;

describe("a column of times kept by their distance from others", () => {
  it("gives back every time as it was put, whatever was in the slot before", () => {
    fc.assert(fc.property(fc.array(fc.record({ slot: fc.nat(LENGTH - 1), base: someTime, time: someTime }), { maxLength: 40 }), (puts) => {
      const column = new OffsetColumn();
      column.grow(LENGTH / 2);
      column.grow(LENGTH);
      const model = new Map<number, { base: number; time: number }>();
      for (const { slot, base, time } of puts) {
        column.put(slot, base, time);
        model.set(slot, { base, time });
        for (const [at, kept] of model) if (column.at(at, kept.base) !== kept.time) expect(column.at(at, kept.base)).toBe(kept.time);
      }
    }), { numRuns: 1000 });
  });

  it("holds no time in a slot that was erased", () => {
    const column = new OffsetColumn();
    column.grow(2);
    column.put(0, 0, 1.5);
    column.put(1, 0, 1000);
    column.erase(0);
    column.erase(1);
    expect([column.at(0, 0), column.at(1, 0)]).toEqual([NaN, NaN]);
  });
});
