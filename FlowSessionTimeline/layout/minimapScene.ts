import { EpochMs } from "../base/brand";
import { clamp } from "../base/geometry";
import { STATUS_FAMILIES, StatusFamily } from "../domain/status";
import { UserFormats } from "../domain/userFormats";
import { Items } from "./items";
import { Labels } from "./labels";
import { MeasureText } from "./measureText";
import { MinimapBins } from "./minimapBins";
import { familyPaint, paintIndex } from "./paint";
import { ticks } from "./ticks";
import { TimeScale } from "./timeScale";

/** Columns stand on this line; below it are the labels. CSS px. */
export const BASE_PX = 29;
export const MINIMAP_PX = 44;
const LABEL_PX = 37;
/** Height of the tallest column. The rest above it belongs to the line of open runs. */
const COLUMN_PX = 24;
/** Columns are at least this wide, and under twice as wide, the gap between them included. */
const MIN_COLUMN_PX = 4;
const GAP_PX = 1;
/** No column, and no part of failures, is lower; beside failures the others have at least a pixel more. */
const MIN_HEIGHT_PX = 2;
const LINE_PX = 2;
const NOW_PX = 2;
/** Free space that a label has beside it: enough to read where one is is enough. */
const SPARSE_PX = 36;

const FAILED = STATUS_FAMILIES.indexOf("failed");
const OPEN = STATUS_FAMILIES.indexOf("open");
/** From the bottom up; failures have the common ground, so that they compare. */
const STACK: readonly (readonly [number, number])[] = (["ok", "stopped", "other", "open"] as const).map((family: StatusFamily) =>
  [STATUS_FAMILIES.indexOf(family), paintIndex(familyPaint(family))]);

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

/** Bins drawn as one column, as wide as a power of two of them. */
interface Column {
  readonly fromMs: number;
  readonly toMs: number;
  readonly byFamily: readonly number[];
  readonly total: number;
}

export function minimapScene(input: MinimapInput): MinimapScene {
  const scene: MinimapScene = { widthPx: input.scale.widthPx, lines: new Items(), columns: new Items(), failures: new Items(), now: new Items(), labels: new Labels() };
  const columns = columnsOf(input);
  addTicks(scene, input);
  addColumns(scene, input.scale, columns);
  addOpenLine(scene, input, columns.find((one) => one.byFamily[OPEN] > 0));
  const nowPx = input.scale.toPx(input.nowMs);
  if (nowPx >= 0 && nowPx <= scene.widthPx) scene.now.add(paintIndex("now"), Math.min(nowPx, scene.widthPx - NOW_PX), 0, NOW_PX, BASE_PX, 0);
  return scene;
}

/** How many bins are one column: a power of two, so that columns are anchored to the epoch as bins are. */
const binsPerColumn = ({ bins, scale }: Pick<MinimapInput, "bins" | "scale">): number =>
  2 ** Math.max(0, Math.ceil(Math.log2((MIN_COLUMN_PX * scale.msPerPx) / bins.lengthMs)));

function columnsOf(input: Pick<MinimapInput, "bins" | "scale">): readonly Column[] {
  const { bins } = input;
  const group = binsPerColumn(input);
  const columns: Column[] = [];
  for (let at = Math.floor(bins.first / group); at * group < bins.first + bins.count; at++) {
    const column = columnAt(bins, at, group);
    if (column.total > 0) columns.push(column);
  }
  return columns;
}

/** The column under an instant, whether it holds runs or not. */
export const columnUnder = (input: Pick<MinimapInput, "bins" | "scale">, t: EpochMs): Column => {
  const group = binsPerColumn(input);
  return columnAt(input.bins, Math.floor(t / (input.bins.lengthMs * group)), group);
};

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

/** Heights follow the square root of counts: beside a burst of thousands, single runs are still seen. */
function addColumns({ columns: items, failures }: MinimapScene, scale: TimeScale, columns: readonly Column[]): void {
  const most = columns.reduce((max, one) => Math.max(max, one.total), 1);
  for (const { fromMs, toMs, byFamily, total } of columns) {
    const x = scale.toPx(fromMs);
    const width = Math.max(1, scale.toPx(toMs) - x - GAP_PX);
    const failed = byFamily[FAILED];
    const othersPx = failed < total ? 1 : 0;
    const height = Math.max(MIN_HEIGHT_PX + othersPx, COLUMN_PX * Math.sqrt(total / most));
    const failedPx = failed === 0 ? 0 : clamp((height * failed) / total, MIN_HEIGHT_PX, height - othersPx);
    if (failed > 0) failures.add(paintIndex("failed"), x, BASE_PX - failedPx, width, failedPx, failed);
    const pxPerRun = (height - failedPx) / Math.max(1, total - failed);
    let bottom = BASE_PX - failedPx;
    for (const [family, paint] of STACK) {
      const part = byFamily[family] * pxPerRun;
      if (part > 0) items.add(paint, x, bottom - part, width, part, byFamily[family]);
      bottom -= part;
    }
  }
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
