import { AXIS_PX, ROW_PX } from "./measures";
import { paintIndex } from "./paint";
import { startPxOf } from "./runItems";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";

/** How far left of a subtree its guide stands: nothing of the subtree lies there, so that it never crosses a bar. */
const GUIDE_PX = 10;
/** Between a line and the bar to which it leads. */
const GAP_PX = 2;
const CONNECTOR = paintIndex("connector");

/** Lines from parents to their children: a guide down the left edge of each subtree, and a branch to each child in view. */
export class Connectors {
  /** By parent's row, how far down its guide leads: each is drawn once, however many children it leads to. px from the canvas' top */
  private readonly bottoms = new Map<number, number>();

  public constructor(private readonly parts: SceneParts, private readonly input: SceneInput) {}

  /** The branch to one row. */
  public add(row: number): void {
    const { rows } = this.input;
    const parentRow = rows.parentRow(row);
    if (parentRow < 0) return;
    const middle = this.middle(row);
    this.bottoms.set(parentRow, middle + 1);
    const x = this.guidePx(parentRow);
    this.line(x, middle, this.startPx(row) - GAP_PX - x, 1);
  }

  /** The guides of all that have a branch, and of those that go on below the viewport. @param row the last one in view */
  public addGuides(row: number): void {
    const { rows, viewportPx } = this.input;
    if (rows.isExpanded(row)) this.bottoms.set(row, viewportPx.height);
    for (let at = row; rows.parentRow(at) >= 0; at = rows.parentRow(at)) {
      if (rows.position[at] < rows.setSize(at)) this.bottoms.set(rows.parentRow(at), viewportPx.height);
    }
    for (const [parentRow, bottom] of this.bottoms) this.guide(parentRow, bottom);
  }

  private guide(parentRow: number, bottom: number): void {
    const x = this.guidePx(parentRow);
    const middle = this.middle(parentRow);
    const top = Math.max(AXIS_PX, middle);
    this.line(x, top, 1, bottom - top);
    if (top === middle) this.line(x, top, this.startPx(parentRow) - GAP_PX - x, 1);
  }

  private line(x: number, y: number, width: number, height: number): void {
    const left = Math.max(0, x);
    const right = Math.min(this.input.viewportPx.width, x + width);
    if (right > left && height > 0) this.parts.layers.connectors.add(CONNECTOR, left, y, right - left, height, -1);
  }

  private guidePx(row: number): number {
    return Math.round(this.envelopePx(row)) - GUIDE_PX;
  }

  /** Where a row's own items begin. */
  private startPx(row: number): number {
    const node = this.input.rows.node[row];
    const ownPx = this.input.forest.isGhost(node) ? NaN : startPxOf(this.input, node);
    return Number.isNaN(ownPx) ? this.envelopePx(row) : Math.min(this.envelopePx(row), ownPx);
  }

  /** The start of all in a row's subtree; NaN (and so no line) if none of it has a time. */
  private envelopePx(row: number): number {
    return this.input.scale.toPx(this.input.forest.envelopeFromMs(this.input.rows.node[row]));
  }

  private middle(row: number): number {
    const { rows, scrollPx } = this.input;
    return AXIS_PX + rows.topPx[row] - scrollPx + ROW_PX / 2;
  }
}
