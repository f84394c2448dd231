import { Budget, gestureLimit, GestureFigure, LONG_TASK_MS, sizeText } from "../budgets";
import { GestureFigures } from "../gestures";
import { Summary } from "../summary";
import { EngineFigures, MILLION } from "./measure";

const DELTA_MS: Readonly<Record<number, number>> = { 1_000: 4, 10_000: 8, 100_000: 12 };
/** In total for the main thread; the old picture stays until the new one is whole. */
const CHANGE_MS = 400;
const BYTES_PER_RUN = 160;
/** The now line's: one timer and one frame a second. */
const IDLE_PER_SECOND = 2;
/** The tree of a million runs scrolls and zooms at the budget of this size. */
const GESTURES_AS_OF = 100_000;
const SCROLL: readonly (readonly [string, GestureFigure])[] = [["scrolled frame, p50", "scrollP50"], ["scrolled frame, p95", "scrollP95"]];
const GESTURES: readonly (readonly [string, GestureFigure])[] = [
  ["notch of the wheel, p50", "wheelP50"], ["notch of the wheel, p95", "wheelP95"], ["zoom step, p50", "zoomP50"], ["zoom step, p95", "zoomP95"], ["fit all", "fit"],
];

/** @param summary of the comparison, which knows the floor; without it gestures are not judged */
export function engineBudgets({ deltas, changes, gestures, trackGestures, trackFloor, bytesPerRun, idle }: EngineFigures, summary: Summary | undefined): Budget[] {
  const million = (name: string, value: number, limit: number, unit = "ms"): Budget => ({ name, size: sizeText(MILLION), value, limit, unit });
  const floor = summary?.has("ref-canvas", GESTURES_AS_OF) ? summary : undefined;
  const gesturesOf = (where: string, figures: GestureFigures, bareMs: (summary: Summary, figure: GestureFigure) => number): Budget[] => (floor ? GESTURES.concat(Number.isNaN(figures.scrollP50) ? [] : SCROLL).map(([name, figure]) => {
    const nothingMs = floor.value("ref-null", GESTURES_AS_OF, figure);
    return million(`${where}: ${name}`, figures[figure] - nothingMs, gestureLimit(bareMs(floor, figure), nothingMs));
  }) : []);
  return [
    ...deltas.map(({ size, ms }): Budget => ({ name: "delta in which one run changed", size: sizeText(size), value: ms, limit: DELTA_MS[size] ?? NaN, unit: "ms" })),
    ...changes.flatMap(({ name, main, longest }) => [million(name, main, CHANGE_MS), million(`${name}, longest task`, longest, LONG_TASK_MS)]),
    ...gesturesOf("tree", gestures, (known, figure) => known.value("ref-canvas", GESTURES_AS_OF, figure)),
    // ref-canvas draws two dozen bars, tracks some thousand: their floor is a canvas that draws these (replay.ts).
    ...gesturesOf("tracks by machine", trackGestures, (_, figure) => trackFloor[figure]),
    million("memory per run", bytesPerRun, BYTES_PER_RUN, "bytes"),
    million("frames and timers a second, now in sight", idle.nowInSight, IDLE_PER_SECOND, ""),
    million("frames and timers a second, now out of sight", idle.nowOutOfSight, 0, ""),
    million("frames and timers a second, hidden tab", idle.hidden, 0, ""),
  ];
}
