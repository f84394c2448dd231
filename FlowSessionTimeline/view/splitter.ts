import { clamp } from "../base/geometry";
import { ChartDom } from "./chartDom";
import { listen } from "./listen";
import { Timeline } from "./timeline";
import { MIN_LABEL_COLUMN_PX } from "./viewState";

const KEY_STEP_PX = 16;
/** The plot never gets narrower than this through the splitter, px. */
const MIN_PLOT_PX = 120;

/** The edge between label column and plot: by drag, or with the arrow keys. */
export class Splitter {
  private startX: number | undefined;
  private startWidth = 0;
  private readonly stop: () => void;

  public constructor(private readonly timeline: Timeline, private readonly dom: ChartDom) {
    this.stop = listen(dom.splitter, { pointerdown: this.onDown, pointermove: this.onMove, pointerup: this.onUp, pointercancel: this.onUp, keydown: this.onKey });
  }

  public dispose(): void {
    this.stop();
  }

  private readonly onDown = (event: PointerEvent): void => {
    this.dom.splitter.setPointerCapture(event.pointerId);
    this.startX = event.clientX;
    this.startWidth = this.timeline.view.state.labelColumnPx;
  };

  private readonly onMove = (event: PointerEvent): void => {
    if (this.startX !== undefined) this.resize(this.startWidth + (event.clientX - this.startX) * this.direction());
  };

  private readonly onUp = (): void => {
    this.startX = undefined;
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -KEY_STEP_PX, ArrowRight: KEY_STEP_PX }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.resize(this.timeline.view.state.labelColumnPx + step * this.direction());
  };

  private direction(): number {
    return this.timeline.surroundings.isRtl ? -1 : 1;
  }

  private resize(widthPx: number): void {
    const most = Math.max(MIN_LABEL_COLUMN_PX, this.dom.root.clientWidth - MIN_PLOT_PX);
    this.timeline.view.set({ labelColumnPx: clamp(widthPx, MIN_LABEL_COLUMN_PX, most) });
  }
}
