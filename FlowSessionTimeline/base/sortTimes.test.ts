import * as fc from "fast-check";
import { sortTimes } from "./sortTimes";
import { runToEnd } from "./work";

const someTime = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.integer({ min: 1.7e12, max: 1.7e12 + 1e7 }));

describe("sorting times", () => {
  it("puts them in order, stably, few and many, each with its mark", () => {
    fc.assert(fc.property(fc.array(someTime, { maxLength: 200 }), (times) => {
      const marks = times.map((_, i) => i % 251);
      const order = [...times.keys()].sort((a, b) => times[a] - times[b] || a - b);
      const sorted = runToEnd(sortTimes({ times: Float64Array.from(times), marks: Uint8Array.from(marks) }));
      expect([...sorted.times]).toEqual(order.map((i) => times[i] + 0));
      expect([...sorted.marks]).toEqual(order.map((i) => marks[i]));
    }));
  });
});
