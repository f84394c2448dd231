import { SHAPES } from "../domain/span";
import { STATUS_FAMILIES } from "../domain/status";
import { ROW_PX } from "./measures";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";
import { isShownIn } from "./windowTest";

/** Width of one column of the strip, and the greatest height of what runs and of what waits, px. */
const COLUMN_PX = 4;
const RUNNING_PX = 16;
const WAITING_PX = 6;
const FAILED = STATUS_FAMILIES.indexOf("failed");
const BAR = SHAPES.indexOf("bar");
const OPEN = SHAPES.indexOf("open");
const QUEUED = SHAPES.indexOf("queued");

/** How many runs of the track are under way at once, per column, with what waits above; columns with a failure are red at the foot. */
export function addTrackStrip(parts: SceneParts, input: SceneInput, index: number, rowTop: number): void {
  const track = input.rows.tracks[index];
  if (!track) return;
  const { store, scale, nowMs, viewportPx } = input;
  const columns = Math.ceil(viewportPx.width / COLUMN_PX);
  const running = new Int32Array(columns + 1);
  const waiting = new Int32Array(columns + 1);
  const failed = new Uint8Array(columns + 1);
  const column = (ms: number): number => Math.max(0, Math.min(columns, Math.floor(scale.toPx(ms) / COLUMN_PX)));
  const cover = (counts: Int32Array, fromMs: number, toMs: number): void => {
    const from = column(fromMs);
    const to = Math.max(from + 1, column(toMs));
    if (from >= columns) return;
    counts[from] = (counts[from] ?? 0) + 1;
    counts[Math.min(to, columns)] = (counts[Math.min(to, columns)] ?? 0) - 1;
  };
  for (const slot of track.slots) {
    const from = store.fromMs[slot] ?? 0;
    if (from >= scale.window.toMs) break;
    if (!isShownIn(store, slot, scale.window)) continue;
    const to = Math.min(store.toMs[slot] ?? 0, Math.max(nowMs, from));
    const wait = store.waitFromMs[slot] ?? NaN;
    if (store.family[slot] === FAILED) failed[column(to)] = 1;
    if (store.shape[slot] === BAR || store.shape[slot] === OPEN) cover(running, from, to);
    if (store.shape[slot] === QUEUED) cover(waiting, from, to);
    else if (!Number.isNaN(wait)) cover(waiting, wait, from);
  }
  drawColumns(parts, rowTop, columns, running, waiting, failed);
}

function drawColumns(parts: SceneParts, rowTop: number, columns: number, running: Int32Array, waiting: Int32Array, failed: Uint8Array): void {
  for (let at = 1; at < columns; at++) {
    running[at] = (running[at] ?? 0) + (running[at - 1] ?? 0);
    waiting[at] = (waiting[at] ?? 0) + (waiting[at - 1] ?? 0);
  }
  const most = Math.max(1, running.subarray(0, columns).reduce((a, b) => Math.max(a, b), 0));
  const foot = rowTop + ROW_PX - 3;
  for (let at = 0; at < columns; at++) {
    const height = Math.round((RUNNING_PX * (running[at] ?? 0)) / most);
    if (height > 0) parts.layers.strips.add(paintIndex("connector"), at * COLUMN_PX, foot - height, COLUMN_PX, height, -1);
    if (failed[at]) parts.layers.strips.add(FAMILY_PAINT[FAILED] ?? 0, at * COLUMN_PX, foot - 4, COLUMN_PX, 4, -1);
    if ((waiting[at] ?? 0) > 0) parts.layers.stripWaits.add(paintIndex("waiting"), at * COLUMN_PX, foot - height - WAITING_PX, COLUMN_PX, WAITING_PX, -1);
  }
}
