import { EpochMs } from "../base/brand";
import { brushSpan } from "../layout/minimapBrush";
import { minimapExtent } from "../layout/minimapExtent";
import { MINIMAP_PX, minimapScene } from "../layout/minimapScene";
import { linearScale, TimeScale } from "../layout/timeScale";
import { TimeWindow } from "../layout/timeWindow";
import { MinimapRenderer } from "../render/minimapRenderer";
import { Palette } from "../render/palette";
import { penOf } from "../render/penOf";
import { TextMeasure } from "../render/textMeasure";
import { MinimapDom } from "./minimapDom";
import { describeBrush, describeScope } from "./minimapWords";
import { ShownOverview } from "./shownOverview";
import { Timeline } from "./timeline";

/** When runs happened, over their whole extent, and where the window lies in it. In most frames only the brush moves. */
export class Minimap {
  private readonly renderer: MinimapRenderer;
  private readonly observer: ResizeObserver;
  private readonly endings: (() => void)[] = [];
  public readonly overview: ShownOverview;
  private widthPx = 0;
  private ratio = 1;
  private shownScale: TimeScale | undefined;
  /** What the canvas shows beside bins and scale; any other value draws it anew. */
  private drawn: readonly unknown[] = [];
  private isStale = true;
  /** Where the brush is, in px. */
  private placed = { left: NaN, right: NaN };
  private described: readonly unknown[] = [];

  public constructor(private readonly timeline: Timeline, public readonly dom: MinimapDom, private palette: Palette, private readonly measure: TextMeasure) {
    this.renderer = new MinimapRenderer(penOf(dom.canvas));
    this.overview = new ShownOverview(timeline);
    this.endings.push(() => this.overview.dispose(), this.overview.subscribe(() => {
      this.isStale = true;
      timeline.invalidate();
    }));
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(dom.root);
  }

  public dispose(): void {
    this.observer.disconnect();
    for (const end of this.endings.splice(0)) end();
  }

  /** Shows with the next frame. */
  public setPalette(palette: Palette): void {
    this.palette = palette;
  }

  /** The scale of the whole extent; undefined while there is nothing to show, or no room. */
  public scale(): TimeScale | undefined {
    return this.shownScale;
  }

  public paint(now: EpochMs): void {
    this.rescale(now);
    const scale = this.shownScale;
    const { window, settledWindow } = this.timeline.view.state;
    this.dom.root.classList.toggle("fst-minimap-empty", scale === undefined || window === null);
    this.draw(scale, now);
    if (!scale || !window) return;
    this.placeBrush(scale, window);
    this.describe(scale, settledWindow ?? window);
  }

  private rescale(now: EpochMs): void {
    const bins = this.overview.bins();
    if (bins === null || this.widthPx <= 0) {
      this.shownScale = undefined;
      return;
    }
    const extent = minimapExtent(bins, now);
    const { shownScale } = this;
    if (shownScale && shownScale.widthPx === this.widthPx && shownScale.window.fromMs === extent.fromMs && shownScale.window.toMs === extent.toMs) return;
    this.shownScale = linearScale(extent, this.widthPx);
  }

  /** Now moves a device pixel at a time. */
  private draw(scale: TimeScale | undefined, now: EpochMs): void {
    const { formats } = this.timeline.surroundings;
    const nowPixel = scale ? Math.round(scale.toPx(now) * this.ratio) : 0;
    const wanted = [scale, this.palette, formats, nowPixel, this.ratio];
    if (!this.isStale && isSame(wanted, this.drawn)) return;
    this.isStale = false;
    this.drawn = wanted;
    const bins = this.overview.bins();
    if (scale && bins) this.renderer.draw(minimapScene({ bins, scale, nowMs: now, formats, measure: this.measure.ofPlot }), this.palette);
    else this.renderer.clear(this.palette);
  }

  /** Written only where it moves, in whole device pixels, so that its width stays the same while panning. */
  private placeBrush(scale: TimeScale, window: TimeWindow): void {
    const { leftPx, rightPx } = brushSpan(scale, window);
    const [left, right] = [leftPx, rightPx].map((px) => Math.round(px * this.ratio) / this.ratio);
    const { dom, placed } = this;
    if (left !== placed.left) dom.window.style.transform = dom.from.style.transform = `translateX(${left}px)`;
    if (right !== placed.right) dom.to.style.transform = `translateX(${right}px)`;
    if (right - left !== placed.right - placed.left) dom.window.style.width = `${right - left}px`;
    this.placed = { left, right };
  }

  /** Words follow when a gesture has paused: nobody listens to each frame. */
  private describe(scale: TimeScale, window: TimeWindow): void {
    const { surroundings, ports } = this.timeline;
    const { scope, ignoresSearch } = this.overview;
    const wanted = [window, scale.window, surroundings.formats, ports.strings, scope, ignoresSearch];
    if (isSame(wanted, this.described)) return;
    this.described = wanted;
    describeScope(this.dom, this.overview, this.timeline);
    describeBrush(this.dom, scale.window, window, this.timeline);
  }

  private resized(): void {
    this.widthPx = this.dom.root.clientWidth;
    this.ratio = this.dom.root.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    this.renderer.resize(this.widthPx, MINIMAP_PX, this.ratio);
    this.isStale = true;
    // As in the chart: the canvas is empty now, not in the next frame.
    this.paint(this.timeline.clock.now());
  }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((one, i) => Object.is(one, b[i]));
