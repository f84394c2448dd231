/** The engine by itself: deltas at three sizes, and a million runs in the store. All times are CPU ms of the main thread, as measure.ts has them. */
import type {} from "./enginePage";
import type { Wish } from "./enginePage";
import { fits, GestureFigures, NO_GESTURES, scrolls, wheels, zooms } from "../gestures";
import { REFERENCE_MS } from "../measure";
import { median } from "../statistics";
import { Tab } from "../tab";
import { warmMemory } from "../warmMemory";

export const MILLION = 1_000_000;
const DELTA_SIZES = [1_000, 10_000, 100_000];
const DELTAS = 40;
/** The first ones warm up. */
const WARM_UPS = 20;
const IDLE_MS = 5_000;
const GESTURES = [wheels, zooms, fits];

export interface Change {
  readonly name: string;
  /** In total. */
  readonly main: number;
  readonly longest: number;
}

interface Delta {
  readonly size: number;
  readonly ms: number;
}

export interface Idle {
  /** Frames and timers a second: with now in sight, out of sight, and in a hidden tab. */
  readonly nowInSight: number;
  readonly nowOutOfSight: number;
  readonly hidden: number;
}

export interface EngineFigures {
  /** A delta in which one run changed, by how many runs there are. */
  readonly deltas: readonly Delta[];
  readonly changes: readonly Change[];
  /** Of the tree, and of packed tracks by machine. */
  readonly gestures: GestureFigures;
  readonly trackGestures: GestureFigures;
  /** What a bare canvas costs that draws the pictures of the tracks. */
  readonly trackFloor: GestureFigures;
  readonly bytesPerRun: number;
  readonly idle: Idle;
}

const CHANGES: readonly (readonly [string, Wish])[] = [
  ["regroup by machine", "byMachine"], ["regroup by flow", "byFlow"], ["back to the tree", "tree"], ["hide a status family", "hideSucceeded"], ["show it again", "showAll"],
  ["search for a text", "search"], ["end the search", "showAll"], ["collapse all", "collapseAll"], ["expand all", "expandAll"],
];

export interface EngineMeasured {
  /** One for each repetition. */
  readonly measured: readonly EngineFigures[];
  readonly errors: readonly string[];
}

/** Each repetition has a browser of its own. @param address the engine's page */
export async function measureEngine(address: string, reps: number): Promise<EngineMeasured> {
  const measured: EngineFigures[] = [];
  const errors: string[] = [];
  for (let rep = 0; rep < reps; rep++) {
    const deltas: Delta[] = [];
    for (const size of DELTA_SIZES) deltas.push(await measureDelta(address, size, errors));
    measured.push({ deltas, ...(await measureMillion(address, errors)) });
  }
  return { measured, errors };
}

/** @param errors what nothing in the page caught is added */
async function measureDelta(address: string, size: number, errors: string[]): Promise<Delta> {
  const { tab, factor } = await openEngine(address);
  await tab.page.evaluate((count) => window.engine?.fill(count), size);
  await tab.page.evaluate(() => window.engine?.show());
  await tab.rest();
  const ms = (await deltaMs(tab)) * factor;
  console.log(`engine ${size} runs: delta ${ms.toFixed(1)} ms`);
  errors.push(...tab.errors);
  await tab.close();
  return { size, ms };
}

/** @returns the page, and what its times are multiplied with for the machine's pace */
export async function openEngine(address: string): Promise<{ readonly tab: Tab; readonly factor: number }> {
  const tab = await Tab.open(address);
  const calibration = await tab.calibrate(() => tab.page.evaluate(() => window.bench?.calibrate()));
  return { tab, factor: REFERENCE_MS / calibration };
}

/** What a changed run costs beside the frames in which it is awaited. */
async function deltaMs(tab: Tab): Promise<number> {
  const of = async (changed: boolean): Promise<number> => {
    const { steps } = await tab.section(async () => {
      for (let turn = 0; turn < DELTAS; turn++) await tab.page.evaluate((isChanged) => window.engine?.delta(isChanged), changed);
    });
    return median(steps.slice(WARM_UPS));
  };
  return (await of(true)) - (await of(false));
}

async function measureMillion(address: string, errors: string[]): Promise<Omit<EngineFigures, "deltas">> {
  const { tab, factor } = await openEngine(address);
  const change = async (name: string, run: () => Promise<unknown>): Promise<Change> => {
    warmMemory();
    const { main, tasks } = await tab.section(async () => {
      await run();
      await tab.rest();
    });
    const figures = { name, main: main * factor, longest: (tasks[0] ?? 0) * factor };
    console.log(`engine ${MILLION} runs: ${name} ${figures.main.toFixed(0)} ms, longest task ${figures.longest.toFixed(0)} ms, ${await tab.page.evaluate(() => window.engine?.rows())} rows`);
    return figures;
  };
  const empty = await tab.heap();
  await tab.page.evaluate((count) => window.engine?.fill(count), MILLION);
  await tab.rest();
  await tab.heap();
  const changes = [await change("first picture", () => tab.page.evaluate(() => window.engine?.show()))];
  const bytesPerRun = ((await tab.heap()) - empty) / MILLION;
  for (const [name, wish] of CHANGES) changes.push(await change(name, () => tab.page.evaluate((which) => window.engine?.wish(which), wish)));
  // As in the comparison, whose budget these are held against: all of them, in its order.
  const gestures = await gesturesOf(tab, factor, [scrolls, ...GESTURES]);
  await tab.page.evaluate(() => window.engine?.wish("byMachine"));
  await tab.rest();
  const trackGestures = await gesturesOf(tab, factor);
  const idle = await measureIdle(tab);
  const trackFloor = await replayed(tab, factor);
  errors.push(...tab.errors);
  await tab.close();
  return { changes, gestures, trackGestures, trackFloor, bytesPerRun, idle };
}

/** The same gestures on a bare canvas that draws the same pictures. */
async function replayed(tab: Tab, factor: number): Promise<GestureFigures> {
  await tab.page.evaluate(() => {
    window.engine?.wish("fitAll");
    window.engine?.record();
  });
  await tab.rest();
  await gesturesOf(tab, factor);
  await tab.page.evaluate(() => window.engine?.replay());
  await tab.rest();
  return gesturesOf(tab, factor);
}

async function gesturesOf(tab: Tab, factor: number, gestures = GESTURES): Promise<GestureFigures> {
  let measured = NO_GESTURES;
  await tab.collectGarbage();
  for (const gesture of gestures) measured = { ...measured, ...(await gesture(tab)) };
  return Object.fromEntries(Object.entries(measured).map(([key, value]: [string, number]) => [key, value * factor])) as unknown as GestureFigures;
}

async function measureIdle(tab: Tab): Promise<Idle> {
  const perSecond = async (): Promise<number> => {
    await tab.rest(5_000);
    const count = (): Promise<number> => tab.page.evaluate(() => (window.engine?.activity.frames ?? NaN) + (window.engine?.activity.timers ?? NaN));
    const before = await count();
    await tab.page.waitForTimeout(IDLE_MS);
    return (((await count()) - before) * 1000) / IDLE_MS;
  };
  await tab.page.evaluate(() => window.engine?.showNow(true));
  const nowInSight = await perSecond();
  await tab.page.evaluate(() => {
    Object.defineProperty(document, "hidden", { configurable: true, value: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  const hidden = await perSecond();
  await tab.page.evaluate(() => {
    Object.defineProperty(document, "hidden", { configurable: true, value: false });
    document.dispatchEvent(new Event("visibilitychange"));
    window.engine?.showNow(false);
  });
  return { nowInSight, hidden, nowOutOfSight: await perSecond() };
}
