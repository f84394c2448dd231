import { EpochMs } from "../base/brand";
import { MeasureText } from "./measureText";
import { TimeScale } from "./timeScale";

export interface Tick {
  readonly atMs: EpochMs;
  /** Where its line stands, CSS px; may lie left of the plot for a label that sticks to the edge. */
  readonly px: number;
  /** Left edge of the label, CSS px. */
  readonly labelPx: number;
  /** "" where the label has no room. */
  readonly label: string;
}

/** Distance between a tick's line and its label. */
export const LABEL_INSET_PX = 5;
/** Least distance between two labels. */
export const LABEL_GAP_PX = 10;

/**
 * Places the labels of one tier.
 * @param style tick: a label stands right of its line; sticky: the first label stays at the left edge while its interval is in view
 */
export function labelTier(instants: readonly EpochMs[], scale: TimeScale, label: (t: EpochMs) => string, measure: MeasureText, style: "tick" | "sticky"): readonly Tick[] {
  return instants.map((atMs, index) => {
    const px = scale.toPx(atMs);
    const nextMs = instants[index + 1];
    const endPx = nextMs === undefined ? Infinity : scale.toPx(nextMs);
    const text = label(atMs);
    const labelPx = (style === "sticky" ? Math.max(0, px) : px) + LABEL_INSET_PX;
    const hasRoom = labelPx + measure(text, style === "sticky") + LABEL_GAP_PX - LABEL_INSET_PX <= endPx;
    const isInside = style === "sticky" || px >= 0;
    return { atMs, px, labelPx, label: hasRoom && isInside ? text : "" };
  });
}
