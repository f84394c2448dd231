import { DAY, EpochMs, epochMs, HOUR } from "../base/brand";
import { RunForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import { filledBins } from "../layout/filledBins";
import { countedRuns, MinimapBins } from "../layout/minimapBins";
import { LayoutKind } from "../layout/rows";
import { isInWindow } from "../layout/runTimes";
import { fit, TimeWindow } from "../layout/timeWindow";
import { FirstLayout, FirstWindow } from "./ports";

/** More root runs than this in the first window are shown as packed tracks (design decision 10). */
const MANY_ROOTS = 200;
/** From fewer of them nothing is concluded about runs that are not loaded. */
const SOME_ROOTS = 20;
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

/**
 * The window that holds every run with a time, or the last 24 hours if there is none.
 * @param counts what the server counted, so that runs that are not loaded lie in it too; none where it has counted nothing
 */
export function windowOfAll(store: RunStore, now: EpochMs, counts?: MinimapBins | null): TimeWindow {
  const loaded = loadedExtent(store, now);
  const extent = joined(loaded, counts && !holdsCounted(store, loaded, counts) ? countedExtent(counts, now) : null);
  return extent ? fit(extent.fromMs, extent.toMs, FIT_PADDING) : { fromMs: epochMs(now - DAY), toMs: now };
}

function loadedExtent(store: RunStore, now: EpochMs): TimeWindow | null {
  const extent = store.extent();
  return extent && { fromMs: extent.fromMs, toMs: extent.isOpen ? epochMs(Math.max(now, extent.toMs)) : extent.toMs };
}

/** Whether all that was counted is loaded, as far as numbers and days tell: then the runs themselves tell the time better than their days. */
function holdsCounted(store: RunStore, loaded: TimeWindow | null, counts: MinimapBins): boolean {
  const filled = filledBins(counts);
  if (!loaded || !filled || countedRuns(counts) > store.size) return false;
  return loaded.fromMs < filled.fromMs + counts.lengthMs && loaded.toMs >= filled.toMs - counts.lengthMs;
}

/** Runs are counted by their start: the last bin may end after now, the last run after the last bin. */
function countedExtent(counts: MinimapBins, now: EpochMs): TimeWindow | null {
  const filled = filledBins(counts);
  return filled && { fromMs: filled.fromMs, toMs: epochMs(Math.max(filled.fromMs < now ? Math.min(filled.toMs, now) : filled.toMs, counts.lastEndMs)) };
}

function joined(a: TimeWindow | null, b: TimeWindow | null): TimeWindow | null {
  if (!a || !b) return a ?? b;
  return { fromMs: epochMs(Math.min(a.fromMs, b.fromMs)), toMs: epochMs(Math.max(a.toMs, b.toMs)) };
}

/** The stretch of a preset that ends now, whatever is in it; for all runs, which have no length, a day. */
export const lately = (preset: FirstWindow, now: EpochMs): TimeWindow => endingAt(now, preset === "all" ? DAY : LENGTHS[preset]);

/** The window of a preset that ends now, if a loaded run lies in it; else null. */
export function recentWindow(store: RunStore, preset: Exclude<FirstWindow, "all">, now: EpochMs): TimeWindow | null {
  const recent = lately(preset, now);
  for (let slot = 0; slot < store.slotCount; slot++) if (store.isLive(slot) && isInWindow(store, slot, recent, now)) return recent;
  return null;
}

/**
 * The window of a preset: it ends now if runs lie in it, else with the latest run, so that the picture is never empty while there are runs.
 * @param counts what the server counted: the latest run may not be loaded; none where it has counted nothing
 */
export function presetWindow(store: RunStore, preset: FirstWindow, now: EpochMs, counts?: MinimapBins | null): TimeWindow {
  if (preset === "all") return windowOfAll(store, now, counts);
  const recent = recentWindow(store, preset, now);
  if (recent) return recent;
  return endingAt(latestUnloaded(store, now, counts) ?? store.extent()?.toMs ?? now, LENGTHS[preset]);
}

/** About when the latest run was, if the server has counted a later one than is loaded; else null. A loaded run of the last bin tells the time better than the bin does. */
export function latestUnloaded(store: RunStore, now: EpochMs, counts?: MinimapBins | null): EpochMs | null {
  const last = counts ? filledBins(counts) : null;
  if (!counts || !last || (store.extent()?.toMs ?? -Infinity) >= last.toMs - counts.lengthMs) return null;
  return epochMs(Math.min(last.toMs, now));
}

/** A little after the end is shown too, so that what is there at the end is not cut. */
const endingAt = (endMs: number, lengthMs: number): TimeWindow => ({ fromMs: epochMs(endMs - lengthMs), toMs: epochMs(endMs + lengthMs * FIT_PADDING) });

/**
 * The layout that a view starts with: the maker's, else by how many root runs the first window holds.
 * @param isPart whether the window will hold more runs than those that are loaded: these are taken for the newest, as a list mostly has them first, and
 * the time before them for as busy
 */
export function firstLayout(wanted: FirstLayout, store: RunStore, forest: RunForest, window: TimeWindow, now: EpochMs, isPart = false): LayoutKind {
  if (wanted !== "auto") return wanted;
  const many = isPart ? Math.max(SOME_ROOTS, MANY_ROOTS * loadedShare(store, window, now)) : MANY_ROOTS;
  let roots = 0;
  for (const node of forest.roots) {
    if (!forest.isGhost(node) && isInWindow(store, node, window, now)) roots++;
    if (roots > many) return "machine";
  }
  return "tree";
}

/** Which share of a window lies after the first loaded run. */
function loadedShare(store: RunStore, { fromMs, toMs }: TimeWindow, now: EpochMs): number {
  const end = Math.min(toMs, Math.max(now, fromMs + 1));
  const first = Math.max(fromMs, store.extent()?.fromMs ?? fromMs);
  return Math.min(1, Math.max(0, end - first) / (end - fromMs));
}
