import { Clock } from "../base/clock";
import { clamp } from "../base/geometry";

/** Browsers lose precision and then height above this; the scrollbar stands for taller lists by proportion (design decision 14). */
const MAX_SPACER_PX = 5_000_000;
/**
 * How late the bar may be, ms: in each frame it moves by less than is seen. While rows scroll it moves in a frame that is drawn anyway, because a
 * frame of its own costs as much as to write the rows; only the last move, when scrolling rests, has one.
 */
const LATE_MS = 80;

/** A thin native scrollbar that stands for our own scroll offset, so that a million rows need no tall element. */
export class ProxyScrollbar {
  private contentPx = 0;
  private viewportPx = 0;
  /** Where the scrollbar stands, as far as we know; reading it would have the browser lay out the page. A scroll event that reports this is an echo, not the user. */
  private echo = 0;
  /** Where it should stand. */
  private target = 0;
  private movedAt = -Infinity;
  private isLifted = false;
  private cancelMove: (() => void) | undefined;

  public constructor(private readonly clock: Clock, private readonly bar: HTMLElement, private readonly spacer: HTMLElement, private readonly scrolled: (scrollPx: number) => void) {
    bar.addEventListener("scroll", this.onScroll, { passive: true });
  }

  public dispose(): void {
    this.cancelMove?.();
    this.cancelMove = undefined;
    this.bar.removeEventListener("scroll", this.onScroll);
  }

  /** @param contentPx height of all rows; @param viewportPx height in which they are seen; @param scrollPx our offset */
  public sync(contentPx: number, viewportPx: number, scrollPx: number): void {
    const isResized = contentPx !== this.contentPx || viewportPx !== this.viewportPx;
    if (isResized) this.resize(contentPx, viewportPx);
    this.target = Math.round(scrollPx * this.barPerContent());
    if (isResized) this.move();
    else if (this.target === this.echo) return;
    else if (this.clock.monotonic() - this.movedAt >= LATE_MS) this.move();
    else this.cancelMove ??= this.clock.timeout(() => this.move(), LATE_MS);
  }

  private resize(contentPx: number, viewportPx: number): void {
    this.contentPx = contentPx;
    this.viewportPx = viewportPx;
    this.spacer.style.height = `${Math.min(contentPx, MAX_SPACER_PX)}px`;
    this.bar.style.overflowY = contentPx <= viewportPx ? "hidden" : "scroll";
    // The browser moves a bar that stood beyond its new end. Any other stays: to write it again would lay out the page once more.
    if (this.echo > Math.max(0, Math.min(contentPx, MAX_SPACER_PX) - viewportPx)) this.echo = NaN;
  }

  private move(): void {
    this.cancelMove?.();
    this.cancelMove = undefined;
    if (this.target === this.echo) return;
    this.echo = this.target;
    this.movedAt = this.clock.monotonic();
    this.lift();
    this.bar.scrollTop = this.target;
  }

  /** Has a layer of its own from the first move on: without one the browser paints the page again for the thumb, and with one a first picture costs more. */
  private lift(): void {
    if (this.isLifted) return;
    this.isLifted = true;
    this.bar.style.willChange = "scroll-position";
  }

  private barPerContent(): number {
    const content = this.contentPx - this.viewportPx;
    const bar = Math.min(this.contentPx, MAX_SPACER_PX) - this.viewportPx;
    return content > 0 ? clamp(bar / content, 0, 1) : 1;
  }

  private readonly onScroll = (): void => {
    this.lift();
    const { scrollTop } = this.bar;
    if (Math.abs(scrollTop - this.echo) < 1) return;
    this.echo = this.target = scrollTop;
    this.scrolled(scrollTop / this.barPerContent());
  };
}
