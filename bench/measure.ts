/** One contender with one number of runs, in a browser of its own. */
import type {} from "./page/page";
import { ContenderEntry } from "./contenders";
import { median, quantile } from "./statistics";
import { Tab } from "./tab";

/** A phase that takes longer counts as not finished, ms. */
const CAP_MS = 60_000;
const SCROLLS = 150;
const WHEELS = 100;
const NOTCHES = 16;
const FITS = 6;
const NOTCHES_BEFORE_FIT = 4;
const REFRESHES = 5;
const NOTCH_PX = 120;
/** Two frames and a little: a step ends before the next begins. */
const STEP_MS = 45;
const AT_Y = 400;
const AT_X = 800;
const CTRL = 2;

/** All times are CPU ms of the main thread, divided by how fast the machine was (see REFERENCE_MS). NaN: not measured. */
export interface Figures {
  /** From rows in memory to the last change of the picture. */
  readonly mount: number;
  /** Tasks of the mount and of what follows it, longest first. */
  readonly mountTasks: readonly number[];
  readonly heapBytes: number;
  readonly elements: number;
  readonly rowsInView: number;
  /** A refresh of all rows in which one run changed, and one in which none did, until the page rests. */
  readonly update: number;
  readonly same: number;
  readonly sameTasks: readonly number[];
  readonly scrollP50: number;
  readonly scrollP95: number;
  readonly wheel: number;
  readonly zoomP50: number;
  readonly zoomP95: number;
  readonly fit: number;
  /** The longest task while scrolling, and while zooming with what follows when it ends. */
  readonly scrollLongest: number;
  readonly zoomLongest: number;
}

export interface Measured extends Figures {
  readonly contender: string;
  readonly size: number;
  /** CPU ms of the fixed piece of work. */
  readonly calibration: number;
  readonly errors: readonly string[];
}

/** The fixed piece of work takes this long on the machine for which figures are stated, CPU ms. */
export const REFERENCE_MS = 33;

const NOTHING: Figures = {
  mount: NaN, mountTasks: [], heapBytes: NaN, elements: NaN, rowsInView: NaN, update: NaN, same: NaN, sameTasks: [], scrollP50: NaN, scrollP95: NaN, wheel: NaN,
  zoomP50: NaN, zoomP95: NaN, fit: NaN, scrollLongest: NaN, zoomLongest: NaN,
};

export async function measure(origin: string, { name }: ContenderEntry, size: number): Promise<Measured> {
  const tab = await Tab.open(`${origin}/${name}.html`);
  const calibrate = (): Promise<number> => tab.calibrate(() => tab.page.evaluate(() => window.bench?.calibrate()));
  let figures: Partial<Figures> = {};
  let calibration = NaN;
  const errors: string[] = [];
  try {
    await tab.page.evaluate((count) => window.bench?.prepare(count), size);
    const before = await calibrate();
    for (const phase of [mount, refreshes, scrolls, zooms]) figures = { ...figures, ...(await within(phase(tab), name)) };
    calibration = (before + (await calibrate())) / 2;
  } catch (error) {
    errors.push(error instanceof Error ? error.message : String(error));
  }
  errors.push(...tab.errors);
  await tab.close();
  return { ...normalised({ ...NOTHING, ...figures }, REFERENCE_MS / calibration), contender: name, size, calibration, errors };
}

function within<T>(phase: Promise<T>, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(`${name} did not finish`)), 2 * CAP_MS)));
  return Promise.race([phase, late]).finally(() => clearTimeout(timer));
}

function normalised(figures: Figures, factor: number): Figures {
  const { heapBytes, elements, rowsInView } = figures;
  const scaled = Object.fromEntries(Object.entries(figures).map(([key, value]: [string, number | readonly number[]]) => [key, typeof value === "number" ? value * factor : value.map((one) => one * factor)]));
  return { ...(scaled as unknown as Figures), heapBytes, elements, rowsInView };
}

async function mount(tab: Tab): Promise<Partial<Figures>> {
  const heap = await tab.heap();
  const { steps, tasks } = await tab.section(async () => {
    await tab.page.evaluate((cap) => window.bench?.mount(cap), CAP_MS);
    await tab.rest();
  });
  await tab.page.evaluate(() => window.bench?.arrange());
  await tab.rest();
  const heapBytes = (await tab.heap()) - heap;
  const { elements = NaN, rows = NaN } = (await tab.page.evaluate(() => window.bench?.elements())) ?? {};
  return { mount: steps[0] ?? NaN, mountTasks: tasks, heapBytes, elements, rowsInView: rows };
}

/** Refreshes of the whole list in which one run changed, and such in which none did; the first of each warms up. */
async function refreshes(tab: Tab): Promise<Partial<Figures>> {
  const refresh = async (change: number): Promise<{ readonly main: number; readonly tasks: readonly number[] }> => {
    await tab.page.evaluate((which) => window.bench?.makeNext(which), change);
    await tab.cdp.send("HeapProfiler.collectGarbage");
    return tab.section(async () => {
      await tab.page.evaluate((cap) => window.bench?.update(cap), CAP_MS);
      await tab.rest();
    });
  };
  const changed: number[] = [];
  const same: number[] = [];
  let sameTasks: readonly number[] = [];
  for (let turn = 0; turn < REFRESHES; turn++) {
    const { main } = await refresh(turn);
    const none = await refresh(-1);
    if (turn === 0) continue;
    changed.push(main);
    same.push(none.main);
    sameTasks = none.tasks;
  }
  return { update: median(changed), same: median(same), sameTasks };
}

async function scrolls(tab: Tab): Promise<Partial<Figures>> {
  await tab.page.evaluate(() => window.bench?.scrollTo(0));
  const scrolled = await tab.section(() => tab.page.evaluate(([steps = 0, px = 0, cap = 0]) => window.bench?.scroll(steps, px, cap), [SCROLLS, NOTCH_PX, CAP_MS]));
  await tab.page.evaluate(() => window.bench?.scrollTo(0));
  await tab.page.evaluate(() => window.bench?.listen());
  const wheeled = await tab.section(async () => {
    for (let turn = 0; turn < WHEELS; turn++) await tab.wheel(AT_X, AT_Y, NOTCH_PX);
    await tab.page.evaluate(() => window.bench?.rest());
  });
  await tab.page.evaluate(() => window.bench?.deafen());
  await tab.page.evaluate(() => window.bench?.scrollTo(0));
  return { scrollP50: quantile(scrolled.steps, 0.5), scrollP95: quantile(scrolled.steps, 0.95), wheel: wheeled.main / WHEELS, scrollLongest: Math.max(scrolled.tasks[0] ?? 0, wheeled.tasks[0] ?? 0) };
}

/** Ctrl and the wheel at the left edge of the chart, from the whole week to its 1/18 and back; then "fit all" from a few notches in. */
async function zooms(tab: Tab): Promise<Partial<Figures>> {
  const x = (await tab.page.evaluate(() => window.bench?.listen())) ?? 0;
  const notch = async (direction: 1 | -1): Promise<void> => {
    await tab.wheel(x, AT_Y, -direction * NOTCH_PX, CTRL);
    await tab.page.waitForTimeout(STEP_MS);
  };
  const ends = async (): Promise<void> => {
    await tab.page.evaluate(() => window.bench?.rest());
    await tab.rest();
  };
  const zoomed = await tab.section(async () => {
    for (let turn = 0; turn < NOTCHES; turn++) await notch(1);
    for (let turn = 0; turn < NOTCHES; turn++) await notch(-1);
    await ends();
  });
  const fitted = await tab.section(async () => {
    for (let turn = 0; turn < FITS; turn++) {
      for (let step = 0; step < NOTCHES_BEFORE_FIT; step++) await notch(1);
      await ends();
      await tab.page.keyboard.press("0");
      await tab.page.waitForTimeout(STEP_MS);
      await ends();
    }
  });
  await tab.page.evaluate(() => window.bench?.deafen());
  return { zoomP50: quantile(zoomed.steps, 0.5), zoomP95: quantile(zoomed.steps, 0.95), fit: median(fitted.fits), zoomLongest: Math.max(zoomed.tasks[0] ?? 0, fitted.tasks[0] ?? 0) };
}
