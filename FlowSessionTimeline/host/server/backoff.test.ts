import * as fc from "fast-check";
import { backoffMs } from "./backoff";
import { Fault, FaultKind } from "./contract";

const fault = (kind: FaultKind, retryAfterMs = 0): Fault => ({ kind, message: "", retryAfterMs });
const never = (): number => 0;
const RETRIED: readonly FaultKind[] = ["busy", "down", "offline", "unknown"];

describe("waiting before asking again", () => {
  it.each<FaultKind>(["signedOut", "forbidden", "invalid", "tooMany"])("is for the user to end: %s", (kind) => expect(backoffMs(fault(kind, 5000), 0)).toBeNull());

  it("doubles up to a limit", () => {
    expect([0, 1, 2, 3, 50].map((attempts) => backoffMs(fault("down"), attempts, never))).toEqual([2000, 4000, 8000, 16_000, 120_000]);
  });

  it("is as long as the server says, but ends some time", () => {
    expect(backoffMs(fault("busy", 17_000), 6, never)).toBe(17_000);
    expect(backoffMs(fault("busy", 3_600_000), 0, never)).toBe(600_000);
  });

  it("is never shorter than it was, and at most a quarter longer than its length", () => {
    fc.assert(fc.property(fc.constantFrom(...RETRIED), fc.nat(2000), fc.double({ min: 0, max: 0.999, noNaN: true }), (kind, attempts, random) => {
      const [least, wait, next] = [backoffMs(fault(kind), attempts, never) ?? NaN, backoffMs(fault(kind), attempts, () => random) ?? NaN, backoffMs(fault(kind), attempts + 1, never) ?? NaN];
      expect(wait).toBeGreaterThanOrEqual(least);
      expect(wait).toBeLessThanOrEqual(least * 1.25);
      expect(next).toBeGreaterThanOrEqual(least);
    }));
  });
});
