import { durationMs } from "../base/brand";
import { moved, wayTo } from "../layout/minimapBrush";
import { lengthOf } from "../layout/timeWindow";
import { Commands, ZOOM_STEP } from "./commands";
import { Minimap } from "./minimap";
import { Timeline } from "./timeline";

/** Shares of the window that a slider moves with a key, and with Ctrl or Shift held. */
const STEP = 0.1;
const BIG_STEP = 1;
/** How much an end moves at most: an end that goes by whole windows would double or empty the window. */
const BIG_END_STEP = 0.5;

/** The keys of the brush's sliders: arrows, Home and End, and + and - to zoom. Right is later whatever the page's direction. */
export class MinimapKeyboard {
  public constructor(private readonly timeline: Timeline, private readonly minimap: Minimap, private readonly commands: Commands) {
    minimap.dom.root.addEventListener("keydown", this.onKey);
  }

  public dispose(): void {
    this.minimap.dom.root.removeEventListener("keydown", this.onKey);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const part = (["window", "from", "to"] as const).find((one) => this.minimap.dom[one] === event.target);
    const scale = this.minimap.scale();
    const { window } = this.timeline.view.state;
    if (!part || !scale || !window || event.altKey) return;
    const big = part === "window" ? BIG_STEP : BIG_END_STEP;
    const step = lengthOf(window) * (event.ctrlKey || event.metaKey || event.shiftKey ? big : STEP);
    const byMs: number | undefined = {
      ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step, PageUp: lengthOf(window) * big, PageDown: -lengthOf(window) * big,
      Home: wayTo(scale.window, window, part, -1), End: wayTo(scale.window, window, part, 1),
    }[event.key];
    const factor: number | undefined = { "+": ZOOM_STEP, "=": ZOOM_STEP, "-": 1 / ZOOM_STEP }[event.key];
    // Ctrl with + and - is the browser's own zoom.
    if (byMs === undefined && (factor === undefined || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (byMs !== undefined) this.timeline.setWindow(moved(window, part, durationMs(byMs)), false);
    else if (factor !== undefined) this.commands.zoom(factor);
  };
}
