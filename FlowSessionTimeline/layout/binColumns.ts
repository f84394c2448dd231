import { clamp } from "../base/geometry";
import { STATUS_FAMILIES, StatusFamily } from "../domain/status";
import { Items } from "./items";
import { MinimapBins } from "./minimapBins";
import { familyPaint, paintIndex } from "./paint";
import { TimeScale } from "./timeScale";
import { TimeWindow } from "./timeWindow";

const GAP_PX = 1;

const FAILED = STATUS_FAMILIES.indexOf("failed");
/** From the bottom up; failures have the common ground, so that they compare. */
const STACK: readonly (readonly [number, number])[] = (["ok", "stopped", "other", "open"] as const).map((family: StatusFamily) =>
  [STATUS_FAMILIES.indexOf(family), paintIndex(familyPaint(family))]);

/** Bins drawn as one column, as wide as a power of two of them. */
export interface Column {
  readonly fromMs: number;
  readonly toMs: number;
  /** Runs by family, in the order of STATUS_FAMILIES. */
  readonly byFamily: readonly number[];
  readonly total: number;
}

/** Columns of one picture. */
export interface ColumnGrid {
  readonly bins: MinimapBins;
  readonly scale: TimeScale;
  /** Columns are at least this wide, the gap between them included; under twice as wide, unless one bin is wider. CSS px. */
  readonly minPx: number;
}

/** How many bins are one column: a power of two, so that columns are anchored to the epoch as bins are. */
const binsPerColumn = ({ bins, scale, minPx }: ColumnGrid): number => 2 ** Math.max(0, Math.ceil(Math.log2((minPx * scale.msPerPx) / bins.lengthMs)));

/** How much time one column is, ms. */
export const columnMs = (grid: ColumnGrid): number => binsPerColumn(grid) * grid.bins.lengthMs;

/** The columns of a window that hold runs, increasing; those at its edges may reach over them. */
export function columnsOf(grid: ColumnGrid, window: TimeWindow = grid.scale.window): readonly Column[] {
  const { bins } = grid;
  const group = binsPerColumn(grid);
  const lengthMs = group * bins.lengthMs;
  const columns: Column[] = [];
  const end = Math.min(Math.ceil((bins.first + bins.count) / group), Math.ceil(window.toMs / lengthMs));
  for (let at = Math.max(Math.floor(bins.first / group), Math.floor(window.fromMs / lengthMs)); at < end; at++) {
    const column = columnAt(bins, at, group);
    if (column.total > 0) columns.push(column);
  }
  return columns;
}

/** The column under an instant, whether it holds runs or not. */
export function columnUnder(grid: ColumnGrid, t: number): Column {
  const group = binsPerColumn(grid);
  return columnAt(grid.bins, Math.floor(t / (grid.bins.lengthMs * group)), group);
}

function columnAt(bins: MinimapBins, at: number, group: number): Column {
  const from = Math.max(0, at * group - bins.first);
  const to = Math.min(bins.count, (at + 1) * group - bins.first);
  const byFamily = bins.families.map((counts) => {
    let sum = 0;
    for (let bin = from; bin < to; bin++) sum += counts[bin];
    return sum;
  });
  const lengthMs = group * bins.lengthMs;
  return { fromMs: at * lengthMs, toMs: (at + 1) * lengthMs, byFamily, total: byFamily.reduce((sum, n) => sum + n, 0) };
}

/** Where columns stand and how high they grow. */
export interface Stacking {
  readonly scale: TimeScale;
  /** The line that they stand on, px from the top. */
  readonly basePx: number;
  /** No part of failures is lower, and no column; beside failures the others have at least a pixel more. */
  readonly minPx: number;
  /** px of a number of runs. */
  readonly heightPx: (runs: number) => number;
  /** What the items of a column refer to. */
  readonly refOf: (column: Column, family: number, index: number) => number;
}

/** Puts columns of families on a common line, failures lowest and in a layer of their own. */
export function stackColumns(others: Items, failures: Items, columns: readonly Column[], { scale, basePx, minPx, heightPx, refOf }: Stacking): void {
  columns.forEach((column, index) => {
    const { fromMs, toMs, byFamily, total } = column;
    const x = scale.toPx(fromMs);
    const width = Math.max(1, scale.toPx(toMs) - x - GAP_PX);
    const failed = byFamily[FAILED];
    const othersPx = failed < total ? 1 : 0;
    const height = Math.max(minPx + othersPx, heightPx(total));
    const failedPx = failed === 0 ? 0 : clamp((height * failed) / total, minPx, height - othersPx);
    if (failed > 0) failures.add(paintIndex("failed"), x, basePx - failedPx, width, failedPx, refOf(column, FAILED, index));
    const pxPerRun = (height - failedPx) / Math.max(1, total - failed);
    let bottom = basePx - failedPx;
    for (const [family, paint] of STACK) {
      const part = byFamily[family] * pxPerRun;
      if (part > 0) others.add(paint, x, bottom - part, width, part, refOf(column, family, index));
      bottom -= part;
    }
  });
}
