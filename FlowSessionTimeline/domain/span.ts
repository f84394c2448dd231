import { EpochMs, epochMs } from "../base/brand";
import { Run } from "./run";
import { StatusTable } from "./status";

/**
 * How a run lies on the time axis:
 * bar: started and completed; open: started, not completed, still in an open status; queued: open, not started, waits since createdon;
 * marker: an instant (no start, or finished without an end, or an end before its start); none: no time at all.
 */
export const SHAPES = ["bar", "open", "queued", "marker", "none"] as const;
export type Shape = (typeof SHAPES)[number];

/** A run's place on the axis. */
export interface Span {
  readonly shape: Shape;
  /** Start of execution, or the marker's instant, or since when a queued run waits; NaN for "none". */
  readonly fromMs: EpochMs;
  /** End of execution; fromMs for a marker; Infinity for open and queued runs (they end at now); NaN for "none". */
  readonly toMs: EpochMs;
  /** Since when it waited before it started; NaN where no wait is known. Never after fromMs. */
  readonly waitFromMs: EpochMs;
}

const NONE = epochMs(NaN);
const OPEN_END = epochMs(Infinity);
const marker = (at: EpochMs): Span => ({ shape: "marker", fromMs: at, toMs: at, waitFromMs: NONE });

/**
 * Places a run on the axis (design decisions 4, 6 and 7).
 * createdon counts as requested only if it is not after startedon: imported rows are created after they ran.
 */
export function spanOf(run: Run, statuses: StatusTable): Span {
  const { startedOn: start, completedOn: end, createdOn: created } = run;
  const isOpen = statuses.get(run.statusCode).family === "open";
  if (start !== null) {
    const waitFromMs = created !== null && created < start ? created : NONE;
    if (end !== null) return end < start ? marker(start) : { shape: "bar", fromMs: start, toMs: end, waitFromMs };
    return isOpen ? { shape: "open", fromMs: start, toMs: OPEN_END, waitFromMs } : marker(start);
  }
  if (end !== null) return marker(end);
  if (created === null) return { shape: "none", fromMs: NONE, toMs: NONE, waitFromMs: NONE };
  return isOpen ? { shape: "queued", fromMs: created, toMs: OPEN_END, waitFromMs: NONE } : marker(created);
}
