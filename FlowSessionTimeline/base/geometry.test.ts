import * as fc from "fast-check";
import { clamp, contains } from "./geometry";

const number = fc.double({ noNaN: true });

describe("geometry", () => {
  it("clamps into the bounds, once and for all", () => {
    fc.assert(fc.property(number, number, number, (value, a, b) => {
      const [low, high] = a <= b ? [a, b] : [b, a];
      const clamped = clamp(value, low, high);
      expect(clamped >= low && clamped <= high).toBe(true);
      expect(clamp(clamped, low, high)).toBe(clamped);
      if (value > low && value < high) expect(clamped).toBe(value);
    }));
  });

  it("lets the lower bound win where bounds cross", () => {
    expect([clamp(5, 10, 0), clamp(-5, 10, 0), clamp(15, 10, 0)]).toEqual([10, 10, 10]);
  });

  it("counts the left and top edges as inside, the right and bottom ones not", () => {
    const rect = { x: 10, y: 20, width: 5, height: 5 };
    expect([contains(rect, 10, 20), contains(rect, 14.9, 24.9), contains(rect, 15, 22), contains(rect, 12, 25), contains(rect, 9.9, 22)]).toEqual([true, true, false, false, false]);
  });
});
