import { DAY, HOUR } from "../base/brand";
import { UserZone } from "../domain/userZone";
import { TimeScale } from "./timeScale";

/** Where it is night, in CSS px of the plot; clamped to it. */
export interface Night {
  readonly fromPx: number;
  readonly toPx: number;
}

/** Night is from 18 to 6 on the user's clock, counted from the midnight before. */
const EVENING = 18 * HOUR;
const MORNING = 30 * HOUR;
/** Narrower nights would be stripes, not shading. */
const MIN_NIGHT_PX = 12;

/** The nights of the window (11 or 13 hours long where the clock changes in them); none where they would be under 12 px wide. */
export function nights(scale: TimeScale, zone: UserZone): readonly Night[] {
  if ((MORNING - EVENING) / scale.msPerPx < MIN_NIGHT_PX) return [];
  const { fromMs, toMs } = scale.window;
  const found: Night[] = [];
  const lastDay = Math.floor(zone.toLocalMs(toMs) / DAY) * DAY;
  for (let day = Math.floor(zone.toLocalMs(fromMs) / DAY) * DAY - DAY; day <= lastDay; day += DAY) {
    const fromPx = Math.max(0, scale.toPx(zone.fromLocalMs(day + EVENING)));
    const toPx = Math.min(scale.widthPx, scale.toPx(zone.fromLocalMs(day + MORNING)));
    if (toPx > fromPx) found.push({ fromPx, toPx });
  }
  return found;
}
