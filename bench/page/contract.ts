/** Shared numbers of the comparison: every contender draws the same picture with them. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday 2026-01-05 00:00 UTC, in epoch ms; the runs lie in [T0, T1]. */
export const T0 = Date.UTC(2026, 0, 5);
const T1 = T0 + 7 * DAY;
/** "Now" for runs without an end. */
export const NOW = T1;

/** The page and the contender, the label column and the chart, in px. */
export const WIDTH = 1280;
export const HEIGHT = 720;
export const LABEL_W = 300;
export const CHART_W = WIDTH - LABEL_W;
export const ROW_H = 30;
export const BAR_H = 18;
export const HEADER_H = 60;

/** One notch of the wheel with Ctrl. Level 0 shows the whole week, level k is 1.2^k times as wide; T0 stays at the left edge. */
const ZOOM_FACTOR = 1.2;
export const ZOOM_LEVELS = 16;
const weekWidth = (level: number): number => CHART_W * Math.pow(ZOOM_FACTOR, level);
export const pxPerHour = (level: number): number => weekWidth(level) / 168;

export const STATUSES = [
  ["Queued", "#8a8886"], ["Waiting", "#ffb900"], ["Running", "#0078d4"], ["Pausing", "#c19c00"],
  ["Paused", "#986f0b"], ["Cancelling", "#a4262c"], ["Cancelled", "#605e5c"], ["Succeeded", "#107c10"],
  ["SucceededWithWarnings", "#bad80a"], ["Failed", "#d13438"], ["TimedOut", "#e3008c"], ["Skipped", "#69797e"],
  ["Retrying", "#8764b8"], ["Blocked", "#881798"], ["Unknown", "#004b50"],
] as const;
export type StatusName = (typeof STATUSES)[number][0];
export const STATUS_NAMES: readonly StatusName[] = STATUSES.map(([name]) => name);
export const STATUS_COLORS: readonly string[] = STATUSES.map(([, color]) => color);
export const COLOR_OF = Object.fromEntries(STATUSES) as Readonly<Record<StatusName, string>>;

/** One run as every contender gets it; times in epoch ms, no end while it runs. */
export interface BenchRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly status: StatusName;
  readonly startedon: number;
  readonly completedon: number | null;
}

/** What a contender does; the harness calls nothing else. */
export interface Contender {
  /** Makes its own form of the rows before anything is measured; `mount` and `update` get it. Absent: the rows as they are. */
  prepare?(rows: readonly BenchRow[]): void;
  /** Draws into an element of 1280 x 720 px. Ends when the picture is whole. */
  mount(element: HTMLElement, rows: readonly BenchRow[]): void | Promise<void>;
  /** @param y px from the top of the first row */
  scrollTo(y: number): void;
  /** Height of all rows, px. Absent: ROW_H for each. */
  heightPx?(): number;
  /** Shows a zoom level. Absent: the contender understands Ctrl and the wheel, and the key 0, by itself. */
  zoom?(level: number): void;
  /** Takes the keyboard's focus, for the key 0. */
  focus?(): void;
  /** Left edge of the chart in px of the page; absent: LABEL_W. */
  chartLeft?(): number;
  /** After the first picture: whatever makes its picture that of the others. */
  arrange?(): void | Promise<void>;
  /** New rows, all of them new objects, of which one or none differs. */
  update(rows: readonly BenchRow[]): void | Promise<void>;
  /** Elements of the picture and rows in view, where it promises how many there are. */
  elements?(): { readonly elements: number; readonly rows: number };
}

declare global {
  interface Window { contender?: Contender }
}
