import { Column } from "./binColumns";
import { Items } from "./items";
import { AXIS_PX } from "./measures";
import { Layer, Merge, Scene } from "./scene";

/** What lies under a point. */
export type Hit =
  | { readonly kind: "run"; readonly slot: number }
  | { readonly kind: "merged"; readonly merge: Merge }
  | { readonly kind: "ghost"; readonly node: number }
  /** The line that stands for the lanes of a track that are not drawn. */
  | { readonly kind: "more"; readonly track: number }
  | { readonly kind: "density"; readonly column: Column }
  | { readonly kind: "row"; readonly row: number };

/** Bars are hit up to this far beside them: the smallest are 3 px. */
const GRACE_PX = 2;

/** Layers whose ref is a run's slot, topmost first. */
const RUN_LAYERS: readonly Layer[] = ["badges", "markers", "queued", "fades", "openBars", "bars", "waits"];

/** The last item (drawn on top) that holds the point, at most `grace` px beside it; -1 if none. */
function itemAt(items: Items, x: number, y: number, grace: number): number {
  for (let i = items.count - 1; i >= 0; i--) {
    const left = items.x[i];
    const top = items.y[i];
    const inside = x >= left - grace && x < left + items.width[i] + grace && y >= top - grace && y < top + items.height[i] + grace;
    if (inside) return i;
  }
  return -1;
}

function runAt(scene: Scene, x: number, y: number, grace: number): Hit | null {
  for (const layer of RUN_LAYERS) {
    const items = scene.layers[layer];
    const found = itemAt(items, x, y, grace);
    if (found >= 0) return { kind: "run", slot: items.ref[found] ?? -1 };
  }
  const { merged } = scene.layers;
  const found = itemAt(merged, x, y, grace);
  const merge = found < 0 ? undefined : scene.merges[merged.ref[found]];
  return merge === undefined ? null : { kind: "merged", merge };
}

/** The column above or below a point: low ones would be hard to meet. */
function columnAt({ layers, densities }: Scene, x: number): Hit | null {
  for (const items of [layers.densities, layers.densityFailures]) {
    for (let i = 0; i < items.count; i++) if (x >= items.x[i] && x < items.x[i] + items.width[i]) return { kind: "density", column: densities[items.ref[i]] };
  }
  return null;
}

/**
 * What is drawn at a point of the canvas: a column in place of rows, a run or merged runs (exactly, else within 2 px), a ghost, else the row; null in the axis and below the last row.
 * @param xPx CSS px from the canvas' left; @param yPx CSS px from its top, axis included.
 */
export function hitTest(scene: Scene, xPx: number, yPx: number): Hit | null {
  if (yPx < AXIS_PX) return null;
  if (scene.densities.length > 0) return columnAt(scene, xPx);
  const run = runAt(scene, xPx, yPx, 0) ?? runAt(scene, xPx, yPx, GRACE_PX);
  if (run !== null) return run;
  const { ghosts, more } = scene.layers;
  const line = itemAt(more, xPx, yPx, 0);
  if (line >= 0) return { kind: "more", track: more.ref[line] ?? -1 };
  const ghost = itemAt(ghosts, xPx, yPx, 0);
  if (ghost >= 0) return { kind: "ghost", node: ghosts.ref[ghost] ?? -1 };
  const inRows = yPx - AXIS_PX + scene.scrollPx;
  return inRows < scene.rows.heightPx ? { kind: "row", row: scene.rows.rowAt(inRows) } : null;
}
