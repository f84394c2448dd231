import { EpochMs, epochMs } from "../base/brand";
import { invariant } from "../base/assert";
import { TimeWindow } from "./timeWindow";

/** A monotone mapping between time and pixels; x = 0 is the left edge of the plot. A new window means a new scale. */
export interface TimeScale {
  readonly window: TimeWindow;
  readonly widthPx: number;
  /** Milliseconds per CSS px (of a mapping that is not linear: where it is not compressed). */
  readonly msPerPx: number;
  /** May lie outside [0, widthPx]; ±Infinity stays what it is: clamp before drawing. */
  toPx(t: number): number;
  toTime(px: number): EpochMs;
}

class LinearScale implements TimeScale {
  public readonly msPerPx: number;
  private readonly pxPerMs: number;

  public constructor(
    public readonly window: TimeWindow,
    public readonly widthPx: number,
  ) {
    const lengthMs = window.toMs - window.fromMs;
    this.msPerPx = lengthMs / widthPx;
    this.pxPerMs = widthPx / lengthMs;
  }

  // The window's start goes first: epoch milliseconds times px per ms would lose the pixel's fraction.
  public toPx(t: number): number {
    return (t - this.window.fromMs) * this.pxPerMs;
  }

  public toTime(px: number): EpochMs {
    return epochMs(this.window.fromMs + px * this.msPerPx);
  }
}

/** @param widthPx width of the plot in CSS px, above 0. */
export function linearScale(window: TimeWindow, widthPx: number): TimeScale {
  invariant(widthPx > 0 && window.toMs > window.fromMs, "a time scale needs a width and a window");
  return new LinearScale(window, widthPx);
}
