import { EpochMs, epochMs, SECOND } from "../base/brand";
import { Hit, hitTest } from "../layout/hitTest";
import { AXIS_PX } from "../layout/measures";
import { MinimapBins } from "../layout/minimapBins";
import { isInWindow, isLive } from "../layout/runTimes";
import { Night, nights } from "../layout/nights";
import { Scene } from "../layout/scene";
import { SceneBuilder } from "../layout/sceneBuilder";
import { Ticks } from "../layout/ticks";
import { linearScale, TimeScale } from "../layout/timeScale";
import { around, lengthOf, TimeWindow } from "../layout/timeWindow";
import { Palette } from "../render/palette";
import { TextMeasure } from "../render/textMeasure";
import { ChangedRuns } from "./changedRuns";
import { ChartDom } from "./chartDom";
import { DensityView } from "./densityView";
import { Minimap } from "./minimap";
import { Painter } from "./painter";
import { Derived } from "./pipeline";
import { Pictures } from "./pictures";
import { watchPixelRatio } from "./pixelRatio";
import { ProxyScrollbar } from "./proxyScrollbar";
import { Remembered } from "./remembered";
import { axisTicks, relativeOrigin } from "./relativeTime";
import { RowPainter } from "./rowPainter";
import { barLabel } from "./runText";
import { Timeline } from "./timeline";
import { mergedFocusOf } from "./trackWalk";

/** Draws canvas and rows together, once per frame, and answers what lies under a point. */
export class Chart implements Painter {
  public rowsHeightPx = 0;
  /** Size and device pixel ratio of the picture. */
  private fitted = "";
  public plotWidthPx = 0;
  private labelWidthPx = 0;
  private readonly rows: RowPainter;
  private readonly density: DensityView;
  private readonly scrollbar: ProxyScrollbar;
  private readonly pictures: Pictures;
  private readonly scenes = new SceneBuilder();
  private readonly axis = new Remembered<{ readonly ticks: Ticks; readonly nights: readonly Night[] }>();
  private readonly changes: ChangedRuns;
  private readonly barLabels = new Remembered<string>();
  private readonly nowLabel = new Remembered<string>();
  private readonly observer: ResizeObserver;
  private readonly detach: () => void;
  private readonly unwatch: () => void;
  private scene: Scene | undefined;
  /** Set when the panel opens or closes: the next resize then keeps the scale, so that no bar moves under the pointer. */
  public keepScaleOnce = false;
  /** Painted in the same frame. */
  public minimap: Minimap | undefined;

  public constructor(private readonly timeline: Timeline, public readonly dom: ChartDom, private palette: Palette, private readonly measure: TextMeasure) {
    this.changes = new ChangedRuns(timeline.ports.source.store);
    this.pictures = new Pictures(timeline.clock, dom, measure);
    this.rows = new RowPainter(timeline, dom, this.pictures, measure);
    this.density = new DensityView(timeline, dom);
    this.scrollbar = new ProxyScrollbar(timeline.clock, dom.bar, dom.spacer, (scrollPx) => timeline.scrolled(scrollPx));
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(dom.plot);
    this.observer.observe(dom.grid);
    this.detach = timeline.attach(this);
    this.unwatch = watchPixelRatio(dom.root, () => this.resized());
  }

  public dispose(): void {
    this.observer.disconnect();
    this.unwatch();
    this.scrollbar.dispose();
    this.rows.dispose();
    this.pictures.dispose();
    this.detach();
  }

  public setPalette(palette: Palette): void {
    if (palette === this.palette) return;
    this.palette = palette;
    this.minimap?.setPalette(palette);
    this.timeline.invalidate();
  }

  /** The scale of the picture on screen; undefined before the first window. */
  public scale(): TimeScale | undefined {
    const { window } = this.timeline.view.state;
    return window && this.plotWidthPx > 0 ? linearScale(window, this.plotWidthPx) : undefined;
  }

  /** What lies under a point of the plot, in px from its top left corner (the axis included). */
  public hit(xPx: number, yPx: number): Hit | null {
    return this.scene ? hitTest(this.scene, xPx, yPx) : null;
  }

  public rowAt(yPx: number): number {
    const rows = this.timeline.derived?.rows;
    const y = yPx - AXIS_PX + this.timeline.view.state.scrollPx;
    return rows && yPx >= AXIS_PX && y < rows.heightPx ? rows.rowAt(y) : -1;
  }

  public rowOf(target: EventTarget | null): number {
    return this.rows.rowOf(target);
  }

  /** Moves the keyboard's focus to a row as soon as it is drawn, without scrolling the page. */
  public focusRow(key: string): void {
    this.rows.wantFocus();
    this.timeline.view.set({ focusedKey: key });
    this.timeline.invalidate();
  }

  public wantFocus(): void {
    this.rows.wantFocus();
  }

  /** Writes the words that belong to the chart's own elements. */
  public describe(): void {
    const { strings } = this.timeline.ports;
    this.dom.grid.setAttribute("aria-label", strings.text("Grid_Label"));
    this.dom.splitter.setAttribute("aria-label", strings.text("Splitter_Label"));
    this.dom.splitter.setAttribute("aria-valuenow", String(this.timeline.view.state.labelColumnPx));
    this.dom.head.replaceChildren(
      ...(["Column_Run", "Column_Duration"] as const).map((key) => {
        const title = this.dom.head.ownerDocument.createElement("span");
        title.textContent = strings.text(key);
        return title;
      })
    );
  }

  public announce(text: string): void {
    this.dom.announcer.textContent = text;
  }

  public paint(now: EpochMs): void {
    const { derived } = this.timeline;
    const scale = this.scale();
    // Rows and minimap come last: what is written there would have the browser lay out the page as soon as the others ask for a size or a font.
    const hadFocus = this.dom.grid.contains(this.dom.grid.ownerDocument.activeElement);
    const bins = derived?.wish.asDensity === true ? this.minimap?.overview.bins() ?? null : null;
    this.density.show(derived?.wish.asDensity === true && scale ? { scale, bins, overview: this.minimap?.overview } : null);
    if (derived && scale) {
      this.paintCanvas(derived, scale, now, bins, hadFocus);
      this.rows.paint(derived, { widthPx: this.labelWidthPx, heightPx: this.rowsHeightPx, palette: this.palette, isRtl: this.timeline.surroundings.isRtl }, now);
      this.pictures.end();
      this.keepFocus(derived, hadFocus);
      this.scrollbar.sync(derived.rows.heightPx, this.rowsHeightPx, this.timeline.view.state.scrollPx);
    }
    this.minimap?.paint(now);
  }

  /** A row that goes takes the focus with it: the grid holds it until there is a row again, unless the user has taken it elsewhere. */
  private keepFocus({ rows }: Derived, hadFocus: boolean): void {
    const { grid } = this.dom;
    const { activeElement } = grid.ownerDocument;
    if (hadFocus && !grid.contains(activeElement)) grid.focus({ preventScroll: true });
    else if (activeElement !== grid || rows.count === 0) return;
    const { focusedKey, scrollPx } = this.timeline.view.state;
    if (rows.count > 0) this.focusRow(this.timeline.rowOf(focusedKey) >= 0 ? focusedKey : this.timeline.keyOfRow(rows.rowAt(scrollPx)));
  }

  private paintCanvas(derived: Derived, scale: TimeScale, now: EpochMs, density: MinimapBins | null, hasFocus: boolean): void {
    const { state } = this.timeline.view;
    const { store } = this.timeline.ports.source;
    const { formats } = this.timeline.surroundings;
    // Whole seconds, as the now line moves at rest: within one the axis stays.
    const second = Math.floor(now / SECOND);
    const nowMs = epochMs(second * SECOND);
    const isChanged = this.changes.sinceLast();
    if (isChanged) this.barLabels.forget(isChanged);
    this.barLabels.rest(formats);
    this.nowLabel.rest(formats);
    this.scene = this.scenes.build({
      store,
      forest: derived.forest,
      rows: derived.rows,
      scale,
      scrollPx: state.scrollPx,
      viewportPx: { width: this.plotWidthPx, height: this.rowsHeightPx + AXIS_PX },
      nowMs,
      nowLabel: this.nowLabel.of(0, second, () => formats.time(now)),
      ...this.axisOf(scale),
      selected: state.selected,
      hoveredSlot: state.hoveredId === "" ? -1 : store.slotOf(state.hoveredId),
      focusedRow: hasFocus ? this.timeline.rowOf(state.focusedKey) : -1,
      mergedFocus: mergedFocusOf(this.timeline),
      density,
      envelopes: state.parentBars === "envelope",
      barLabel: (slot) => this.barLabels.of(slot, isLive(store, slot) ? second : -1, () => barLabel(this.timeline, slot, now)),
      measure: this.measure.ofPlot,
      countLabel: (runs) => formats.integer(runs),
    });
    this.pictures.drawChart(this.scene, this.palette);
    if (this.scenes.isBusy) this.timeline.invalidate();
  }

  /** Made anew when the window moves, not while rows scroll. */
  private axisOf(scale: TimeScale): { readonly ticks: Ticks; readonly nights: readonly Night[] } {
    const { formats } = this.timeline.surroundings;
    this.axis.rest(scale.window, scale.widthPx, formats, relativeOrigin(this.timeline));
    return this.axis.of(0, -1, () => ({ ticks: axisTicks(this.timeline, scale, this.measure.ofPlot), nights: nights(scale, formats.zone) }));
  }

  private resized(): void {
    // In the observer's callback the old picture is already stretched: draw now, not in the next frame.
    if (this.fit()) this.paint(this.timeline.clock.now());
  }

  /** Takes over another size without waiting for the observer, which brings the first one: to ask for it has the page laid out. @returns whether the caller has something to draw */
  public refit(): boolean {
    return this.fitted !== "" && this.fit();
  }

  /** Takes over the size of the plot; the caller has it drawn. @returns false if it has the size that it had */
  private fit(): boolean {
    const { clientWidth, clientHeight } = this.dom.plot;
    const ratio = this.dom.canvas.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    const labelWidthPx = this.dom.grid.clientWidth;
    const size = [clientWidth, clientHeight, labelWidthPx, ratio].join();
    if (size === this.fitted) return false;
    this.fitted = size;
    const { window } = this.timeline.view.state;
    const before = this.plotWidthPx;
    this.plotWidthPx = clientWidth;
    this.labelWidthPx = labelWidthPx;
    this.rowsHeightPx = Math.max(0, clientHeight - AXIS_PX);
    this.pictures.resize({ plotPx: { width: clientWidth, height: clientHeight }, namesPx: { width: labelWidthPx, height: this.rowsHeightPx }, devicePixelRatio: ratio });
    this.rows.names.forget();
    if (this.keepScaleOnce && window && before > 0 && clientWidth > 0) this.keepScale(window, clientWidth / before);
    this.timeline.setScroll(this.timeline.view.state.scrollPx);
    // As a sheet the panel takes height instead: its run must not end up beneath it.
    if (this.keepScaleOnce) this.timeline.revealRun(this.timeline.view.state.panelId);
    this.keepScaleOnce = false;
    return true;
  }

  /** Shows so much less or more time as the plot has become narrower or wider; the run in the panel stays in view. */
  private keepScale(window: TimeWindow, share: number): void {
    const length = lengthOf(window) * share;
    const kept = around(window.fromMs, length, 0);
    const { store } = this.timeline.ports.source;
    const { panelId } = this.timeline.view.state;
    const now = this.timeline.clock.now();
    const slot = store.slotOf(panelId);
    const at = slot >= 0 ? store.fromMs[slot] : NaN;
    const isHidden = slot >= 0 && isInWindow(store, slot, window, now) && !isInWindow(store, slot, kept, now);
    this.timeline.setWindow(isHidden ? around(at, length, 0.5) : kept, true);
  }
}
