import { TestClock } from "../../tests/support/testClock";
import { NowTicker } from "./nowTicker";

function ticker(): { readonly clock: TestClock; readonly ticker: NowTicker; readonly ticks: number[] } {
  const clock = new TestClock();
  const ticks: number[] = [];
  const made = new NowTicker(clock, () => {
    ticks.push(clock.now());
    made.start();
  });
  return { clock, ticker: made, ticks };
}

describe("the now ticker", () => {
  it("ticks once a second as long as each picture shows now", async () => {
    const { clock, ticker: now, ticks } = ticker();
    now.start();
    now.start();
    await clock.advance(5_500);
    expect(ticks).toHaveLength(5);
  });

  it("rests in a hidden tab and goes on when it is seen again", async () => {
    const { clock, ticker: now, ticks } = ticker();
    now.start();
    clock.setHidden(true);
    ticks.length = 0;
    await clock.advance(60_000);
    expect(ticks).toEqual([]);
    clock.setHidden(false);
    await clock.advance(2_000);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
  });

  it("stops when now is off screen", async () => {
    const { clock, ticker: now, ticks } = ticker();
    now.start();
    now.stop();
    await clock.advance(5_000);
    expect(ticks).toEqual([]);
  });

  it("leaves nothing behind", () => {
    const { clock, ticker: now } = ticker();
    now.start();
    now.dispose();
    expect(clock.pending).toBe(0);
  });
});
