import { TestClock } from "../../tests/support/testClock";
import { FrameScheduler } from "./frameScheduler";

type Done = "painted" | "looked";

function scheduler(): { readonly clock: TestClock; readonly frames: FrameScheduler; readonly done: Done[] } {
  const clock = new TestClock();
  const done: Done[] = [];
  return { clock, done, frames: new FrameScheduler(clock, () => void done.push("painted"), () => void done.push("looked")) };
}

describe("the frame scheduler", () => {
  it("makes one frame of any number of wishes", async () => {
    const { clock, frames, done } = scheduler();
    for (let wish = 0; wish < 5; wish++) frames.invalidate();
    expect(clock.host.pending).toBe(1);
    await clock.advance(100);
    expect(done).toEqual(["painted"]);
  });

  it("asks for no frame of its own", async () => {
    const { clock, frames, done } = scheduler();
    frames.invalidate();
    await clock.advance(1000);
    expect([done.length, clock.pending]).toEqual([1, 0]);
  });

  it("gives a wish that comes while it paints a frame of its own", async () => {
    const clock = new TestClock();
    let left = 3;
    const wish = (): void => {
      if (--left > 0) frames.invalidate();
    };
    const frames = new FrameScheduler(clock, wish, () => undefined);
    frames.invalidate();
    await clock.advance(1000);
    expect(left).toBe(0);
  });

  it("looks at the page after what the same frame paints, whichever was asked for first", async () => {
    const { clock, frames, done } = scheduler();
    frames.passed();
    frames.passed();
    frames.invalidate();
    expect(clock.host.pending).toBe(1);
    await clock.advance(1000);
    expect(done).toEqual(["painted", "looked"]);
  });

  it("paints nothing for a pass that brought nothing", async () => {
    const { clock, frames, done } = scheduler();
    frames.passed();
    await clock.advance(1000);
    expect(done).toEqual(["looked"]);
  });

  it("paints a change within a frame at once, with all that was asked for before, and asks for no other", async () => {
    const { clock, frames, done } = scheduler();
    frames.passed();
    frames.within(() => frames.invalidate());
    expect([done, clock.host.pending]).toEqual([["painted", "looked"], 0]);
    await clock.advance(100);
    expect(done).toEqual(["painted", "looked"]);
  });

  it("paints nothing within a frame for a change that asks for nothing", () => {
    const { clock, frames, done } = scheduler();
    frames.within(() => undefined);
    expect([done, clock.host.pending]).toEqual([[], 0]);
  });

  it("goes on after a change that failed", async () => {
    const { clock, frames, done } = scheduler();
    const fail = (): void => {
      frames.invalidate();
      throw new Error("failed");
    };
    expect(() => frames.within(fail)).toThrow("failed");
    frames.invalidate();
    await clock.advance(100);
    expect(done).toEqual(["painted", "painted"]);
  });

  it("paints nothing after the end, whoever still asks", async () => {
    const { clock, frames, done } = scheduler();
    frames.invalidate();
    frames.dispose();
    frames.invalidate();
    expect(clock.pending).toBe(0);
    await clock.advance(100);
    expect(done).toEqual([]);
  });
});
