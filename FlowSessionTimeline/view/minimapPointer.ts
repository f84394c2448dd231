import { durationMs, epochMs } from "../base/brand";
import { clamp } from "../base/geometry";
import { between, BrushPart, moved, partAt } from "../layout/minimapBrush";
import { TimeScale } from "../layout/timeScale";
import { around, lengthOf, TimeWindow } from "../layout/timeWindow";
import { Commands } from "./commands";
import { listen } from "./listen";
import { Minimap } from "./minimap";
import { hintLines } from "./minimapWords";
import { Timeline } from "./timeline";
import { CLICK_SLOP_PX } from "./pointer";
import { wheelWish } from "./wheel";

/** How far beside an end of the brush it can be gripped, px. */
const MOUSE_REACH_PX = 6;
const FINGER_REACH_PX = 16;

/** Where a press began: everything is computed from here, so that no rounding adds up. */
interface Grip {
  readonly pointerId: number;
  readonly part: BrushPart;
  readonly xPx: number;
  readonly window: TimeWindow;
  readonly scale: TimeScale;
}

/**
 * Mouse, pen and touch on the minimap: the brush moves, its ends resize, empty space (or Shift) draws a new window, a click centres the
 * window, a double click shows all. The wheel does what it does on the plot.
 */
export class MinimapPointer {
  private grip: Grip | undefined;
  private isDrag = false;
  private readonly stop: () => void;

  public constructor(private readonly timeline: Timeline, private readonly minimap: Minimap, private readonly commands: Commands) {
    this.stop = listen(minimap.dom.root, { pointerdown: this.onDown, pointermove: this.onMove, pointerup: this.onUp, pointercancel: this.onUp, pointerleave: this.onLeave, dblclick: this.onDouble, wheel: this.onWheel }, { passive: false });
  }

  public dispose(): void {
    this.stop();
  }

  private readonly onDown = (event: PointerEvent): void => {
    const scale = this.minimap.scale();
    const { window } = this.timeline.view.state;
    if (event.button !== 0 || this.grip || !scale || !window) return;
    // Else the browser would take the focus away again.
    event.preventDefault();
    const { dom } = this.minimap;
    const part = this.partOf(event, scale, window);
    dom.root.setPointerCapture(event.pointerId);
    dom[part === "none" ? "window" : part].focus({ preventScroll: true });
    this.grip = { pointerId: event.pointerId, part, xPx: this.xOf(event), window, scale };
    this.isDrag = false;
    this.hideHint();
  };

  private readonly onMove = (event: PointerEvent): void => {
    const { grip } = this;
    if (!grip) return this.hover(event);
    if (event.pointerId !== grip.pointerId) return;
    const x = this.xOf(event);
    this.isDrag = this.isDrag || Math.abs(x - grip.xPx) >= CLICK_SLOP_PX;
    if (!this.isDrag) return;
    this.minimap.dom.root.classList.add("fst-dragging");
    this.timeline.setWindow(draggedWindow(grip, clamp(x, 0, grip.scale.widthPx)), false);
  };

  private readonly onUp = (event: PointerEvent): void => {
    const { grip } = this;
    if (grip?.pointerId !== event.pointerId) return;
    this.grip = undefined;
    this.minimap.dom.root.classList.remove("fst-dragging");
    const { window } = this.timeline.view.state;
    if (this.isDrag && window) this.timeline.setWindow(window, true);
    else if (event.type === "pointerup") this.timeline.setWindow(around(grip.scale.toTime(grip.xPx), lengthOf(grip.window), 0.5), true);
  };

  private readonly onLeave = (): void => this.hideHint();
  private readonly onDouble = (): void => this.commands.fitAll();

  private readonly onWheel = (event: WheelEvent): void => {
    const scale = this.minimap.scale();
    const { window } = this.timeline.view.state;
    if (!scale || !window) return;
    const wish = wheelWish(event, scale.widthPx);
    if (wish.kind === "scroll") return;
    event.preventDefault();
    // Beside the window the nearest end stays: an anchor far off would throw the window away from it.
    if (wish.kind === "zoom") this.commands.zoom(wish.factor, epochMs(clamp(scale.toTime(this.xOf(event)), window.fromMs, window.toMs)));
    else this.commands.panBy(wish.px * scale.msPerPx);
  };

  private partOf(event: PointerEvent, scale: TimeScale, window: TimeWindow): BrushPart {
    return event.shiftKey ? "none" : partAt(scale, window, this.xOf(event), event.pointerType === "touch" ? FINGER_REACH_PX : MOUSE_REACH_PX);
  }

  private hover(event: PointerEvent): void {
    const scale = this.minimap.scale();
    const { overview } = this.minimap;
    const bins = overview.bins();
    const { window } = this.timeline.view.state;
    if (!scale || !bins || !window) return;
    const { dom } = this.minimap;
    dom.root.setAttribute("data-part", this.partOf(event, scale, window));
    if (event.pointerType === "touch") return;
    const x = this.xOf(event);
    dom.hint.textContent = hintLines(overview, bins, scale, scale.toTime(x), this.timeline).join("\n");
    dom.hint.classList.add("fst-shown");
    const left = clamp(x - dom.hint.offsetWidth / 2, 0, scale.widthPx - dom.hint.offsetWidth);
    dom.hint.style.transform = `translateX(${left}px)`;
  }

  private hideHint(): void {
    this.minimap.dom.hint.classList.remove("fst-shown");
  }

  private xOf(event: MouseEvent): number {
    return event.clientX - this.minimap.dom.root.getBoundingClientRect().left;
  }
}

function draggedWindow({ part, xPx, window, scale }: Grip, toPx: number): TimeWindow {
  if (part === "none") return between(scale.toTime(xPx), scale.toTime(toPx));
  return moved(window, part, durationMs((toPx - xPx) * scale.msPerPx));
}
