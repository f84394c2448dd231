import { TestClock } from "../../tests/support/testClock";
import { ShellNews } from "./shellNews";

function rig() {
  const clock = new TestClock();
  const news = new ShellNews(clock);
  const told = { parts: 0, words: 0 };
  news.onChange(() => void told.parts++);
  const endWords = news.onWords(() => void told.words++);
  return { clock, news, told, endWords };
}

describe("the shell", () => {
  it("is told at once what its parts are to show; words follow the picture, once for all that changed meanwhile", async () => {
    const { clock, news, told } = rig();
    for (let n = 0; n < 3; n++) news.tell(false);
    expect(told).toEqual({ parts: 3, words: 0 });
    await clock.advance(100);
    expect(told).toEqual({ parts: 3, words: 1 });
    await clock.advance(1000);
    expect([told.words, clock.pending]).toEqual([1, 0]);
  });

  it("has its words again and again while things keep changing", async () => {
    const { clock, news, told } = rig();
    for (let n = 0; n < 20; n++) {
      news.tell(false);
      await clock.advance(50);
    }
    expect(told.words).toBeGreaterThanOrEqual(9);
    expect(told.words).toBeLessThanOrEqual(10);
  });

  it("does not wait for its first words, and not twice for those that were about to come", async () => {
    const { clock, news, told } = rig();
    news.tell(false);
    news.tell(true);
    expect(told.words).toBe(1);
    await clock.advance(1000);
    expect(told.words).toBe(1);
  });

  it("hears nothing after its end", async () => {
    const { clock, news, told, endWords } = rig();
    news.tell(false);
    endWords();
    await clock.advance(100);
    expect(told.words).toBe(0);
    news.tell(false);
    news.dispose();
    expect(clock.pending).toBe(0);
    news.tell(true);
    expect(told.parts).toBe(2);
  });
});
