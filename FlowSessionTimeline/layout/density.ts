import { columnsOf, ColumnGrid, stackColumns } from "./binColumns";
import { Items } from "./items";
import { AXIS_PX, OVERSCAN_PX } from "./measures";
import { MinimapBins } from "./minimapBins";
import { paintIndex } from "./paint";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";
import { TimeScale } from "./timeScale";

/** Columns are at least this wide, the gap between them included. CSS px. */
const MIN_COLUMN_PX = 8;
/** Room above the highest column, for the sentence that says what is drawn. */
const HEAD_PX = 72;
/** No failure is lower, also one among a million. */
const MIN_HEIGHT_PX = 3;
/** The highest column is never lower, however low the plot is. */
const LEAST_PX = 24;
/** Lines of equal counts: so many at most. */
const MAX_LINES = 4;
const LABEL_X_PX = 6;
const PLATE_PX = 16;
const PLATE_PADDING_PX = 3;

/** How the plot's bins are put into columns. */
export const densityGrid = (bins: MinimapBins, scale: TimeScale): ColumnGrid => ({ bins, scale, minPx: MIN_COLUMN_PX });

/** What stands in place of rows that are too many: runs by time and family. Heights follow counts, and lines say which, so that columns compare. */
export function addDensity(parts: SceneParts, input: SceneInput, bins: MinimapBins): void {
  const { scale, viewportPx } = input;
  const columns = columnsOf(densityGrid(bins, scale));
  const most = columns.reduce((max, one) => Math.max(max, one.total), 1);
  const roomPx = Math.max(LEAST_PX, viewportPx.height - AXIS_PX - HEAD_PX);
  const { densities, densityFailures } = parts.layers;
  stackColumns(densities, densityFailures, columns, {
    scale, basePx: viewportPx.height, minPx: MIN_HEIGHT_PX,
    heightPx: (runs) => (roomPx * runs) / most,
    refOf: (_column, _family, index) => index,
  });
  for (const items of [densities, densityFailures]) clampX(items, viewportPx.width);
  parts.densities.push(...columns);
  addCounts(parts, input, roomPx / most, most);
}

/** A day may be a million px wide. */
function clampX(items: Items, widthPx: number): void {
  for (let i = 0; i < items.count; i++) {
    const left = Math.max(-OVERSCAN_PX, items.x[i]);
    items.width[i] = Math.min(widthPx + OVERSCAN_PX, items.x[i] + items.width[i]) - left;
    items.x[i] = left;
  }
}

function addCounts({ layers, labels }: SceneParts, { viewportPx, measure, countLabel }: SceneInput, pxPerRun: number, most: number): void {
  const step = roundStep(most / MAX_LINES);
  for (let runs = step; runs <= most; runs += step) {
    const y = viewportPx.height - runs * pxPerRun;
    const text = countLabel(runs);
    layers.densityLines.add(paintIndex("gridStrong"), 0, y, viewportPx.width, 1, -1);
    layers.plates.add(paintIndex("axis"), LABEL_X_PX - PLATE_PADDING_PX, y - PLATE_PX / 2, measure(text) + 2 * PLATE_PADDING_PX, PLATE_PX, -1);
    labels.add(text, LABEL_X_PX, y, paintIndex("text"));
  }
}

/** 1, 2 or 5 times a power of ten: the least that is not below a number, at least 1. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return ([1, 2, 5, 10].find((one) => one * power >= least) ?? 10) * power;
}
