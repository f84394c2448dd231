import { Summary } from "./summary";

/** One promise: a figure that must not be above its limit. */
export interface Budget {
  readonly name: string;
  /** Runs, as written in the table. */
  readonly size: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
}

export const isKept = ({ value, limit }: Budget): boolean => value <= limit;
export const LONG_TASK_MS = 50;
/** A frame of ours may cost this many times what a bare canvas costs that draws the same picture. */
const TIMES_FLOOR = 2.5;

const PICTURE_MS: Readonly<Record<number, number>> = { 1_000: 60, 10_000: 80, 100_000: 200 };
const SAME_MS: Readonly<Record<number, number>> = { 1_000: 4, 10_000: 10 };
const SLICED_FROM = 100_000;
const BYTES_PER_RUN = 160;
const ELEMENTS = 160;
const ELEMENTS_PER_ROW = 6;
const BUNDLE_KB = 80;

const GESTURES = [
  ["scrolled frame, p50", "scrollP50"], ["scrolled frame, p95", "scrollP95"], ["notch of the wheel, p50", "wheelP50"], ["notch of the wheel, p95", "wheelP95"],
  ["zoom step, p50", "zoomP50"], ["zoom step, p95", "zoomP95"], ["fit all", "fit"],
] as const;
export type GestureFigure = (typeof GESTURES)[number][1];

export const sizeText = (size: number): string => size.toLocaleString("en-US");

/** `over`: what ours costs beside the emulated host. */
function over(summary: Summary, size: number, figure: "mount" | "same" | "heapBytes" | GestureFigure): number {
  return summary.value("ours", size, figure) - summary.value("host-null", size, figure);
}

/** What a gesture may cost. @param bareMs what it costs a bare canvas that draws the same picture; @param nothingMs a page that draws nothing */
export const gestureLimit = (bareMs: number, nothingMs: number): number => TIMES_FLOOR * (bareMs - nothingMs);

/** What was not measured is not promised: with a choice of contenders or sizes there are fewer. */
export function comparisonBudgets(summary: Summary): Budget[] {
  return [...summary.sizes.flatMap((size) => budgetsOfSize(summary, size)), ...memoryBudget(summary)].filter(({ value, limit }) => !Number.isNaN(value) && !Number.isNaN(limit));
}

function budgetsOfSize(summary: Summary, size: number): Budget[] {
  if (!summary.has("ours", size)) return [];
  const budget = (name: string, value: number, limit: number, unit = "ms"): Budget => ({ name, size: sizeText(size), value, limit, unit });
  const longest = (figure: "mountTasks" | "sameTasks"): number => Math.max(0, ...summary.tasks("ours", size, figure));
  return [
    budget("rows in memory to picture, over the host", over(summary, size, "mount"), PICTURE_MS[size] ?? NaN),
    ...(size >= SLICED_FROM ? [budget("longest task of the first picture", longest("mountTasks"), LONG_TASK_MS)] : []),
    ...GESTURES.map(([name, figure]) => budget(name, over(summary, size, figure), gestureLimit(summary.value("ref-canvas", size, figure), summary.value("ref-null", size, figure)))),
    budget("refresh in which nothing changed, over the host", over(summary, size, "same"), SAME_MS[size] ?? NaN),
    ...(size >= SLICED_FROM ? [budget("longest task of a refresh in which nothing changed", longest("sameTasks"), LONG_TASK_MS)] : []),
    budget("elements of the control", summary.value("ours", size, "elements"), ELEMENTS + ELEMENTS_PER_ROW * summary.value("ours", size, "rowsInView"), ""),
  ];
}

/** From the growth between the two largest sizes, so that what any size needs (React, Fluent, code) is not counted. */
function memoryBudget(summary: Summary): Budget[] {
  const [small, large] = summary.sizes.slice(-2);
  if (small === undefined || large === undefined) return [];
  const value = (over(summary, large, "heapBytes") - over(summary, small, "heapBytes")) / (large - small);
  return [{ name: "memory per run, over the host", size: `${sizeText(small)} to ${sizeText(large)}`, value, limit: BYTES_PER_RUN, unit: "bytes" }];
}

export const bundleBudget = (gzipBytes: number): Budget => ({ name: "bundle, gzip", size: "", value: gzipBytes / 1024, limit: BUNDLE_KB, unit: "KB" });
