import { CHART_W, HOUR, LABEL_W, pxPerHour, T0 } from "../page/contract";

/** A label of the time axis: its place in px of the page and of the header, and its text. */
export interface AxisLabel {
  readonly hours: number;
  readonly left: number;
  readonly top: number;
  readonly text: string;
}

/** Hours between two grid lines. */
export function gridStepHours(level: number): number {
  const perHour = pxPerHour(level);
  return perHour > 60 ? 1 : perHour > 15 ? 6 : 24;
}

export function axisLabels(level: number): AxisLabel[] {
  const perHour = pxPerHour(level);
  const step = gridStepHours(level);
  const labels: AxisLabel[] = [];
  for (let hours = 0; hours * perHour < CHART_W; hours += step) {
    const iso = new Date(T0 + hours * HOUR).toISOString();
    const isDay = hours % 24 === 0;
    labels.push({ hours, left: LABEL_W + hours * perHour + 4, top: isDay ? 8 : 38, text: isDay ? iso.slice(5, 10) : iso.slice(11, 16) });
  }
  return labels;
}
