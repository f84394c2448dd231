import { AXIS_PX, ROW_PX } from "./measures";
import { paintIndex } from "./paint";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";

/** How far left of a subtree its guide stands: nothing of the subtree lies there, so that it never crosses a bar. */
const GUIDE_PX = 6;
/** Between a line and the bar to which it leads. */
const GAP_PX = 2;
const CONNECTOR = paintIndex("connector");

/** Lines from parents to their children: a guide down the left edge of each subtree, and a branch to each child in view. */
export class Connectors {
  public constructor(private readonly parts: SceneParts, private readonly input: SceneInput) {}

  /** The branch to one row, and the guide above it. */
  public add(row: number): void {
    const { rows } = this.input;
    const parentRow = rows.parentRow[row];
    if (parentRow < 0) return;
    const middle = this.middle(row);
    this.guide(parentRow, middle + 1);
    const x = this.guidePx(parentRow);
    this.line(x, middle, this.startPx(row) - GAP_PX - x, 1);
  }

  /** The guides that go on below the viewport. @param row the last one in view */
  public addRest(row: number): void {
    const { rows, viewportPx } = this.input;
    if (rows.expanded[row] === 1) this.guide(row, viewportPx.height);
    for (let at = row; rows.parentRow[at] >= 0; at = rows.parentRow[at]) {
      if (rows.positionInSet[at] < rows.setSize[at]) this.guide(rows.parentRow[at], viewportPx.height);
    }
  }

  private guide(parentRow: number, bottom: number): void {
    const top = Math.max(AXIS_PX, this.middle(parentRow));
    this.line(this.guidePx(parentRow), top, 1, bottom - top);
    if (top === this.middle(parentRow)) this.line(this.guidePx(parentRow), top, GUIDE_PX - GAP_PX, 1);
  }

  private line(x: number, y: number, width: number, height: number): void {
    const left = Math.max(0, x);
    const right = Math.min(this.input.viewportPx.width, x + width);
    if (right > left && height > 0) this.parts.layers.connectors.add(CONNECTOR, left, y, right - left, height, -1);
  }

  private guidePx(row: number): number {
    return Math.round(this.startPx(row)) - GUIDE_PX;
  }

  /** The left edge of all that a row's subtree shows; NaN (and so no line) if none of it has a time. */
  private startPx(row: number): number {
    return this.input.scale.toPx(this.input.forest.envelopeFromMs[this.input.rows.node[row]]);
  }

  private middle(row: number): number {
    const { rows, scrollPx } = this.input;
    return AXIS_PX + rows.topPx[row] - scrollPx + ROW_PX / 2;
  }
}
