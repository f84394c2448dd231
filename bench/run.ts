/**
 * 10,000 runs from the dataset: main-thread tasks while scrolling and zooming, after the first picture, with real wheel events.
 * Prints a table and fails if a task lasted over 50 ms. `npm run bench`
 */
import type { Page } from "playwright-core";
import "../demo/page/handle";
import { demoPages } from "../scripts/demoPage";

const LONG_TASK_MS = 50;
const STEPS = 120;

interface Figures {
  readonly longest: number;
  readonly over50: number;
  readonly framesP50: number;
  readonly framesP95: number;
}

/** Runs a gesture while the page records its long tasks and frames. */
async function measure(page: Page, gesture: () => Promise<void>): Promise<Figures> {
  await page.evaluate(() => {
    const store = { tasks: [] as number[], frames: [] as number[], on: true, last: 0 };
    (window as unknown as { bench: typeof store }).bench = store;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => store.tasks.push(entry.duration))).observe({ type: "longtask" });
    const frame = (at: number): void => {
      if (store.last > 0) store.frames.push(at - store.last);
      store.last = at;
      if (store.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await gesture();
  await page.waitForTimeout(400);
  const { tasks, frames } = await page.evaluate(() => {
    const { bench } = window as unknown as { bench: { tasks: number[]; frames: number[]; on: boolean } };
    bench.on = false;
    return bench;
  });
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return { longest: Math.max(0, ...tasks), over50: tasks.filter((one) => one > LONG_TASK_MS).length, framesP50: at(0.5), framesP95: at(0.95) };
}

async function bench(): Promise<void> {
  const pages = await demoPages(null);
  const page = await pages.open("?chrome=0&data=generated&size=10000&pageSize=all&window=all&layout=tree&now=2026-06-01T12:00:00Z");
  await page.waitForSelector(".fst-row");
  await page.waitForTimeout(2_000);
  const box = await page.locator(".fst-canvas").boundingBox();
  if (!box) throw new Error("The chart is not on the page.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const wheel = async (y: number, key?: string): Promise<void> => {
    if (key) await page.keyboard.down(key);
    for (let step = 0; step < STEPS; step++) await page.mouse.wheel(0, step < STEPS / 2 ? y : -y);
    if (key) await page.keyboard.up(key);
  };
  const tree = async (layout: string): Promise<void> => {
    const results: [string, Figures][] = [
      [`${layout}: scroll`, await measure(page, () => wheel(120))],
      [`${layout}: zoom`, await measure(page, () => wheel(-100, "Control"))],
      [`${layout}: pan`, await measure(page, () => wheel(80, "Shift"))],
    ];
    for (const [name, figures] of results) {
      console.log(`${name.padEnd(18)} longest task ${figures.longest.toFixed(0).padStart(4)} ms, over 50 ms: ${figures.over50}, frame p50 ${figures.framesP50.toFixed(1)} ms, p95 ${figures.framesP95.toFixed(1)} ms`);
      if (figures.over50 > 0) process.exitCode = 1;
    }
  };
  console.log("10,000 runs from the dataset, after the first picture");
  await tree("tree");
  await page.evaluate(() => window.demo?.update({ layout: "machine" }));
  await page.waitForSelector(".fst-mark-track");
  await page.waitForTimeout(1_500);
  await tree("tracks");
  await pages.close();
}

bench().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
