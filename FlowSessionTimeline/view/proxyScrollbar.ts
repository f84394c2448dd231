import { clamp } from "../base/geometry";

/** Browsers lose precision and then height above this; the scrollbar stands for taller lists by proportion (design decision 14). */
const MAX_SPACER_PX = 5_000_000;

/** A thin native scrollbar that stands for our own scroll offset, so that a million rows need no tall element. */
export class ProxyScrollbar {
  private contentPx = 0;
  private viewportPx = 0;
  /** Where the scrollbar stands, as far as we know; reading it would have the browser lay out the page. A scroll event that reports this is an echo, not the user. */
  private echo = 0;

  public constructor(private readonly bar: HTMLElement, private readonly spacer: HTMLElement, private readonly scrolled: (scrollPx: number) => void) {
    bar.addEventListener("scroll", this.onScroll, { passive: true });
  }

  public dispose(): void {
    this.bar.removeEventListener("scroll", this.onScroll);
  }

  /** @param contentPx height of all rows; @param viewportPx height in which they are seen; @param scrollPx our offset */
  public sync(contentPx: number, viewportPx: number, scrollPx: number): void {
    if (contentPx !== this.contentPx || viewportPx !== this.viewportPx) {
      this.contentPx = contentPx;
      this.viewportPx = viewportPx;
      this.spacer.style.height = `${Math.min(contentPx, MAX_SPACER_PX)}px`;
      this.bar.classList.toggle("fst-scrollbar-idle", contentPx <= viewportPx);
      // The browser may have moved the bar with its content.
      this.echo = NaN;
    }
    const target = Math.round(scrollPx * this.barPerContent());
    if (target === this.echo) return;
    this.echo = target;
    this.bar.scrollTop = target;
  }

  private barPerContent(): number {
    const content = this.contentPx - this.viewportPx;
    const bar = Math.min(this.contentPx, MAX_SPACER_PX) - this.viewportPx;
    return content > 0 ? clamp(bar / content, 0, 1) : 1;
  }

  private readonly onScroll = (): void => {
    const { scrollTop } = this.bar;
    if (Math.abs(scrollTop - this.echo) < 1) return;
    this.echo = scrollTop;
    this.scrolled(scrollTop / this.barPerContent());
  };
}
