import * as fc from "fast-check";
import { durationMs, epochMs } from "../base/brand";
import { between, brushSpan, moved, partAt, wayTo } from "./minimapBrush";
import { at, windowOf } from "./picture.testing";
import { linearScale } from "./timeScale";
import { lengthOf, MIN_WINDOW_MS } from "./timeWindow";

/** A day on 1,000 px: 86.4 s a px. */
const DAY_S = 86_400;
const SCALE = linearScale(windowOf(0, DAY_S), 1000);
const WINDOW = windowOf(DAY_S * 0.2, DAY_S * 0.5);
const someSeconds = fc.integer({ min: -2 * DAY_S, max: 3 * DAY_S });
const someWindow = fc.tuple(someSeconds, fc.integer({ min: 10, max: 2 * DAY_S })).map(([from, length]) => windowOf(from, from + length));

describe("the brush", () => {
  it("lies where its window is, is never too narrow to grip, and never leaves the minimap", () => {
    expect(brushSpan(SCALE, WINDOW)).toEqual({ leftPx: 200, rightPx: 500 });
    fc.assert(fc.property(someWindow, (window) => {
      const { leftPx, rightPx } = brushSpan(SCALE, window);
      expect(leftPx).toBeGreaterThanOrEqual(0);
      expect(rightPx).toBeLessThanOrEqual(1000);
      expect(rightPx - leftPx).toBeGreaterThanOrEqual(6 - 1e-9);
    }));
  });

  it("can be moved and resized at any width: its ends reach outwards", () => {
    fc.assert(fc.property(someWindow, fc.integer({ min: 4, max: 16 }), (window, reach) => {
      fc.pre(lengthOf(window) < lengthOf(SCALE.window));
      const { leftPx, rightPx } = brushSpan(SCALE, window);
      expect(partAt(SCALE, window, (leftPx + rightPx) / 2, reach)).toBe("window");
      expect(partAt(SCALE, window, leftPx, reach)).toBe("from");
      expect(partAt(SCALE, window, rightPx, reach)).toBe("to");
      expect(partAt(SCALE, window, leftPx - reach - 1, reach)).toBe("none");
      expect(partAt(SCALE, window, rightPx + reach + 1, reach)).toBe("none");
    }));
  });

  it("gives way to drawing where all is shown", () => {
    expect(partAt(SCALE, windowOf(-100, DAY_S + 100), 500, 6)).toBe("none");
    expect(partAt(SCALE, windowOf(-100, DAY_S + 100), 2, 6)).toBe("from");
  });

  it("moves whole or by an end, and its ends never meet", () => {
    fc.assert(fc.property(someWindow, someSeconds, (window, seconds) => {
      const by = durationMs(seconds * 1000);
      const whole = moved(window, "window", by);
      expect([whole.fromMs - window.fromMs, whole.toMs - window.toMs]).toEqual([by, by]);
      const from = moved(window, "from", by);
      expect(from.toMs).toBe(window.toMs);
      expect(from.fromMs).toBe(Math.min(window.fromMs + by, window.toMs - MIN_WINDOW_MS));
      const to = moved(window, "to", by);
      expect(to.fromMs).toBe(window.fromMs);
      expect(to.toMs).toBe(Math.max(window.toMs + by, window.fromMs + MIN_WINDOW_MS));
    }));
  });

  it("is drawn from any side, and at least ten seconds long", () => {
    expect(between(at(50), at(20))).toEqual(windowOf(20, 50));
    expect(lengthOf(between(at(20), at(20)))).toBe(MIN_WINDOW_MS);
  });

  it("reaches the ends of the extent with the part that is moved", () => {
    const move = (part: "from" | "to" | "window", end: -1 | 1): number[] => {
      const { fromMs, toMs } = moved(WINDOW, part, wayTo(SCALE.window, WINDOW, part, end));
      return [fromMs, toMs].map((t) => SCALE.toPx(epochMs(t)));
    };
    expect(move("window", -1)).toEqual([0, 300]);
    expect(move("window", 1)).toEqual([700, 1000]);
    expect(move("from", -1)).toEqual([0, 500]);
    expect(move("to", 1)).toEqual([200, 1000]);
  });
});
