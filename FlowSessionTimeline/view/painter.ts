import { EpochMs } from "../base/brand";

/** Paints a frame of the timeline, and says how much room there is for it. */
export interface Painter {
  paint(now: EpochMs): void;
  /** With the next frame the keyboard's focus moves to the row that the view state names. */
  wantFocus(): void;
  /** Height of the rows' viewport in px. */
  readonly rowsHeightPx: number;
  /** Width of the plot in px; 0 before it is laid out. */
  readonly plotWidthPx: number;
}
