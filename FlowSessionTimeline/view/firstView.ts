import { DAY, EpochMs, epochMs, HOUR } from "../base/brand";
import { RunForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import { LayoutKind } from "../layout/rows";
import { isInWindow } from "../layout/runTimes";
import { fit, TimeWindow } from "../layout/timeWindow";
import { FirstLayout, FirstWindow } from "./ports";

/** More root runs than this in the first window are shown as packed tracks (design decision 10). */
const MANY_ROOTS = 200;
/** Share of a window that stays free on either side when it is fitted to runs. */
const FIT_PADDING = 0.02;

const LENGTHS: Readonly<Record<Exclude<FirstWindow, "all">, number>> = {
  auto: DAY,
  hour1: HOUR,
  hours6: 6 * HOUR,
  hours24: DAY,
  days7: 7 * DAY,
  days30: 30 * DAY,
};

/** The window that holds every loaded run with a time, or the last 24 hours if there is none. */
export function windowOfAll(store: RunStore, now: EpochMs): TimeWindow {
  const extent = store.extent();
  if (!extent) return { fromMs: epochMs(now - DAY), toMs: now };
  return fit(extent.fromMs, hasOpenRun(store) ? epochMs(Math.max(now, extent.toMs)) : extent.toMs, FIT_PADDING);
}

function hasOpenRun(store: RunStore): boolean {
  const { toMs, slotCount } = store;
  // A slot without a run has no time.
  for (let slot = 0; slot < slotCount; slot++) if (toMs[slot] === Infinity) return true;
  return false;
}

/**
 * The window of a preset: it ends now if runs lie in it, else with the latest run, so that the picture is never empty while there are runs.
 */
export function presetWindow(store: RunStore, preset: FirstWindow, now: EpochMs): TimeWindow {
  if (preset === "all") return windowOfAll(store, now);
  const length = LENGTHS[preset];
  const recent: TimeWindow = { fromMs: epochMs(now - length), toMs: epochMs(now + length * FIT_PADDING) };
  for (let slot = 0; slot < store.slotCount; slot++) if (store.isLive(slot) && isInWindow(store, slot, recent, now)) return recent;
  const extent = store.extent();
  if (!extent) return recent;
  return { fromMs: epochMs(extent.toMs - length), toMs: epochMs(extent.toMs + length * FIT_PADDING) };
}

/** The layout that a view starts with: the maker's, else by how many root runs the first window holds. */
export function firstLayout(wanted: FirstLayout, store: RunStore, forest: RunForest, window: TimeWindow, now: EpochMs): LayoutKind {
  if (wanted !== "auto") return wanted;
  let roots = 0;
  for (const node of forest.roots) {
    if (!forest.isGhost(node) && isInWindow(store, node, window, now)) roots++;
    if (roots > MANY_ROOTS) return "machine";
  }
  return "tree";
}
