import { EpochMs } from "../base/brand";
import { STATUS_FAMILIES } from "../domain/status";
import { UserFormats } from "../domain/userFormats";
import { Column, ColumnGrid, columnsOf, stackColumns } from "./binColumns";
import { Items } from "./items";
import { Labels } from "./labels";
import { MeasureText } from "./measureText";
import { MinimapBins } from "./minimapBins";
import { paintIndex } from "./paint";
import { ticks } from "./ticks";
import { TimeScale } from "./timeScale";

/** Columns stand on this line; below it are the labels. CSS px. */
export const BASE_PX = 29;
export const MINIMAP_PX = 44;
const LABEL_PX = 37;
/** Height of the tallest column. The rest above it belongs to the line of open runs. */
const COLUMN_PX = 24;
/** Columns are at least this wide, the gap between them included. */
const MIN_COLUMN_PX = 4;
/** No column, and no part of failures, is lower. */
const MIN_HEIGHT_PX = 2;
const LINE_PX = 2;
const NOW_PX = 2;
/** Free space that a label has beside it: enough to read where one is is enough. */
const SPARSE_PX = 36;

const OPEN = STATUS_FAMILIES.indexOf("open");

/** What a minimap's canvas shows, in CSS px from its top left corner. */
export interface MinimapScene {
  readonly widthPx: number;
  readonly lines: Items;
  readonly columns: Items;
  readonly failures: Items;
  readonly now: Items;
  readonly labels: Labels;
}

export interface MinimapInput {
  readonly bins: MinimapBins;
  readonly scale: TimeScale;
  readonly nowMs: EpochMs;
  readonly formats: UserFormats;
  readonly measure: MeasureText;
}

/** How the minimap's bins are put into columns. */
export const minimapGrid = (bins: MinimapBins, scale: TimeScale): ColumnGrid => ({ bins, scale, minPx: MIN_COLUMN_PX });

export function minimapScene(input: MinimapInput): MinimapScene {
  const scene: MinimapScene = { widthPx: input.scale.widthPx, lines: new Items(), columns: new Items(), failures: new Items(), now: new Items(), labels: new Labels() };
  const columns = columnsOf(minimapGrid(input.bins, input.scale));
  addTicks(scene, input);
  addColumns(scene, input.scale, columns);
  addOpenLine(scene, input, columns.find((one) => one.byFamily[OPEN] > 0));
  const nowPx = input.scale.toPx(input.nowMs);
  if (nowPx >= 0 && nowPx <= scene.widthPx) scene.now.add(paintIndex("now"), Math.min(nowPx, scene.widthPx - NOW_PX), 0, NOW_PX, BASE_PX, 0);
  return scene;
}

/** Heights follow the square root of counts: beside a burst of thousands, single runs are still seen. */
function addColumns({ columns: items, failures }: MinimapScene, scale: TimeScale, columns: readonly Column[]): void {
  const most = columns.reduce((max, one) => Math.max(max, one.total), 1);
  stackColumns(items, failures, columns, {
    scale, basePx: BASE_PX, minPx: MIN_HEIGHT_PX,
    heightPx: (runs) => COLUMN_PX * Math.sqrt(runs / most),
    refOf: ({ byFamily }, family) => byFamily[family],
  });
}

/** A thin line along the top since the first open run started: something has been under way since then. */
function addOpenLine({ lines, widthPx }: MinimapScene, { scale, nowMs }: MinimapInput, first: Column | undefined): void {
  if (first === undefined) return;
  const from = Math.max(0, scale.toPx(first.fromMs));
  const to = Math.min(widthPx, scale.toPx(nowMs));
  if (to > from) lines.add(paintIndex("open"), from, 0, to - from, LINE_PX, first.byFamily[OPEN]);
}

/** The axis in one line: the upper tier's labels, and between them those of the lower tier that do not meet them. */
function addTicks({ lines, labels }: MinimapScene, { scale, formats, measure }: MinimapInput): void {
  const { upper, lower } = ticks(scale, formats, (text, bold) => measure(text, bold) + SPARSE_PX);
  const taken: (readonly [number, number])[] = [];
  for (const [tier, bold, line] of [[upper, true, paintIndex("gridStrong")], [lower, false, paintIndex("grid")]] as const) {
    for (const { px, label, labelPx } of tier) {
      if (px > 0) lines.add(line, px, 0, 1, MINIMAP_PX, 0);
      const end = labelPx + measure(label, bold);
      if (label === "" || taken.some(([from, to]) => labelPx < to && end > from)) continue;
      taken.push([labelPx - SPARSE_PX / 2, end + SPARSE_PX / 2]);
      labels.add(label, labelPx, LABEL_PX, paintIndex(bold ? "text" : "textFaint"), { bold });
    }
  }
}
