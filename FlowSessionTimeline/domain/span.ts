/**
 * How a run lies on the time axis:
 * bar: started and completed; open: started, not completed, still in an open status; queued: open, not started, waits since createdon;
 * marker: an instant (no start, or finished without an end, or an end before its start); none: no time at all.
 */
export const SHAPES = ["bar", "open", "queued", "marker", "none"] as const;
export type Shape = (typeof SHAPES)[number];

const BAR = SHAPES.indexOf("bar");
const OPEN = SHAPES.indexOf("open");
const QUEUED = SHAPES.indexOf("queued");
const MARKER = SHAPES.indexOf("marker");
export const NO_SHAPE = SHAPES.indexOf("none");

/** A run's times and its place on the axis, in epoch ms. NaN is no time. */
export interface Placed {
  readonly startedOn: number;
  readonly completedOn: number;
  readonly createdOn: number;
  /** Index in SHAPES. */
  shape: number;
  /** Start of execution, or the marker's instant, or since when a queued run waits; NaN for "none". */
  fromMs: number;
  /** End of execution; fromMs for a marker; Infinity for open and queued runs (they end at now); NaN for "none". */
  toMs: number;
  /** Since when it waited before it started; NaN where no wait is known. Never after fromMs. */
  waitFromMs: number;
}

/**
 * Places a run on the axis by its times (design decisions 4, 6 and 7).
 * createdon counts as requested only if it is not after startedon: imported rows are created after they ran.
 */
export function placeSpan(run: Placed, isOpen: boolean): void {
  const { startedOn: start, completedOn: end, createdOn: created } = run;
  const hasStart = !Number.isNaN(start);
  const hasEnd = !Number.isNaN(end);
  run.fromMs = hasStart ? start : hasEnd ? end : created;
  run.toMs = run.fromMs;
  run.waitFromMs = NaN;
  if (Number.isNaN(run.fromMs)) run.shape = NO_SHAPE;
  else if (hasStart ? (hasEnd ? end < start : !isOpen) : hasEnd || !isOpen) run.shape = MARKER;
  else {
    run.shape = hasEnd ? BAR : hasStart ? OPEN : QUEUED;
    run.toMs = hasEnd ? end : Infinity;
    if (hasStart && created < start) run.waitFromMs = created;
  }
}
