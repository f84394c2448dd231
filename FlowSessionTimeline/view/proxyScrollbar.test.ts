/** @jest-environment jsdom */
import * as fc from "fast-check";
import { TestClock } from "../../tests/support/testClock";
import { ROW_PX } from "../layout/measures";
import { ProxyScrollbar } from "./proxyScrollbar";

const VIEWPORT = 600;
const MILLION = 1_000_000;

function scrollbar(): { readonly clock: TestClock; readonly bar: HTMLElement; readonly spacer: HTMLElement; readonly proxy: ProxyScrollbar; readonly scrolled: number[]; readonly drag: (scrollTop: number) => void } {
  const bar = document.createElement("div");
  const spacer = document.createElement("div");
  bar.append(spacer);
  const scrolled: number[] = [];
  const clock = new TestClock();
  const proxy = new ProxyScrollbar(clock, bar, spacer, (scrollPx) => void scrolled.push(scrollPx));
  const drag = (scrollTop: number): void => {
    bar.scrollTop = scrollTop;
    bar.dispatchEvent(new Event("scroll"));
  };
  return { clock, bar, spacer, proxy, scrolled, drag };
}

describe("the scrollbar", () => {
  it("stands one to one for a list that browsers can hold", () => {
    const { proxy, bar, spacer, scrolled, drag } = scrollbar();
    proxy.sync(1000 * ROW_PX, VIEWPORT, 450);
    expect([spacer.style.height, bar.scrollTop]).toEqual(["30000px", 450]);
    drag(900);
    expect(scrolled).toEqual([900]);
  });

  it("stands for a million rows without a tall element, from the first to the last", async () => {
    const { clock, proxy, bar, spacer, scrolled, drag } = scrollbar();
    const content = MILLION * ROW_PX;
    proxy.sync(content, VIEWPORT, 0);
    expect(parseFloat(spacer.style.height)).toBe(5_000_000);
    drag(5_000_000 - VIEWPORT);
    expect(scrolled[0]).toBeCloseTo(content - VIEWPORT, 3);
    proxy.sync(content, VIEWPORT, (content - VIEWPORT) / 2);
    await clock.advance(100);
    expect(bar.scrollTop).toBe((5_000_000 - VIEWPORT) / 2);
  });

  it("reports the user's scrolling only, never where it was put by us", () => {
    return fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: MILLION }), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), async (rows, shares) => {
      const { clock, proxy, bar, scrolled } = scrollbar();
      for (const share of shares) {
        proxy.sync(rows * ROW_PX, VIEWPORT, Math.max(0, rows * ROW_PX - VIEWPORT) * share);
        await clock.advance(40);
        bar.dispatchEvent(new Event("scroll"));
      }
      expect(scrolled).toEqual([]);
    }));
  });

  it("follows within a tenth of a second, is moved a few times a second at most, and leaves no timer behind", async () => {
    const { clock, proxy, bar } = scrollbar();
    const moves: number[] = [];
    Object.defineProperty(bar, "scrollTop", { get: () => moves[moves.length - 1] ?? 0, set: (px: number) => void moves.push(px) });
    proxy.sync(30_000, VIEWPORT, 0);
    for (let frame = 1; frame <= 60; frame++) {
      proxy.sync(30_000, VIEWPORT, frame * 10);
      await clock.advance(16);
    }
    await clock.advance(100);
    expect(moves.length).toBeLessThan(15);
    expect([bar.scrollTop, clock.pending]).toEqual([600, 0]);
    proxy.sync(30_000, VIEWPORT, 700);
    proxy.dispose();
    expect(clock.pending).toBe(0);
  });

  it("moves in the frame itself if it has not for a while: none is drawn for the bar alone", async () => {
    const { clock, proxy, bar } = scrollbar();
    proxy.sync(30_000, VIEWPORT, 0);
    await clock.advance(100);
    proxy.sync(30_000, VIEWPORT, 120);
    expect([bar.scrollTop, clock.pending]).toEqual([120, 0]);
    proxy.sync(30_000, VIEWPORT, 240);
    expect([bar.scrollTop, clock.pending]).toEqual([120, 1]);
    await clock.advance(100);
    expect(bar.scrollTop).toBe(240);
  });

  it("does not move a bar that the user holds: what it reported is where it is", () => {
    fc.assert(fc.property(fc.integer({ min: 100, max: MILLION }), fc.nat(10_000), (rows, top) => {
      const { proxy, bar, scrolled, drag } = scrollbar();
      proxy.sync(rows * ROW_PX, VIEWPORT, 0);
      const at = Math.min(top, Math.min(rows * ROW_PX, 5_000_000) - VIEWPORT);
      drag(at);
      proxy.sync(rows * ROW_PX, VIEWPORT, scrolled[0] ?? 0);
      expect(bar.scrollTop).toBe(at);
    }));
  });

  it("rests where all rows are in view", () => {
    const { proxy, bar } = scrollbar();
    proxy.sync(100, VIEWPORT, 0);
    expect(bar.style.overflowY).toBe("hidden");
    proxy.sync(VIEWPORT + 1, VIEWPORT, 0);
    expect(bar.style.overflowY).toBe("scroll");
  });

  it("reports nothing after the end", () => {
    const { proxy, scrolled, drag } = scrollbar();
    proxy.sync(3000, VIEWPORT, 0);
    proxy.dispose();
    drag(500);
    expect(scrolled).toEqual([]);
  });
});
