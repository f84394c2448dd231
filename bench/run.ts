/**
 * 10,000 runs from the dataset: main-thread tasks while scrolling and zooming, after the first picture, with real wheel events.
 * Tasks are measured in CPU time of the main thread, so that other processes of the machine disturb them little; frames in wall time.
 * Prints a table and fails if a task took over 50 ms. `npm run bench`
 */
import "../demo/page/handle";
import type { CDPSession, Page } from "playwright-core";
import { demoPages } from "../scripts/demoPage";

const LONG_TASK_MS = 50;
const STEPS = 120;

/** As much of a trace event as is read here; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ph: string;
  readonly dur?: number;
  readonly tdur?: number;
}

interface Figures {
  readonly longest: number;
  readonly over50: number;
  readonly framesP50: number;
  readonly framesP95: number;
}

/** CPU milliseconds of each task of the page's main thread while the gesture runs. The page marks its thread by a user timing. */
async function tasksOf(page: Page, cdp: CDPSession, gesture: () => Promise<void>): Promise<readonly number[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }): void => void events.push(...(value as TraceEvent[]));
  cdp.on("Tracing.dataCollected", collect);
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"] } });
  await page.evaluate(() => void performance.mark("bench"));
  await gesture();
  await page.waitForTimeout(400);
  const ended = new Promise<void>((resolve) => cdp.once("Tracing.tracingComplete", () => resolve()));
  await cdp.send("Tracing.end");
  await ended;
  cdp.off("Tracing.dataCollected", collect);
  const mark = events.find((event) => event.name === "bench");
  if (!mark) throw new Error("The trace does not name the page's main thread.");
  return events.filter((event) => event.name === "RunTask" && event.pid === mark.pid && event.tid === mark.tid).map((event) => (event.tdur ?? event.dur ?? 0) / 1000);
}

/** Intervals between frames in ms, recorded by the page until it is told to stop. */
async function recordFrames(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const record = { frames: [] as number[], on: true, last: 0 };
    (window as unknown as { bench: typeof record }).bench = record;
    const frame = (at: number): void => {
      if (record.last > 0) record.frames.push(at - record.last);
      record.last = at;
      if (record.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return () =>
    page.evaluate(() => {
      const { bench } = window as unknown as { bench: { frames: number[]; on: boolean } };
      bench.on = false;
      return bench.frames;
    });
}

async function measure(page: Page, cdp: CDPSession, gesture: () => Promise<void>): Promise<Figures> {
  const stop = await recordFrames(page);
  const tasks = await tasksOf(page, cdp, gesture);
  const sorted = [...(await stop())].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return { longest: Math.max(0, ...tasks), over50: tasks.filter((one) => one > LONG_TASK_MS).length, framesP50: at(0.5), framesP95: at(0.95) };
}

function print(name: string, { longest, over50, framesP50, framesP95 }: Figures): void {
  console.log(`${name.padEnd(16)} longest task ${longest.toFixed(1).padStart(5)} ms, over 50 ms: ${over50}, frame p50 ${framesP50.toFixed(1)} ms, p95 ${framesP95.toFixed(1)} ms`);
  if (over50 > 0) process.exitCode = 1;
}

async function bench(): Promise<void> {
  const pages = await demoPages(null);
  const page = await pages.open("?chrome=0&data=generated&size=10000&pageSize=all&window=all&layout=tree&now=2026-06-01T12:00:00Z");
  const cdp = await page.context().newCDPSession(page);
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
  console.log("10,000 runs from the dataset, after the first picture (CPU time of the main thread)");
  for (const layout of ["tree", "machine"] as const) {
    await page.evaluate((wanted) => window.demo?.update({ layout: wanted }), layout);
    await page.waitForSelector(layout === "tree" ? ".fst-mark-ok" : ".fst-mark-track");
    await page.waitForTimeout(1_500);
    print(`${layout}: scroll`, await measure(page, cdp, () => wheel(120)));
    print(`${layout}: zoom`, await measure(page, cdp, () => wheel(-100, "Control")));
    print(`${layout}: pan`, await measure(page, cdp, () => wheel(80, "Shift")));
  }
  await pages.close();
}

bench().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
