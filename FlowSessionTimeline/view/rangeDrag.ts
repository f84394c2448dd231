import { durationMs, EpochMs } from "../base/brand";
import { clamp } from "../base/geometry";
import { Chart } from "./chart";
import { Commands } from "./commands";
import { shortDuration } from "./durationText";
import { Timeline } from "./timeline";

/** A range narrower than this is a click, px. */
const LEAST_RANGE_PX = 4;

/** How a press with Shift ended. */
export type RangeEnd = "shown" | "click" | "cancelled";

/** Shift and drag: a stretch of time under a veil, with its length in words; letting go shows exactly that stretch, Escape nothing. */
export class RangeDrag {
  private fromMs: EpochMs | undefined;
  private readonly label: HTMLElement;

  public constructor(private readonly timeline: Timeline, private readonly chart: Chart, private readonly commands: Commands) {
    this.label = chart.dom.range.ownerDocument.createElement("span");
    chart.dom.range.replaceChildren(this.label);
  }

  /** @param xPx px from the plot's left, as in all of these */
  public begin(xPx: number): void {
    this.fromMs = this.chart.scale()?.toTime(xPx);
    this.document.addEventListener("keydown", this.onKey, true);
  }

  public move(xPx: number): void {
    const range = this.rangeTo(xPx);
    const scale = this.chart.scale();
    if (!range || !scale) return;
    const { range: veil } = this.chart.dom;
    const left = clamp(scale.toPx(range.fromMs), 0, scale.widthPx);
    const right = clamp(scale.toPx(range.toMs), 0, scale.widthPx);
    veil.classList.toggle("fst-shown", right - left >= LEAST_RANGE_PX);
    veil.style.transform = `translateX(${left}px)`;
    veil.style.width = `${right - left}px`;
    this.label.textContent = shortDuration(durationMs(range.toMs - range.fromMs), this.timeline.ports.strings);
    // In the middle of the range, but whole: a range at the plot's edge may be narrower than its label.
    const { offsetWidth } = this.label;
    this.label.style.transform = `translateX(${clamp((left + right - offsetWidth) / 2, 0, scale.widthPx - offsetWidth) - left}px)`;
  }

  public end(xPx: number): RangeEnd {
    const range = this.rangeTo(xPx);
    const scale = this.chart.scale();
    this.cancel();
    if (!range || !scale) return "cancelled";
    if (scale.toPx(range.toMs) - scale.toPx(range.fromMs) < LEAST_RANGE_PX) return "click";
    this.commands.showWindow(range);
    return "shown";
  }

  public cancel(): void {
    this.fromMs = undefined;
    this.document.removeEventListener("keydown", this.onKey, true);
    this.chart.dom.range.classList.remove("fst-shown");
  }

  /** Escape belongs to the drag while there is one, wherever the focus is. */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  };

  /** From where the press began to this place, which stays in the plot however far the pointer leaves it. */
  private rangeTo(xPx: number): { readonly fromMs: EpochMs; readonly toMs: EpochMs } | undefined {
    const scale = this.chart.scale();
    if (this.fromMs === undefined || !scale) return undefined;
    const at = scale.toTime(clamp(xPx, 0, scale.widthPx));
    return at < this.fromMs ? { fromMs: at, toMs: this.fromMs } : { fromMs: this.fromMs, toMs: at };
  }

  private get document(): Document {
    return this.chart.dom.range.ownerDocument;
  }
}
