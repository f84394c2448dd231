import { Chart } from "./chart";
import { listen } from "./listen";
import { Timeline } from "./timeline";
import { TouchScroll } from "./touchScroll";

/** One finger on the names scrolls the rows while the focus is in them; until then it is the browser's, which scrolls the page. */
export class RowTouch {
  private readonly fingers = new Map<number, { readonly scroll: TouchScroll; readonly clientY: number }>();
  private readonly stop: () => void;

  public constructor(private readonly timeline: Timeline, private readonly chart: Chart) {
    this.stop = listen(chart.dom.grid, { pointerdown: this.onDown, pointermove: this.onMove, pointerup: this.onUp, pointercancel: this.onUp });
  }

  public dispose(): void {
    this.stop();
  }

  private readonly onDown = (event: PointerEvent): void => {
    const { grid } = this.chart.dom;
    if (event.pointerType !== "touch" || this.fingers.size > 0 || !grid.contains(grid.ownerDocument.activeElement)) return;
    this.fingers.set(event.pointerId, { scroll: new TouchScroll(this.timeline, grid), clientY: event.clientY });
  };

  private readonly onMove = (event: PointerEvent): void => {
    const finger = this.fingers.get(event.pointerId);
    finger?.scroll.move(finger.clientY - event.clientY);
  };

  private readonly onUp = (event: PointerEvent): void => void this.fingers.delete(event.pointerId);
}
