import { Timeline } from "./timeline";

/** Shorter distances are the rounding of rows to whole px of the device. */
const ROUNDING_PX = 1;

/** One finger moves the rows as far as they go, and what is left of its way the page: the browser leaves both to us while the control has the focus. */
export class TouchScroll {
  private readonly rowsPx: number;
  private readonly page: Element | null;
  private readonly pagePx: number;

  /** Begins where everything stands now. @param inside an element of the control */
  public constructor(private readonly timeline: Timeline, inside: HTMLElement) {
    this.rowsPx = timeline.view.state.scrollPx;
    this.page = scrollerOf(inside);
    this.pagePx = this.page?.scrollTop ?? 0;
  }

  /** @param upPx how far the finger has moved up on the screen since the beginning */
  public move(upPx: number): void {
    const wanted = this.rowsPx + upPx;
    this.timeline.setScroll(wanted);
    const rest = wanted - this.timeline.view.state.scrollPx;
    if (this.page) this.page.scrollTop = this.pagePx + (Math.abs(rest) < ROUNDING_PX ? 0 : rest);
  }
}

/** What scrolls around an element: the nearest parent that does, else the page. */
function scrollerOf(inside: HTMLElement): Element | null {
  for (let parent = inside.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY) && parent.scrollHeight > parent.clientHeight) return parent;
  }
  return inside.ownerDocument.scrollingElement;
}
