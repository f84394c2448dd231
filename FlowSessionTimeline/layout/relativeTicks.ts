import { DAY, EpochMs, epochMs, HOUR, MINUTE, SECOND } from "../base/brand";
import { MeasureText } from "./measureText";
import { LABEL_GAP_PX, LABEL_INSET_PX, labelTicks, Tick } from "./tickLabels";
import { Ticks } from "./ticks";
import { TimeScale } from "./timeScale";

/** Writes the time since an instant. @param offsetMs below 0 before it; @param stepMs how far apart the ticks are: says how exact it must be */
export type WriteOffset = (offsetMs: number, stepMs: number) => string;

/** Distances that are easy to count in, ms, up to the longest window. */
const STEPS_MS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((n) => n * DAY),
];

/**
 * The axis in time since an instant: round distances from it below, the calendar above, so that the day is known still. The distances depend on
 * ms per px and on how many digits the far end of the window needs, so that nothing changes while panning.
 * @param calendar the upper tier of the user's clock; a label that one of its lines would strike through is left out
 */
export function relativeTicks(scale: TimeScale, originMs: EpochMs, calendar: readonly Tick[], write: WriteOffset, measure: MeasureText): Ticks {
  const farMs = Math.max(Math.abs(scale.window.fromMs - originMs), Math.abs(scale.window.toMs - originMs));
  const stepMs = STEPS_MS.find((step) => roomPx(step, farMs, write, measure) <= step / scale.msPerPx) ?? STEPS_MS[STEPS_MS.length - 1];
  const instants: EpochMs[] = [];
  for (let n = Math.floor((scale.window.fromMs - originMs) / stepMs); ; n++) {
    const at = epochMs(originMs + n * stepMs);
    instants.push(at);
    if (at >= scale.window.toMs) break;
  }
  const style = { labels: [(t: EpochMs): string => write(t - originMs, stepMs)], bold: false, sticky: false };
  const lower = labelTicks(instants, scale, style, measure).map((tick) => (isStruck(tick, calendar, measure) ? { ...tick, label: "" } : tick));
  return { upper: calendar, lower };
}

/** What the widest label of a step may need: as many nines as the far end has digits. */
function roomPx(stepMs: number, farMs: number, write: WriteOffset, measure: MeasureText): number {
  const unit = stepMs < DAY ? HOUR : DAY;
  const nines = Math.pow(10, Math.floor(Math.log10(Math.max(1, farMs / unit))) + 1) - 1;
  return LABEL_INSET_PX + measure(write(-(nines * unit + (stepMs < DAY ? 58 * MINUTE + 58 * SECOND : 0)), stepMs)) + LABEL_GAP_PX;
}

const isStruck = ({ label, labelPx }: Tick, calendar: readonly Tick[], measure: MeasureText): boolean =>
  label !== "" && calendar.some(({ px }) => px >= labelPx - LABEL_INSET_PX / 2 && px <= labelPx + measure(label) + LABEL_INSET_PX / 2);
