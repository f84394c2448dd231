import { durationMs, epochMs } from "../base/brand";
import { Column } from "../layout/binColumns";
import { Hit } from "../layout/hitTest";
import { Merge } from "../layout/scene";
import { TimeWindow, zoomAbout, pan } from "../layout/timeWindow";
import { Chart } from "./chart";
import { Commands } from "./commands";
import { listen } from "./listen";
import { columnWords } from "./minimapWords";
import { RangeDrag } from "./rangeDrag";
import { moreWords } from "./rowContent";
import { Timeline } from "./timeline";
import { mergedWords, spanOfStop } from "./trackWalk";
import { TouchScroll } from "./touchScroll";
import { Tooltip } from "./tooltip";

/** A press that moves less than this is a click, px. */
export const CLICK_SLOP_PX = 4;

interface Point {
  readonly x: number;
  readonly y: number;
  /** px on the screen: the plot itself moves when a finger scrolls the page. */
  readonly clientY: number;
}

/** Where a drag or pinch began: everything is computed from here, so that no rounding adds up. */
interface Grip {
  readonly window: TimeWindow;
  readonly msPerPx: number;
  readonly scroll: TouchScroll | number;
  readonly points: ReadonlyMap<number, Point>;
}

/** Mouse, pen and touch on the plot: hover, click, double click, drag to pan and scroll, Shift and drag for a range, pinch to zoom. */
export class Pointer {
  private readonly down = new Map<number, Point>();
  private grip: Grip | undefined;
  private moved = false;
  private clickedId = "";
  private readonly range: RangeDrag;
  private isRanging = false;
  private readonly stop: () => void;

  public constructor(
    private readonly timeline: Timeline,
    private readonly chart: Chart,
    private readonly commands: Commands,
    private readonly tooltip: Tooltip
  ) {
    this.range = new RangeDrag(timeline, chart, commands);
    this.stop = listen(chart.dom.canvas, { pointerdown: this.onDown, pointermove: this.onMove, pointerup: this.onUp, pointercancel: this.onUp, pointerleave: this.onLeave, dblclick: this.onDouble });
  }

  public dispose(): void {
    this.range.cancel();
    this.stop();
  }

  private readonly onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.chart.dom.canvas.setPointerCapture(event.pointerId);
    this.down.set(event.pointerId, this.pointOf(event));
    this.moved = this.down.size > 1;
    this.tooltip.hide();
    this.range.cancel();
    this.isRanging = event.shiftKey && !this.moved;
    if (this.isRanging) this.range.begin(this.pointOf(event).x);
    else this.takeGrip(event.pointerType === "touch");
  };

  private readonly onMove = (event: PointerEvent): void => {
    const at = this.pointOf(event);
    if (!this.down.has(event.pointerId)) return this.hover(at);
    this.down.set(event.pointerId, at);
    if (this.isRanging) return this.range.move(at.x);
    const start = this.grip?.points.get(event.pointerId);
    if (start && Math.hypot(at.x - start.x, at.y - start.y) >= CLICK_SLOP_PX) this.moved = true;
    if (this.moved) this.drag();
  };

  private readonly onUp = (event: PointerEvent): void => {
    if (!this.down.delete(event.pointerId)) return;
    if (this.isRanging) return this.endRange(event);
    if (this.down.size > 0) return this.takeGrip(event.pointerType === "touch");
    this.grip = undefined;
    this.chart.dom.canvas.classList.remove("fst-dragging");
    if (this.moved) this.timeline.view.set({ settledWindow: this.timeline.view.state.window });
    else if (event.type === "pointerup") this.click(this.pointOf(event), event.ctrlKey || event.metaKey);
  };

  private endRange(event: PointerEvent): void {
    this.isRanging = false;
    const at = this.pointOf(event);
    if (event.type !== "pointerup") this.range.cancel();
    else if (this.range.end(at.x) === "click") this.click(at, event.ctrlKey || event.metaKey);
  }

  private readonly onLeave = (): void => {
    this.tooltip.hide();
    this.timeline.view.set({ hoveredId: "" });
  };

  /** The first of the two clicks may have opened the panel and moved things: what was clicked then is what is meant. */
  private readonly onDouble = (): void => {
    if (this.clickedId !== "") this.commands.open(this.clickedId);
  };

  private takeGrip(isTouch: boolean): void {
    const { window, scrollPx } = this.timeline.view.state;
    const scale = this.chart.scale();
    const scroll = isTouch && this.down.size === 1 ? new TouchScroll(this.timeline, this.chart.dom.root) : scrollPx;
    this.grip = window && scale ? { window, msPerPx: scale.msPerPx, scroll, points: new Map(this.down) } : undefined;
  }

  private drag(): void {
    const { grip } = this;
    if (!grip) return;
    this.chart.dom.canvas.classList.add("fst-dragging");
    const from = [...grip.points.values()];
    const to = [...grip.points.keys()].map((id) => this.down.get(id) ?? { x: 0, y: 0, clientY: 0 });
    const start = centre(from);
    const end = centre(to);
    const factor = from.length > 1 ? Math.max(1, spread(to)) / Math.max(1, spread(from)) : 1;
    const anchor = epochMs(grip.window.fromMs + start.x * grip.msPerPx);
    const zoomed = zoomAbout(grip.window, anchor, factor);
    this.timeline.setWindow(pan(zoomed, durationMs(((start.x - end.x) * grip.msPerPx) / factor)), false);
    const upPx = start.clientY - end.clientY;
    if (typeof grip.scroll === "number") this.timeline.setScroll(grip.scroll + upPx);
    else grip.scroll.move(upPx);
  }

  private hover(at: Point): void {
    const hit = this.chart.hit(at.x, at.y);
    const { ports, view } = this.timeline;
    const id = hit?.kind === "run" ? ports.source.store.id(hit.slot) : "";
    view.set({ hoveredId: id });
    this.chart.dom.canvas.classList.toggle("fst-pointing", hit !== null && hit.kind !== "row");
    const inChart = this.inChart(at);
    if (id !== "") this.tooltip.show(id, inChart.x, inChart.y);
    else if (hit?.kind === "more") this.tooltip.showTexts(this.wordsOfMore(hit.track), inChart.x, inChart.y);
    else if (hit?.kind === "density") this.tooltip.showTexts(columnWords(hit.column, this.timeline), inChart.x, inChart.y);
    else if (hit?.kind === "merged") this.tooltip.showTexts(this.wordsOf(hit.merge), inChart.x, inChart.y);
    else this.tooltip.hide();
  }

  private click(at: Point, add: boolean): void {
    const hit = this.chart.hit(at.x, at.y);
    const row = this.chart.rowAt(at.y);
    this.clickedId = this.runOf(hit);
    if (hit?.kind === "merged") this.split(hit.merge);
    else if (hit?.kind === "density") this.zoomInto(hit.column);
    else if (hit?.kind === "more") this.commands.toggleLanes(this.timeline.derived?.rows.tracks[hit.track]?.key ?? "");
    else if (this.clickedId === "") this.commands.select("");
    else if (add) this.commands.select(this.clickedId, true);
    else this.commands.inspect(this.clickedId);
    if (row >= 0) this.chart.focusRow(this.timeline.keyOfRow(row));
  }

  /** A column wider than the plot has nothing more to show. */
  private zoomInto({ fromMs, toMs }: Column): void {
    const { window } = this.timeline.view.state;
    if (window && toMs - fromMs < window.toMs - window.fromMs) this.commands.showWindow({ fromMs: epochMs(fromMs), toMs: epochMs(toMs) });
  }

  private runOf(hit: Hit | null): string {
    return hit?.kind === "run" ? this.timeline.ports.source.store.id(hit.slot) : "";
  }

  private wordsOf(merge: Merge): readonly string[] {
    const track = this.timeline.derived?.rows.tracks[merge.track];
    return track ? mergedWords(this.timeline, track, { ...merge, slot: track.laneSlots[merge.first] }) : [];
  }

  private wordsOfMore(index: number): readonly string[] {
    const track = this.timeline.derived?.rows.tracks[index];
    return track ? moreWords(this.timeline, track) : [];
  }

  /** What is merged splits where it is. */
  private split(merge: Merge): void {
    const track = this.timeline.derived?.rows.tracks[merge.track];
    if (track) this.commands.split(spanOfStop(this.timeline, track, { ...merge, slot: track.laneSlots[merge.first] }));
  }

  private pointOf(event: PointerEvent): Point {
    const box = this.chart.dom.plot.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, clientY: event.clientY };
  }

  private inChart(at: Point): { readonly x: number; readonly y: number } {
    const plot = this.chart.dom.plot.getBoundingClientRect();
    const root = this.chart.dom.root.getBoundingClientRect();
    return { x: at.x + plot.left - root.left, y: at.y + plot.top - root.top };
  }
}

const centre = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
  y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
  clientY: points.reduce((sum, point) => sum + point.clientY, 0) / points.length,
});

function spread(points: readonly Point[]): number {
  const [a, b] = points;
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 1;
}
