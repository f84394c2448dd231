import * as fc from "fast-check";
import { sortInSlices } from "./sort";
import { runToEnd } from "./work";

describe("sorting in slices", () => {
  it("sorts stably, as Array.sort does", () => {
    fc.assert(fc.property(fc.array(fc.nat(20), { maxLength: 200 }), (keys) => {
      const items = Int32Array.from(keys.keys());
      runToEnd(sortInSlices(items, (a, b) => keys[a] - keys[b]));
      expect([...items]).toEqual([...keys.keys()].sort((a, b) => keys[a] - keys[b]));
    }));
  });

  it("stops on the way, so that other work fits in", () => {
    const items = Int32Array.from({ length: 50_000 }, (_, n) => (n * 7919) % 50_000);
    const work = sortInSlices(items, (a, b) => a - b);
    let slices = 1;
    while (!work.next().done) slices++;
    expect(slices).toBeGreaterThan(100);
    expect(items.every((item, at) => item === at)).toBe(true);
  });

  it("compares what is in order already about once per item", () => {
    let comparisons = 0;
    const items = Int32Array.from({ length: 10_000 }, (_, n) => n);
    runToEnd(sortInSlices(items, (a, b) => {
      comparisons++;
      return a - b;
    }));
    expect(comparisons).toBeLessThan(11_000);
  });
});
