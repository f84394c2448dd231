import { AXIS_PX } from "../layout/measures";
import { INDENT_PX } from "../layout/nameLine";
import { Chart } from "./chart";
import { Commands } from "./commands";
import { Timeline } from "./timeline";

/** Width at a row's indent that belongs to the twisty, px; the twisty itself is drawn and cannot be a target. */
const TWISTY_PX = 22;

/** Clicks on the label column: the twisty toggles, the rest selects, a double click opens. */
export class RowClicks {
  public constructor(private readonly timeline: Timeline, private readonly chart: Chart, private readonly commands: Commands) {
    chart.dom.grid.addEventListener("click", this.onClick);
    chart.dom.grid.addEventListener("dblclick", this.onDouble);
    chart.dom.grid.addEventListener("pointermove", this.onMove);
    chart.dom.grid.addEventListener("pointerleave", this.onLeave);
  }

  public dispose(): void {
    const { grid } = this.chart.dom;
    grid.removeEventListener("click", this.onClick);
    grid.removeEventListener("dblclick", this.onDouble);
    grid.removeEventListener("pointermove", this.onMove);
    grid.removeEventListener("pointerleave", this.onLeave);
  }

  private readonly onClick = (event: MouseEvent): void => {
    const row = this.rowAt(event);
    const { derived } = this.timeline;
    if (row < 0 || !derived) return;
    const key = this.timeline.keyOfRow(row);
    this.chart.focusRow(key);
    const isBranch = derived.rows.hasChildren(row);
    const kind = derived.rows.kind(row);
    if (isBranch && (kind !== "run" || this.isOnTwisty(event, derived.rows.depth(row)))) this.commands.toggle(key);
    else if (kind === "run" && (event.ctrlKey || event.metaKey)) this.commands.select(key, true);
    else if (kind === "run") this.commands.inspect(key);
  };

  private readonly onDouble = (event: MouseEvent): void => {
    const id = this.runAt(event);
    if (id !== "") this.commands.open(id);
  };

  private readonly onMove = (event: PointerEvent): void => this.timeline.view.set({ hoveredId: this.timeline.keyOfRow(this.rowAt(event)) });

  private readonly onLeave = (): void => this.timeline.view.set({ hoveredId: "" });

  /** By its place, because while rows scroll their elements lie elsewhere; a click that no pointer made has none. */
  private rowAt(event: MouseEvent): number {
    const isPlaced = event.type === "pointermove" || event.detail > 0;
    return isPlaced ? this.chart.rowAt(event.clientY - this.chart.dom.grid.getBoundingClientRect().top + AXIS_PX) : this.chart.rowOf(event.target);
  }

  private runAt(event: MouseEvent): string {
    const row = this.rowAt(event);
    const { derived } = this.timeline;
    return row >= 0 && derived && derived.rows.kind(row) === "run" ? this.timeline.keyOfRow(row) : "";
  }

  private isOnTwisty(event: MouseEvent, depth: number): boolean {
    const box = this.chart.dom.grid.getBoundingClientRect();
    const fromStart = this.timeline.surroundings.isRtl ? box.right - event.clientX : event.clientX - box.left;
    return fromStart < depth * INDENT_PX + TWISTY_PX;
  }
}
