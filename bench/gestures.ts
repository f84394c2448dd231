/** Scrolling and zooming, the same for every page. Input is trusted: it comes through the browser, as a user's does. */
import type {} from "./page/page";
import { median, quantile } from "./statistics";
import { Tab } from "./tab";

const CAP_MS = 60_000;
const SCROLLS = 200;
const WHEELS = 200;
const NOTCHES = 16;
const FITS = 4;
const NOTCHES_BEFORE_FIT = 4;
const NOTCH_PX = 120;
/** Two frames and a little: a step ends before the next begins. */
const STEP_MS = 45;
const AT_X = 800;
const AT_Y = 400;
const CTRL = 2;

/** CPU ms of the main thread per step; NaN: not measured. */
export interface GestureFigures {
  /** One offset per frame, by the contender's scrollbar or what stands for it. */
  readonly scrollP50: number;
  readonly scrollP95: number;
  /** One notch of the wheel over the chart. */
  readonly wheelP50: number;
  readonly wheelP95: number;
  /** One notch with Ctrl, from the whole week to an eighteenth of it and back. */
  readonly zoomP50: number;
  readonly zoomP95: number;
  readonly fit: number;
  /** The longest task while scrolling, and while zooming with what follows when it ends. */
  readonly scrollLongest: number;
  readonly zoomLongest: number;
}

export const NO_GESTURES: GestureFigures = {
  scrollP50: NaN, scrollP95: NaN, wheelP50: NaN, wheelP95: NaN, zoomP50: NaN, zoomP95: NaN, fit: NaN, scrollLongest: NaN, zoomLongest: NaN,
};

export async function scrolls(tab: Tab): Promise<Partial<GestureFigures>> {
  await tab.page.evaluate(() => window.bench?.scrollTo(0));
  const { steps } = await tab.section(() => tab.page.evaluate(([count = 0, px = 0, cap = 0]) => window.bench?.scroll(count, px, cap), [SCROLLS, NOTCH_PX, CAP_MS]));
  await tab.page.evaluate(() => window.bench?.scrollTo(0));
  return { scrollP50: quantile(steps, 0.5), scrollP95: quantile(steps, 0.95) };
}

export async function wheels(tab: Tab): Promise<Partial<GestureFigures>> {
  await tab.page.evaluate(() => window.bench?.listen());
  const { steps, tasks } = await tab.section(async () => {
    for (let turn = 0; turn < WHEELS; turn++) await tab.wheel(AT_X, AT_Y, NOTCH_PX);
    await ends(tab);
  });
  await tab.page.evaluate(() => window.bench?.deafen());
  await tab.page.evaluate(() => window.bench?.scrollTo(0));
  return { wheelP50: quantile(steps, 0.5), wheelP95: quantile(steps, 0.95), scrollLongest: tasks[0] ?? 0 };
}

/** At the left edge of the chart, so that it keeps its place. */
export async function zooms(tab: Tab): Promise<Partial<GestureFigures>> {
  const x = await listen(tab);
  const { steps, tasks } = await tab.section(async () => {
    for (let turn = 0; turn < NOTCHES; turn++) await notch(tab, x, 1);
    for (let turn = 0; turn < NOTCHES; turn++) await notch(tab, x, -1);
    await ends(tab);
  });
  await tab.page.evaluate(() => window.bench?.deafen());
  return { zoomP50: quantile(steps, 0.5), zoomP95: quantile(steps, 0.95), zoomLongest: tasks[0] ?? 0 };
}

/** The key 0 from a few notches in. */
export async function fits(tab: Tab): Promise<Partial<GestureFigures>> {
  const x = await listen(tab);
  const measured = await tab.section(async () => {
    for (let turn = 0; turn < FITS; turn++) {
      for (let step = 0; step < NOTCHES_BEFORE_FIT; step++) await notch(tab, x, 1);
      await ends(tab);
      await tab.page.keyboard.press("0");
      await tab.page.waitForTimeout(STEP_MS);
      await ends(tab);
    }
  });
  await tab.page.evaluate(() => window.bench?.deafen());
  return { fit: median(measured.fits) };
}

/** @returns x of the chart's left edge in px */
async function listen(tab: Tab): Promise<number> {
  return (await tab.page.evaluate(() => window.bench?.listen())) ?? 0;
}

async function notch(tab: Tab, x: number, direction: 1 | -1): Promise<void> {
  await tab.wheel(x, AT_Y, -direction * NOTCH_PX, CTRL);
  await tab.page.waitForTimeout(STEP_MS);
}

async function ends(tab: Tab): Promise<void> {
  await tab.page.evaluate(() => window.bench?.rest());
  await tab.rest();
}
