import { EpochMs } from "../base/brand";
import { ZoneInterval } from "../domain/zoneIntervals";
import { MeasureText } from "./measureText";
import { TimeScale } from "./timeScale";

/** A line of the axis. */
export interface Tick {
  readonly atMs: EpochMs;
  /** x of the line in CSS px; below 0 only for the first of the upper tier, whose label sticks to the left edge. */
  readonly px: number;
  /** "" where it has no room. */
  readonly label: string;
  /** x of the label's left edge in CSS px. */
  readonly labelPx: number;
}

/** From a tick's line to its label, in CSS px. */
export const LABEL_INSET_PX = 6;
/** From a label to the next tick's line, in CSS px. */
export const LABEL_GAP_PX = 6;

/** The boundaries from the last one at or before the window to the first one at or after its end. */
export function boundaries(interval: ZoneInterval, scale: TimeScale): readonly EpochMs[] {
  const { fromMs, toMs } = scale.window;
  const first = interval.floor(fromMs);
  const inside = interval.range(first, toMs);
  return [...inside, interval.offset(inside[inside.length - 1] ?? first, 1)];
}

/** How a tier is written. */
export interface TierStyle {
  /** The first of them that fits is written. */
  readonly labels: readonly ((t: EpochMs) => string)[];
  readonly bold: boolean;
  /** Keeps the label of a tick left of the window at the left edge for as long as it fits. */
  readonly sticky: boolean;
}

/**
 * Ticks with labels right of their lines. A label is left out if it does not end before the next line or before the right edge: so none meets
 * another, and whether a label has room does not depend on which ones came before it.
 * @param instants as from `boundaries`: the last one only ends the one before it
 */
export function labelTicks(instants: readonly EpochMs[], scale: TimeScale, style: TierStyle, measure: MeasureText): readonly Tick[] {
  const ticks: Tick[] = [];
  for (let i = 0; i + 1 < instants.length; i++) {
    const px = scale.toPx(instants[i]);
    if (px < 0 && !style.sticky) continue;
    const labelPx = Math.max(px, 0) + LABEL_INSET_PX;
    const roomPx = Math.min(scale.widthPx, scale.toPx(instants[i + 1]) - LABEL_GAP_PX) - labelPx;
    ticks.push({ atMs: instants[i], px, label: firstThatFits(instants[i], roomPx, style, measure), labelPx });
  }
  return ticks;
}

/** Written one by one: to write a time costs more than to look its width up. */
function firstThatFits(t: EpochMs, roomPx: number, { labels, bold }: TierStyle, measure: MeasureText): string {
  for (const write of labels) {
    const text = write(t);
    if (measure(text, bold) <= roomPx) return text;
  }
  return "";
}
