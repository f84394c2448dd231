import { STATUS_FAMILIES } from "../domain/status";
import { BAR_PX, MIN_BAR_PX, OVERSCAN_PX, ROW_PX } from "./measures";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { addRun, Drawn } from "./runItems";
import { SceneInput } from "./scene";
import { clampedSpan, SceneParts } from "./sceneParts";

const LABEL_GAP_PX = 6;
const ENVELOPE = paintIndex("envelope");
const GHOST = paintIndex("ghost");
const FAILED = STATUS_FAMILIES.indexOf("failed");
/** Height of the strip that stands for the hidden runs below a collapsed parent. */
const STRIP_PX = 4;
const ARROW_PX = 5;

/** One row of the tree: the run's bar, its envelope if it has children, its label. @param rowTop px from the canvas' top */
export function addTreeRow(parts: SceneParts, input: SceneInput, row: number, rowTop: number): void {
  const { rows, forest } = input;
  const node = rows.node[row] ?? 0;
  const top = rowTop + (ROW_PX - BAR_PX) / 2;
  const isBranch = rows.hasChildren[row] === 1;
  if (forest.isGhost(node)) return addGhost(parts, input, node, top);
  const envelope = isBranch ? addEnvelope(parts, input, node, top) : null;
  if (isBranch && rows.expanded[row] !== 1) addHidden(parts, input, node, top + BAR_PX - STRIP_PX);
  const drawn = addRun(parts, input, node, top, isBranch && envelope !== null);
  const extent = drawn && envelope ? { fromPx: Math.min(drawn.fromPx, envelope.fromPx), toPx: Math.max(drawn.toPx, envelope.toPx) } : drawn ?? envelope;
  if (extent) addLabel(parts, input, node, extent, rowTop + ROW_PX / 2);
  else addArrow(parts, input, node, rowTop + ROW_PX / 2);
}

/** From the first start to the last end of a node and all below it; what is open ends now. */
function envelopePx(input: SceneInput, node: number): Drawn | null {
  const from = input.forest.envelopeFromMs[node] ?? NaN;
  if (Number.isNaN(from)) return null;
  const fromPx = input.scale.toPx(from);
  const toPx = input.scale.toPx(Math.min(input.forest.envelopeToMs[node] ?? from, Math.max(input.nowMs, from)));
  return { fromPx, toPx: Math.max(toPx, fromPx + MIN_BAR_PX) };
}

function addEnvelope(parts: SceneParts, input: SceneInput, node: number, top: number): Drawn | null {
  const extent = envelopePx(input, node);
  const span = extent && clampedSpan(input, extent.fromPx, extent.toPx, OVERSCAN_PX);
  if (!span) return null;
  parts.layers.envelopes.add(FAMILY_PAINT[input.store.family[node] ?? -1] ?? ENVELOPE, span.x, top, span.width, BAR_PX, node);
  return extent;
}

function addGhost(parts: SceneParts, input: SceneInput, node: number, top: number): void {
  const extent = envelopePx(input, node);
  const span = extent && clampedSpan(input, extent.fromPx, extent.toPx, OVERSCAN_PX);
  if (span) parts.layers.ghosts.add(GHOST, span.x, top, span.width, BAR_PX, node);
}

/** The runs that a collapsed parent hides, as a strip: failures are drawn last, so that none is painted over. */
function addHidden(parts: SceneParts, input: SceneInput, root: number, y: number): void {
  const { forest, store } = input;
  const { strips } = parts.layers;
  const failed: number[] = [];
  const draw = (slot: number): void => {
    const fromPx = input.scale.toPx(store.fromMs[slot] ?? NaN);
    const span = clampedSpan(input, fromPx, Math.max(fromPx + 2, input.scale.toPx(Math.min(store.toMs[slot] ?? NaN, input.nowMs))), OVERSCAN_PX);
    if (span) strips.add(FAMILY_PAINT[store.family[slot] ?? -1] ?? ENVELOPE, span.x, y, span.width, STRIP_PX, root);
  };
  for (let node = forest.firstChild[root] ?? -1; node >= 0; node = following(input, node, root)) {
    if (store.family[node] === FAILED) failed.push(node);
    else draw(node);
  }
  failed.forEach(draw);
}

/** The next node below `root` in reading order, or -1. */
function following({ forest }: SceneInput, node: number, root: number): number {
  const child = forest.firstChild[node] ?? -1;
  if (child >= 0) return child;
  for (let at = node; at !== root && at >= 0; at = forest.parent[at] ?? -1) {
    const sibling = forest.nextSibling[at] ?? -1;
    if (sibling >= 0) return sibling;
  }
  return -1;
}

/** Right of the bar, else left of it, else nowhere: a label never covers a bar. */
function addLabel(parts: SceneParts, input: SceneInput, slot: number, { fromPx, toPx }: Drawn, middle: number): void {
  const text = input.barLabel(slot);
  if (text === "" || toPx < 0 || fromPx > input.viewportPx.width) return;
  const width = input.measure(text);
  if (toPx + LABEL_GAP_PX + width <= input.viewportPx.width) parts.labels.add(text, toPx + LABEL_GAP_PX, middle, paintIndex("textFaint"));
  else if (fromPx - LABEL_GAP_PX - width >= 0 && Number.isNaN(input.store.waitFromMs[slot] ?? NaN)) parts.labels.add(text, fromPx - LABEL_GAP_PX - width, middle, paintIndex("textFaint"));
}

/** Points to where the bar of a row in view lies, if it is outside the window. */
function addArrow(parts: SceneParts, input: SceneInput, slot: number, middle: number): void {
  const fromPx = input.scale.toPx(input.store.fromMs[slot] ?? NaN);
  if (Number.isNaN(fromPx)) return;
  const isLeft = fromPx < 0;
  parts.layers.offscreen.add(paintIndex("textFaint"), isLeft ? ARROW_PX + 4 : input.viewportPx.width - ARROW_PX - 4, middle - ARROW_PX, isLeft ? -ARROW_PX : ARROW_PX, 2 * ARROW_PX, slot);
}
