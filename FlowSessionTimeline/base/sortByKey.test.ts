import * as fc from "fast-check";
import { compareKeys, sortByKey } from "./sortByKey";
import { runToEnd } from "./work";

const someKey = fc.oneof(fc.double(), fc.constantFrom(NaN, 0, -0, Infinity, -Infinity, 1, 2), fc.integer({ min: 1_780_000_000_000, max: 1_780_000_009_000 }));

function sorted(keys: readonly number[]): number[] {
  const items = Int32Array.from(keys.keys());
  runToEnd(sortByKey(items, Float64Array.from(keys)));
  return [...items];
}

const naive = (keys: readonly number[]): number[] => [...keys.keys()].sort((a, b) => compareKeys(keys[a], keys[b]));

describe("sorting by a number of each item", () => {
  it("sorts few as Array.sort does, stably, NaN last", () => {
    fc.assert(fc.property(fc.array(someKey, { maxLength: 100 }), (keys) => {
      expect(sorted(keys)).toEqual(naive(keys));
    }));
  });

  it("turns round what descends, and keeps the order of equal ones", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }).map((keys) => keys.sort((a, b) => b - a)), (keys) => {
      expect(sorted(keys)).toEqual(naive(keys));
    }));
  });

  it("sorts what is nearly in order, wherever it is not", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), fc.constantFrom(0, 0.001, 0.3), fc.nat(), (nearness, shareOfNone, seed) => {
      let state = seed >>> 0;
      const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
      const keys = Array.from({ length: 20_000 }, (_, n) => (random() < shareOfNone ? NaN : Math.floor(n + random() * nearness)));
      expect(sorted(keys)).toEqual(naive(keys));
    }), { numRuns: 30 });
  });

  it("sorts many alike", () => {
    fc.assert(fc.property(fc.array(someKey, { minLength: 1, maxLength: 60 }), fc.nat(), (few, seed) => {
      let state = seed >>> 0;
      const keys = Array.from({ length: 25_000 }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return few[state % few.length];
      });
      expect(sorted(keys)).toEqual(naive(keys));
    }), { numRuns: 20 });
  });

  it("leaves items out that are not given, and stops on the way", () => {
    const keys = Float64Array.from({ length: 100_000 }, (_, n) => (n * 7919) % 100_000);
    const items = Int32Array.from({ length: 50_000 }, (_, n) => 2 * n);
    const work = sortByKey(items, keys);
    let steps = 0;
    while (!work.next().done) steps++;
    expect(steps).toBeGreaterThan(20);
    expect(items.every((item, at) => item % 2 === 0 && (at === 0 || keys[items[at - 1]] <= keys[item]))).toBe(true);
  });
});
