import { EpochMs } from "../base/brand";
import { Hit, hitTest } from "../layout/hitTest";
import { AXIS_PX } from "../layout/measures";
import { isInWindow } from "../layout/runTimes";
import { nights } from "../layout/nights";
import { Scene } from "../layout/scene";
import { SceneBuilder } from "../layout/sceneBuilder";
import { ticks } from "../layout/ticks";
import { linearScale, TimeScale } from "../layout/timeScale";
import { around, lengthOf, TimeWindow } from "../layout/timeWindow";
import { CanvasRenderer } from "../render/canvasRenderer";
import { BOLD_FONT, FONT } from "../render/fonts";
import { Palette } from "../render/palette";
import { TextMeasure } from "../render/textMeasure";
import { ChartDom } from "./chartDom";
import { Minimap } from "./minimap";
import { Derived } from "./pipeline";
import { ProxyScrollbar } from "./proxyScrollbar";
import { NameRoom, rowContent } from "./rowContent";
import { RowPool } from "./rowPool";
import { barLabel } from "./runText";
import { Painter, Timeline } from "./timeline";

/** Draws canvas and rows together, once per frame, and answers what lies under a point. */
export class Chart implements Painter {
  public rowsHeightPx = 0;
  private plotWidthPx = 0;
  private readonly pool: RowPool;
  private readonly scrollbar: ProxyScrollbar;
  private readonly renderer: CanvasRenderer;
  private readonly measure: TextMeasure;
  private readonly scenes = new SceneBuilder();
  private readonly observer: ResizeObserver;
  private readonly detach: () => void;
  private scene: Scene | undefined;
  private shown: Derived | undefined;
  private focusWanted = false;
  private pinnedRow = -1;
  /** Set when the panel opens or closes: the next resize then keeps the scale, so that no bar moves under the pointer. */
  public keepScaleOnce = false;
  /** Painted in the same frame. */
  public minimap: Minimap | undefined;

  public constructor(private readonly timeline: Timeline, public readonly dom: ChartDom, private palette: Palette) {
    const context = dom.canvas.getContext("2d");
    if (!context) throw new Error("This browser gives no 2D canvas.");
    this.measure = new TextMeasure(context, FONT, BOLD_FONT);
    this.renderer = new CanvasRenderer(context);
    this.pool = new RowPool(dom.rows);
    this.scrollbar = new ProxyScrollbar(dom.scrollbar, dom.spacer, (scrollPx) => timeline.setScroll(scrollPx));
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(dom.plot);
    this.detach = timeline.attach(this);
  }

  public dispose(): void {
    this.observer.disconnect();
    this.scrollbar.dispose();
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
    return this.pool.rowOf(target);
  }

  /** Moves the keyboard's focus to a row as soon as it is drawn, without scrolling the page. */
  public focusRow(key: string): void {
    this.focusWanted = true;
    this.timeline.view.set({ focusedKey: key });
    this.timeline.invalidate();
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
    this.minimap?.paint(now);
    const { derived } = this.timeline;
    const scale = this.scale();
    if (!derived || !scale) return;
    this.reassignRows(derived);
    this.paintRows(derived, now);
    this.paintCanvas(derived, scale, now);
    this.scrollbar.sync(derived.rows.heightPx, this.rowsHeightPx, this.timeline.view.state.scrollPx);
  }

  /** When rows were rebuilt, elements are dealt anew, but the focused one stays with its run. */
  private reassignRows(derived: Derived): void {
    if (this.shown === derived) return;
    this.shown = derived;
    const { focusedKey } = this.timeline.view.state;
    this.pool.reassign(this.pinnedRow, this.timeline.rowOf(focusedKey));
  }

  private paintRows(derived: Derived, now: EpochMs): void {
    const { rows } = derived;
    const { scrollPx, focusedKey } = this.timeline.view.state;
    const first = rows.count === 0 ? 0 : rows.rowAt(scrollPx);
    const last = rows.count === 0 ? -1 : rows.rowAt(scrollPx + this.rowsHeightPx - 1);
    const focused = this.timeline.rowOf(focusedKey);
    const tabStop = focused >= 0 ? focused : first;
    const room: NameRoom = { widthPx: this.dom.grid.clientWidth, measure: (text) => this.measure.width(text) };
    this.pinnedRow = focused;
    this.pool.sync(rows, first, last, focused, scrollPx, (row) => rowContent(this.timeline, derived, row, now, { tabStop: row === tabStop, room }));
    this.dom.grid.setAttribute("aria-rowcount", String(rows.count));
    if (this.focusWanted) {
      this.focusWanted = false;
      this.pool.elementOf(focused)?.focus({ preventScroll: true });
    }
  }

  private paintCanvas(derived: Derived, scale: TimeScale, now: EpochMs): void {
    const { state } = this.timeline.view;
    const { store } = this.timeline.ports.source;
    const { formats } = this.timeline.surroundings;
    this.scene = this.scenes.build({
      store,
      forest: derived.forest,
      rows: derived.rows,
      scale,
      scrollPx: state.scrollPx,
      viewportPx: { width: this.plotWidthPx, height: this.rowsHeightPx + AXIS_PX },
      nowMs: now,
      nowLabel: formats.time(now),
      ticks: ticks(scale, formats, (text, bold) => this.measure.width(text, bold)),
      nights: nights(scale, formats.zone),
      selected: state.selected,
      hoveredSlot: state.hoveredId === "" ? -1 : store.slotOf(state.hoveredId),
      focusedRow: this.dom.grid.contains(this.dom.grid.ownerDocument.activeElement) ? this.pinnedRow : -1,
      barLabel: (slot) => barLabel(this.timeline, slot, now),
      measure: (text, bold) => this.measure.width(text, bold),
    });
    this.renderer.draw(this.scene, this.palette);
  }

  private resized(): void {
    const { clientWidth, clientHeight } = this.dom.plot;
    const { window } = this.timeline.view.state;
    const before = this.plotWidthPx;
    this.plotWidthPx = clientWidth;
    this.rowsHeightPx = Math.max(0, clientHeight - AXIS_PX);
    this.renderer.resize(clientWidth, clientHeight, this.dom.canvas.ownerDocument.defaultView?.devicePixelRatio ?? 1);
    if (this.keepScaleOnce && window && before > 0 && clientWidth > 0) this.keepScale(window, clientWidth / before);
    this.timeline.setScroll(this.timeline.view.state.scrollPx);
    // As a sheet the panel takes height instead: its run must not end up beneath it.
    if (this.keepScaleOnce) this.timeline.revealRun(this.timeline.view.state.panelId);
    this.keepScaleOnce = false;
    // In the observer's callback the old picture is already stretched: draw now, not in the next frame.
    this.paint(this.timeline.clock.now());
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
