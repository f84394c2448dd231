import { addAxis } from "./axisItems";
import { addLanes } from "./laneItems";
import { AXIS_PX } from "./measures";
import { paintIndex } from "./paint";
import { rowKindIndex } from "./rowTable";
import { Scene, SceneInput } from "./scene";
import { clearParts, newParts, SceneParts } from "./sceneParts";
import { addTrackStrip } from "./trackStrip";
import { addTreeRow } from "./treeItems";

const TRACK = rowKindIndex("track");
const LANES = rowKindIndex("lanes");
/** Period of the hatch, px: its lines start at a multiple of it from the epoch. */
const HATCH_PX = 6;

/** Builds scenes into buffers that it reuses: a scene is valid until the next one is built. Costs the rows and pixels in view. */
export class SceneBuilder {
  private readonly parts = newParts();

  public build(input: SceneInput): Scene {
    const { parts } = this;
    const { rows, scale, viewportPx, scrollPx } = input;
    clearParts(parts);
    addGround(parts, input);
    const first = rows.rowAt(scrollPx);
    for (let row = Math.max(0, first); row < rows.count; row++) {
      const top = AXIS_PX + (rows.topPx[row] ?? 0) - scrollPx;
      if (top >= viewportPx.height) break;
      addRow(parts, input, row, top);
    }
    const nowPx = scale.toPx(input.nowMs);
    const isNowShown = nowPx >= 0 && nowPx < viewportPx.width;
    if (isNowShown) parts.layers.now.add(paintIndex("now"), Math.round(nowPx), AXIS_PX, 1, viewportPx.height - AXIS_PX, -1);
    addAxis(parts, input, isNowShown ? nowPx : NaN);
    return {
      ...parts, widthPx: viewportPx.width, heightPx: viewportPx.height, nowPx: isNowShown ? nowPx : NaN, rows, scrollPx,
      hatchPhasePx: (((-scale.window.fromMs / scale.msPerPx) % HATCH_PX) + HATCH_PX) % HATCH_PX,
    };
  }
}

/** Nights and the grid. */
function addGround({ layers }: SceneParts, { nights, ticks, viewportPx }: SceneInput): void {
  const height = viewportPx.height - AXIS_PX;
  for (const night of nights) layers.nights.add(paintIndex("night"), night.fromPx, AXIS_PX, night.toPx - night.fromPx, height, -1);
  for (const tick of ticks.lower) if (tick.px >= 0 && tick.px < viewportPx.width) layers.grid.add(paintIndex("grid"), Math.round(tick.px), AXIS_PX, 1, height, -1);
  for (const tick of ticks.upper) if (tick.px >= 0 && tick.px < viewportPx.width) layers.grid.add(paintIndex("gridStrong"), Math.round(tick.px), AXIS_PX, 1, height, -1);
}

function addRow(parts: SceneParts, input: SceneInput, row: number, top: number): void {
  const { rows, store, viewportPx } = input;
  const kind = rows.kind[row] ?? 0;
  const node = rows.node[row] ?? 0;
  const height = (rows.topPx[row + 1] ?? 0) - (rows.topPx[row] ?? 0);
  const isRun = kind !== TRACK && kind !== LANES && node < input.forest.slotCount;
  const paint = isRun && input.selected.has(store.id(node)) ? "rowSelected" : row === input.focusedRow ? "rowFocused" : isRun && node === input.hoveredSlot ? "rowHover" : null;
  if (paint) parts.layers.rows.add(paintIndex(paint), 0, top, viewportPx.width, height, row);
  parts.layers.rowLines.add(paintIndex("rowLine"), 0, top + height - 1, viewportPx.width, 1, row);
  if (kind === TRACK) addTrackStrip(parts, input, node, top);
  else if (kind === LANES) addLanes(parts, input, node, top);
  else addTreeRow(parts, input, row, top);
}
