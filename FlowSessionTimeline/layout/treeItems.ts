import { HiddenRuns } from "./hiddenRuns";
import { BAR_PX, MIN_BAR_PX, OVERSCAN_PX, PARENT_BAR_PX, ROW_PX } from "./measures";
import { offscreenSide } from "./offscreen";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { addRun, addWait, Extent, extentOf } from "./runItems";
import { SceneInput } from "./scene";
import { clampedSpan, SceneParts } from "./sceneParts";

const LABEL_GAP_PX = 6;
const ENVELOPE = paintIndex("envelope");
const GHOST = paintIndex("ghost");
const TEXT_FAINT = paintIndex("textFaint");
const CHEVRON_PX = 5;
const CHEVRON_INSET_PX = 6;

/** The rows of the tree: each run's bar, its envelope if it has children, its label. */
export class TreeItems {
  private readonly hiddenRuns = new HiddenRuns();

  /** Before each frame. */
  public begin(input: SceneInput): void {
    this.hiddenRuns.begin(input);
  }

  public get isBusy(): boolean {
    return this.hiddenRuns.isBusy;
  }

  /** @param rowTop px from the canvas' top */
  public add(parts: SceneParts, input: SceneInput, row: number, rowTop: number): void {
    const { rows, forest } = input;
    const node = rows.node[row];
    const top = rowTop + (ROW_PX - BAR_PX) / 2;
    const envelope = rows.hasChildren(row) ? envelopeOf(input, node) : null;
    const dimmed = rows.isDimmed(row);
    const isGhost = forest.isGhost(node);
    const isFolded = envelope !== null && !rows.isExpanded(row);
    // A ghost is nothing but its envelope, and a folded parent shows what it hides.
    const isWhole = envelope !== null && (input.envelopes || isGhost || isFolded);
    if (envelope !== null && (input.envelopes || isGhost)) addEnvelope(parts, input, node, envelope, top, dimmed);
    if (isFolded) this.addHidden(parts, input, node, top, isGhost);
    if (isGhost) return;
    const bar = isFolded ? "thinAtTop" : isWhole ? "thin" : "full";
    const extent = extentOf(input, node);
    addWait(parts, input, node, top);
    addRun(parts, input, node, extent, { top, bar, dimmed, diamond: true });
    const whole = isWhole ? union(envelope, extent) : withWait(input, node, extent);
    addLabel(parts, input, row, whole, rowTop + ROW_PX / 2);
    addChevron(parts, input, node, whole, rowTop + ROW_PX / 2);
  }

  /** What a collapsed parent hides, below its own bar; a ghost has none. */
  private addHidden(parts: SceneParts, input: SceneInput, node: number, top: number, isGhost: boolean): void {
    const from = isGhost ? 3 : PARENT_BAR_PX + 3;
    this.hiddenRuns.add(parts, input, node, top + from, BAR_PX - from - (isGhost ? 3 : 1));
  }
}

/** From the first start to the last end of a node and all below it; null if none of them has a time. */
function envelopeOf({ forest, scale, nowMs }: SceneInput, node: number): Extent | null {
  const fromMs = forest.envelopeFromMs(node);
  if (Number.isNaN(fromMs)) return null;
  const toMs = forest.envelopeToMs(node);
  const fromPx = scale.toPx(fromMs);
  return { fromPx, toPx: Math.max(scale.toPx(toMs === Infinity ? Math.max(nowMs, fromMs) : toMs), fromPx + MIN_BAR_PX) };
}

function addEnvelope(parts: SceneParts, input: SceneInput, node: number, { fromPx, toPx }: Extent, top: number, dimmed: boolean): void {
  const span = clampedSpan(input, fromPx, toPx, OVERSCAN_PX);
  if (span === null) return;
  if (input.forest.isGhost(node)) parts.layers.ghosts.add(GHOST, span.x, top, span.width, BAR_PX, node);
  else parts.layers.envelopes.add(dimmed ? ENVELOPE : FAMILY_PAINT[input.store.family[node]], span.x, top, span.width, BAR_PX, node);
}

const union = (a: Extent, b: Extent): Extent => (Number.isNaN(b.fromPx) ? a : { fromPx: Math.min(a.fromPx, b.fromPx), toPx: Math.max(a.toPx, b.toPx) });

function withWait({ store, scale }: SceneInput, slot: number, extent: Extent): Extent {
  const waitPx = scale.toPx(store.waitFromMs(slot));
  return waitPx < extent.fromPx ? { fromPx: waitPx, toPx: extent.toPx } : extent;
}

/** Right of all that the row shows, else left of it where no line leads to it, else nowhere: a label covers neither bars nor connectors. */
function addLabel({ labels }: SceneParts, { barLabel, measure, viewportPx, rows }: SceneInput, row: number, { fromPx, toPx }: Extent, middle: number): void {
  if (!(toPx > 0 && fromPx < viewportPx.width)) return;
  const text = barLabel(rows.node[row]);
  if (text === "") return;
  const width = measure(text);
  if (toPx + LABEL_GAP_PX + width <= viewportPx.width) labels.add(text, toPx + LABEL_GAP_PX, middle, TEXT_FAINT);
  else if (rows.parentRow(row) < 0 && !rows.isExpanded(row) && fromPx - LABEL_GAP_PX - width >= 0) labels.add(text, fromPx - LABEL_GAP_PX - width, middle, TEXT_FAINT);
}

/** Points to where a row's bar lies if it is outside the window. */
function addChevron({ layers }: SceneParts, input: SceneInput, slot: number, whole: Extent, middle: number): void {
  if (whole.toPx > 0 && whole.fromPx < input.viewportPx.width) return;
  const side = offscreenSide(input, slot);
  if (side === 0) return;
  const x = side < 0 ? CHEVRON_INSET_PX + CHEVRON_PX : input.viewportPx.width - CHEVRON_INSET_PX - CHEVRON_PX;
  layers.offscreen.add(TEXT_FAINT, x, middle - CHEVRON_PX, side * CHEVRON_PX, 2 * CHEVRON_PX, slot);
}
