/** One contender with one number of runs, in a browser of its own. */
import type {} from "./page/page";
import { ContenderEntry } from "./contenders";
import { fits, GestureFigures, NO_GESTURES, scrolls, wheels, zooms } from "./gestures";
import { median } from "./statistics";
import { Tab } from "./tab";
import { warmMemory } from "./warmMemory";

/** A phase that takes longer counts as not finished, ms. */
const CAP_MS = 60_000;
const REFRESHES = 4;

/** All times are CPU ms of the main thread, divided by how fast the machine was (see REFERENCE_MS). NaN: not measured. */
export interface Figures extends GestureFigures {
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
  mount: NaN, mountTasks: [], heapBytes: NaN, elements: NaN, rowsInView: NaN, update: NaN, same: NaN, sameTasks: [], ...NO_GESTURES,
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
    for (const phase of [mount, refreshes, clean, scrolls, wheels, zooms, fits]) figures = { ...figures, ...(await within(phase(tab), name)) };
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
  warmMemory();
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

/** Gestures do not pay for what the refreshes have left (docs/decisions/0034). */
async function clean(tab: Tab): Promise<Partial<Figures>> {
  await tab.collectGarbage();
  return {};
}

/** Refreshes of the whole list in which one run changed, and such in which none did; the first of each warms up. */
async function refreshes(tab: Tab): Promise<Partial<Figures>> {
  const refresh = async (change: number): Promise<{ readonly main: number; readonly tasks: readonly number[] }> => {
    await tab.page.evaluate((which) => window.bench?.makeNext(which), change);
    await tab.collectGarbage();
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
