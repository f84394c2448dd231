import { Column } from "./binColumns";
import { Items } from "./items";
import { Labels } from "./labels";
import { Layer, LAYERS, Merge, SceneInput } from "./scene";

/** What the parts of a scene are written into. */
export interface SceneParts {
  readonly layers: Readonly<Record<Layer, Items>>;
  readonly labels: Labels;
  readonly axisLines: Items;
  readonly axisLabels: Labels;
  readonly merges: Merge[];
  readonly densities: Column[];
}

export function newParts(): SceneParts {
  const layers = Object.fromEntries(LAYERS.map((layer) => [layer, new Items()])) as Record<Layer, Items>;
  return { layers, labels: new Labels(), axisLines: new Items(), axisLabels: new Labels(), merges: [], densities: [] };
}

/** The axis apart, which is kept from picture to picture. */
export function clearParts(parts: SceneParts): void {
  for (const layer of LAYERS) parts.layers[layer].clear();
  parts.labels.clear();
  parts.merges.length = 0;
  parts.densities.length = 0;
}

/** A stretch of the x axis in CSS px. */
export interface Span {
  readonly x: number;
  readonly width: number;
}

/** What of [fromPx, toPx) lies in the viewport, widened on either side by `overscan`; null if nothing (or NaN). */
export function clampedSpan({ viewportPx }: SceneInput, fromPx: number, toPx: number, overscan: number): Span | null {
  const left = Math.max(-overscan, fromPx);
  const right = Math.min(viewportPx.width + overscan, toPx);
  return right > left && toPx > 0 && fromPx < viewportPx.width ? { x: left, width: right - left } : null;
}
