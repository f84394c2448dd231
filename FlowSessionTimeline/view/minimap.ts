import { EpochMs } from "../base/brand";
import { sameValues } from "../base/sameValues";
import { brushSpan } from "../layout/minimapBrush";
import { minimapExtent } from "../layout/minimapExtent";
import { minimapScene } from "../layout/minimapScene";
import { linearScale, TimeScale } from "../layout/timeScale";
import { TimeWindow } from "../layout/timeWindow";
import { MinimapRenderer } from "../render/minimapRenderer";
import { Palette } from "../render/palette";
import { penOf } from "../render/penOf";
import { TextMeasure } from "../render/textMeasure";
import { listen } from "./listen";
import { MinimapDom } from "./minimapDom";
import { describeBrush, describeScope } from "./minimapWords";
import { ShownOverview } from "./shownOverview";
import { Timeline } from "./timeline";

/** Sliders follow the brush after this pause, in ms. */
const REST_MS = 200;

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
  /** The window of the frame before. */
  private painted: TimeWindow | null = null;
  private cancelRest: (() => void) | undefined;
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
    this.endings.push(listen(dom.canvas, { contextrestored: () => this.resized() }));
  }

  public dispose(): void {
    this.observer.disconnect();
    this.cancelRest?.();
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
    const isMoved = window !== this.painted;
    this.painted = window;
    // What is drawn comes before what is written: setting a font would have the browser bring all styles up to date.
    this.draw(scale, window, isMoved, now);
    this.dom.root.classList.toggle("fst-minimap-empty", scale === undefined || window === null);
    if (!scale || !window) return;
    if (!isMoved || this.described.length === 0) this.describe();
    else if (window === settledWindow) this.cancelRest ??= this.timeline.clock.timeout(() => this.describe(), REST_MS);
    else if (this.dom.root.contains(this.dom.root.ownerDocument.activeElement)) placeSliders(this.dom, scale, window);
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
  private draw(scale: TimeScale | undefined, window: TimeWindow | null, isMoved: boolean, now: EpochMs): void {
    const { renderer, palette } = this;
    const { formats } = this.timeline.surroundings;
    const nowPixel = scale ? Math.round(scale.toPx(now) * this.ratio) : 0;
    const wanted = [scale, palette, formats, nowPixel, this.ratio];
    const isNew = this.isStale || !sameValues(wanted, this.drawn);
    this.isStale = false;
    this.drawn = wanted;
    const bins = this.overview.bins();
    if (!scale || !bins) return renderer.clear();
    if (isNew) renderer.draw(minimapScene({ bins, scale, nowMs: now, formats, measure: this.measure.ofPlot }), palette);
    if (isNew || isMoved) renderer.drawBrush(window && brushSpan(scale, window), palette);
  }

  /** Words and places of the sliders follow when the window rests: nobody listens to each frame. */
  private describe(): void {
    this.cancelRest?.();
    this.cancelRest = undefined;
    const { surroundings, ports, view: { state: { window, settledWindow } } } = this.timeline;
    const { shownScale: scale } = this;
    if (!scale || !window || window !== settledWindow) return;
    const { scope, ignoresSearch } = this.overview;
    const wanted = [window, scale, surroundings.formats, ports.strings, scope, ignoresSearch];
    if (sameValues(wanted, this.described)) return;
    this.described = wanted;
    describeScope(this.dom, this.overview, this.timeline);
    describeBrush(this.dom, scale.window, window, this.timeline);
    placeSliders(this.dom, scale, window);
  }

  private resized(): void {
    this.widthPx = this.dom.root.clientWidth;
    this.ratio = this.dom.root.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    this.renderer.resize(this.widthPx, this.ratio);
    this.isStale = true;
    // As in the chart: the canvas is empty now, not in the next frame.
    this.paint(this.timeline.clock.now());
  }
}

/** The sliders lie over the brush and its ends, for whoever touches them or looks for the focus; what one sees of it is drawn. */
function placeSliders({ window: brush, from, to }: MinimapDom, scale: TimeScale, window: TimeWindow): void {
  const { leftPx, rightPx } = brushSpan(scale, window);
  brush.style.transform = from.style.transform = `translateX(${leftPx}px)`;
  to.style.transform = `translateX(${rightPx}px)`;
  brush.style.width = `${rightPx - leftPx}px`;
}
