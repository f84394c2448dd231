import { sameValues } from "../base/sameValues";
import { addAxis } from "./axisItems";
import { Connectors } from "./connectors";
import { addDensity } from "./density";
import { isSelected } from "./isSelected";
import { LaneItems } from "./laneItems";
import { AXIS_PX, HATCH_PX } from "./measures";
import { Paint, paintIndex } from "./paint";
import { Scene, SceneInput } from "./scene";
import { clearParts, newParts, SceneParts } from "./sceneParts";
import { TrackStrip } from "./trackStrip";
import { TreeItems } from "./treeItems";

/** Builds scenes into buffers that it reuses: a scene is valid until the next one is built. Costs the rows and pixels in view. */
export class SceneBuilder {
  private readonly parts = newParts();
  private readonly tree = new TreeItems();
  private readonly strip = new TrackStrip();
  private readonly lanes = new LaneItems();
  private axis: readonly unknown[] = [];
  private axisKey = {};

  /** Whether something of the last scene is still being gathered: the next one shows more. */
  public get isBusy(): boolean {
    return this.tree.isBusy;
  }

  public build(input: SceneInput): Scene {
    const { parts } = this;
    const { rows, scale, viewportPx, scrollPx, nowMs } = input;
    clearParts(parts);
    this.tree.begin(input);
    this.lanes.begin(input);
    addGround(parts, input);
    if (input.density) addDensity(parts, input, input.density);
    this.addRows(input);
    const isNowInView = nowMs >= scale.window.fromMs && nowMs < scale.window.toMs;
    const nowPx = isNowInView ? scale.toPx(nowMs) : NaN;
    if (isNowInView) parts.layers.now.add(paintIndex("now"), nowPx, AXIS_PX, 1, viewportPx.height - AXIS_PX, -1);
    this.addAxis(input, nowPx);
    const hatchPhasePx = HATCH_PX - ((scale.window.fromMs / scale.msPerPx) % HATCH_PX);
    return { ...parts, axisKey: this.axisKey, widthPx: viewportPx.width, heightPx: viewportPx.height, nowPx, rows, scrollPx, hatchPhasePx };
  }

  /** Made anew when the window or the second moves, not while rows scroll. */
  private addAxis(input: SceneInput, nowPx: number): void {
    const axis = [input.ticks, input.viewportPx.width, input.nowLabel, nowPx, input.measure];
    if (sameValues(axis, this.axis)) return;
    this.axis = axis;
    this.axisKey = {};
    this.parts.axisLines.clear();
    this.parts.axisLabels.clear();
    addAxis(this.parts, input, nowPx);
  }

  private addRows(input: SceneInput): void {
    const { parts } = this;
    const { rows, viewportPx, scrollPx } = input;
    const connectors = new Connectors(parts, input);
    let row = Math.max(0, rows.rowAt(scrollPx));
    for (; row < rows.count; row++) {
      const top = AXIS_PX + rows.topPx[row] - scrollPx;
      if (top >= viewportPx.height) break;
      // Scrolled past the end, the last row is above the axis.
      if (rows.topPx[row + 1] <= scrollPx) continue;
      addBackground(parts, input, row, top);
      if (rows.kind(row) === "track") this.strip.add(parts, input, rows.node[row], top);
      else if (rows.kind(row) === "lanes") this.lanes.add(parts, input, rows.node[row], top);
      else {
        this.tree.add(parts, input, row, top);
        connectors.add(row);
      }
    }
    if (row > 0 && row <= rows.count && rows.tracks.length === 0) connectors.addGuides(row - 1);
  }
}

/** Nights and the grid. */
function addGround({ layers }: SceneParts, { nights, ticks, viewportPx }: SceneInput): void {
  const height = viewportPx.height - AXIS_PX;
  for (const night of nights) layers.nights.add(paintIndex("night"), night.fromPx, AXIS_PX, night.toPx - night.fromPx, height, -1);
  for (const tick of ticks.lower) layers.grid.add(paintIndex("grid"), tick.px, AXIS_PX, 1, height, -1);
  for (const tick of ticks.upper) if (tick.px >= 0) layers.grid.add(paintIndex("gridStrong"), tick.px, AXIS_PX, 1, height, -1);
}

function addBackground({ layers }: SceneParts, input: SceneInput, row: number, top: number): void {
  const { rows, viewportPx } = input;
  const height = rows.topPx[row + 1] - rows.topPx[row];
  const paint = backgroundOf(input, row);
  if (paint !== null) layers.rows.add(paintIndex(paint), 0, top, viewportPx.width, height, row);
  if (top + height - 1 < viewportPx.height) layers.rowLines.add(paintIndex("rowLine"), 0, top + height - 1, viewportPx.width, 1, row);
}

function backgroundOf({ rows, store, selected, hoveredSlot, focusedRow }: SceneInput, row: number): Paint | null {
  const isRun = rows.kind(row) === "run";
  if (isRun && isSelected(store, selected, rows.node[row])) return "rowSelected";
  if (row === focusedRow) return "rowFocused";
  return isRun && rows.node[row] === hoveredSlot ? "rowHover" : null;
}
