import * as fc from "fast-check";
import { devicePx } from "./devicePx";

test("what is scrolled by whole device pixels is rounded to the same ones", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 30_000_000 }), fc.constantFrom(1, 1.1, 1.25, 1.5, 1.75, 2, 3), (row, scrolled, ratio) => {
      expect(devicePx(row * 30 - scrolled / ratio, ratio)).toBe(devicePx(row * 30, ratio) - scrolled);
    })
  );
});
