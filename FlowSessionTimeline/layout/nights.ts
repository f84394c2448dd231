import { DAY, EpochMs, epochMs, HOUR } from "../base/brand";
import { UserZone } from "../domain/userZone";
import { TimeScale } from "./timeScale";

export interface Night {
  readonly fromPx: number;
  readonly toPx: number;
}

/** Night is from 18 to 6 on the user's clock. */
const NIGHT_FROM = 18 * HOUR;
const NIGHT_TO = 30 * HOUR;
/** Narrower nights would only flicker. */
const LEAST_NIGHT_PX = 12;

/** The nights in view, clamped to the plot; none where they would be narrower than 12 px. */
export function nights(scale: TimeScale, zone: UserZone): readonly Night[] {
  if ((NIGHT_TO - NIGHT_FROM) / scale.msPerPx < LEAST_NIGHT_PX) return [];
  const found: Night[] = [];
  const { fromMs, toMs } = scale.window;
  let day = Math.floor(zone.toLocalMs(fromMs) / DAY) * DAY - DAY;
  for (; ; day += DAY) {
    const from = at(zone, day + NIGHT_FROM);
    if (from >= toMs) return found;
    const to = at(zone, day + NIGHT_TO);
    if (to > fromMs) found.push({ fromPx: Math.max(0, scale.toPx(from)), toPx: Math.min(scale.widthPx, scale.toPx(to)) });
  }
}

const at = (zone: UserZone, local: number): EpochMs => epochMs(zone.fromLocalMs(local));
