import { TestClock } from "../../tests/support/testClock";
import { FrameScheduler } from "./frameScheduler";

function scheduler(): { readonly clock: TestClock; readonly frames: FrameScheduler; readonly painted: number[] } {
  const clock = new TestClock();
  const painted: number[] = [];
  return { clock, painted, frames: new FrameScheduler(clock, () => void painted.push(clock.now())) };
}

describe("the frame scheduler", () => {
  it("makes one frame of any number of wishes", async () => {
    const { clock, frames, painted } = scheduler();
    for (let wish = 0; wish < 5; wish++) frames.invalidate();
    expect(clock.host.pending).toBe(1);
    await clock.advance(100);
    expect(painted).toHaveLength(1);
  });

  it("asks for no frame of its own", async () => {
    const { clock, frames, painted } = scheduler();
    frames.invalidate();
    await clock.advance(1000);
    expect([painted.length, clock.pending]).toEqual([1, 0]);
  });

  it("gives a wish that comes while it paints a frame of its own", async () => {
    const clock = new TestClock();
    let left = 3;
    const frames = new FrameScheduler(clock, () => {
      if (--left > 0) frames.invalidate();
    });
    frames.invalidate();
    await clock.advance(1000);
    expect(left).toBe(0);
  });

  it("paints nothing after the end, whoever still asks", async () => {
    const { clock, frames, painted } = scheduler();
    frames.invalidate();
    frames.dispose();
    frames.invalidate();
    expect(clock.pending).toBe(0);
    await clock.advance(100);
    expect(painted).toEqual([]);
  });
});
