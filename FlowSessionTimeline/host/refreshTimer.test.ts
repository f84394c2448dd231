import { TestClock } from "../../tests/support/testClock";
import { RefreshTimer } from "./refreshTimer";

const SECOND = 1000;

function timerOf(seconds: number | null): { readonly clock: TestClock; readonly timer: RefreshTimer; readonly at: number[] } {
  const clock = new TestClock();
  const start = clock.now();
  const at: number[] = [];
  const timer = new RefreshTimer(clock, () => void at.push((clock.now() - start) / SECOND));
  timer.setInterval(seconds);
  return { clock, timer, at };
}

describe("the refresh timer", () => {
  it("refreshes at the maker's interval", async () => {
    const { clock, at } = timerOf(30);
    await clock.advance(100 * SECOND);
    expect(at).toEqual([30, 60, 90]);
  });

  it.each([null, 0, -5])("never refreshes at an interval of %p", async (seconds) => {
    const { clock, at } = timerOf(seconds);
    await clock.advance(3600 * SECOND);
    expect(at).toEqual([]);
  });

  it("asks the server at most every ten seconds", async () => {
    const { clock, at } = timerOf(1);
    await clock.advance(25 * SECOND);
    expect(at).toEqual([10, 20]);
  });

  it("is not put off by passes that name the same interval", async () => {
    const { clock, timer, at } = timerOf(30);
    for (let pass = 0; pass < 10; pass++) {
      await clock.advance(6 * SECOND);
      timer.setInterval(30);
    }
    expect(at).toEqual([30, 60]);
  });

  it("rests in a hidden tab, catches up once when it is seen, and goes on from there", async () => {
    const { clock, at } = timerOf(30);
    clock.setHidden(true);
    await clock.advance(300 * SECOND);
    expect(at).toEqual([]);
    clock.setHidden(false);
    expect(at).toEqual([300]);
    await clock.advance(70 * SECOND);
    expect(at).toEqual([300, 330, 360]);
  });

  it("does not refresh when a tab is seen again before the interval has passed", async () => {
    const { clock, at } = timerOf(30);
    clock.setHidden(true);
    await clock.advance(10 * SECOND);
    clock.setHidden(false);
    expect(at).toEqual([]);
    await clock.advance(20 * SECOND);
    expect(at).toEqual([30]);
  });

  it("takes another interval from then on, also in a hidden tab", async () => {
    const { clock, timer, at } = timerOf(30);
    clock.setHidden(true);
    await clock.advance(40 * SECOND);
    timer.setInterval(60);
    clock.setHidden(false);
    await clock.advance(200 * SECOND);
    expect(at).toEqual([100, 160, 220]);
    timer.dispose();
    expect(clock.pending).toBe(0);
  });

  it("stops when the maker turns it off, also in a hidden tab in which one is due", async () => {
    const { clock, timer, at } = timerOf(30);
    clock.setHidden(true);
    await clock.advance(40 * SECOND);
    timer.setInterval(0);
    clock.setHidden(false);
    await clock.advance(200 * SECOND);
    expect(at).toEqual([]);
  });

  it("leaves nothing behind", () => {
    const { clock, timer } = timerOf(30);
    timer.dispose();
    expect(clock.pending).toBe(0);
  });
});
