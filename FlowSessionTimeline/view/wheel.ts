import { Chart } from "./chart";
import { Commands, ZOOM_STEP } from "./commands";
import { Timeline } from "./timeline";

/** A wheel event of at least this many px is a mouse's notch; less comes from a trackpad and zooms by its share. */
const NOTCH_PX = 50;
const TRACKPAD_NOTCH_PX = 100;
const LINE_PX = 30;

/** What a turn of the wheel is meant to do. */
export type WheelWish = { readonly kind: "zoom"; readonly factor: number } | { readonly kind: "pan" | "scroll"; readonly px: number };

/** @param pagePx what a turn by a page is, where the device turns by pages */
export function wheelWish(event: WheelEvent, pagePx: number): WheelWish {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? pagePx : 1;
  const x = event.deltaX * unit;
  const y = event.deltaY * unit;
  if (event.ctrlKey || event.metaKey) {
    const notches = Math.abs(y) >= NOTCH_PX ? -Math.sign(y) : -y / TRACKPAD_NOTCH_PX;
    return { kind: "zoom", factor: Math.pow(ZOOM_STEP, notches) };
  }
  const isSideways = Math.abs(x) > Math.abs(y);
  return event.shiftKey || isSideways ? { kind: "pan", px: isSideways ? x : y } : { kind: "scroll", px: y };
}

/**
 * Plain wheel scrolls rows and releases the page at the ends; Ctrl or ⌘ zooms about the pointer, one notch by 1.2; Shift or a horizontal wheel pans.
 * A native listener, because React's are passive and could not keep the page still.
 */
export class Wheel {
  public constructor(private readonly timeline: Timeline, private readonly chart: Chart, private readonly commands: Commands) {
    chart.dom.root.addEventListener("wheel", this.onWheel, { passive: false });
  }

  public dispose(): void {
    this.chart.dom.root.removeEventListener("wheel", this.onWheel);
  }

  private readonly onWheel = (event: WheelEvent): void => {
    if (this.chart.dom.scrollbar.contains(event.target as Node)) return;
    const scale = this.chart.scale();
    if (!scale) return;
    const wish = wheelWish(event, this.chart.rowsHeightPx);
    if (wish.kind === "zoom") {
      event.preventDefault();
      const left = this.chart.dom.plot.getBoundingClientRect().left;
      this.commands.zoom(wish.factor, scale.toTime(event.clientX - left));
    } else if (wish.kind === "pan") {
      event.preventDefault();
      this.commands.panBy(wish.px * scale.msPerPx);
    } else if (this.timeline.canScroll(Math.sign(wish.px))) {
      event.preventDefault();
      this.timeline.setScroll(this.timeline.view.state.scrollPx + wish.px);
    }
  };
}
