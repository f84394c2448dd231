import { RunStore } from "../domain/runStore";
import { SHAPES } from "../domain/span";
import { overlaps, TimeWindow } from "./timeWindow";

export const SHAPE_BAR = SHAPES.indexOf("bar");
export const SHAPE_OPEN = SHAPES.indexOf("open");
export const SHAPE_QUEUED = SHAPES.indexOf("queued");
export const SHAPE_MARKER = SHAPES.indexOf("marker");

/** True if time alone changes what is said of the run: it is under way, or waits. */
export const isLive = (store: RunStore, slot: number): boolean => store.shape[slot] === SHAPE_OPEN || store.shape[slot] === SHAPE_QUEUED;

/** Where a run's end is drawn: open and queued runs end at now, but never before they begin (clocks differ). */
export function drawnEndMs(store: RunStore, slot: number, nowMs: number): number {
  const to = store.toMs[slot];
  return to === Infinity ? Math.max(nowMs, store.fromMs[slot]) : to;
}

/** True if the run shows in the window; null is a window without ends, which holds also runs without a time. */
export function isInWindow(store: RunStore, slot: number, window: TimeWindow | null, nowMs: number): boolean {
  return window === null || overlaps(window, store.beginMs[slot], drawnEndMs(store, slot, nowMs));
}

/** How long it executed, in ms; NaN for what never did (queued runs, markers). */
export function executionMs(store: RunStore, slot: number, nowMs: number): number {
  const shape = store.shape[slot];
  return shape === SHAPE_QUEUED || shape === SHAPE_MARKER ? NaN : drawnEndMs(store, slot, nowMs) - store.fromMs[slot];
}

/** How long it waited before it started, in ms; NaN where no wait is known. */
export function waitMs(store: RunStore, slot: number, nowMs: number): number {
  return store.shape[slot] === SHAPE_QUEUED ? drawnEndMs(store, slot, nowMs) - store.fromMs[slot] : store.fromMs[slot] - store.waitFromMs(slot);
}
