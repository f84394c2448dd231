import { EpochMs } from "../base/brand";
import { UserFormats } from "../domain/userFormats";
import { zoneIntervals } from "../domain/zoneIntervals";
import { MeasureText } from "./measureText";
import { labelTier, Tick } from "./tickLabels";
import { chooseTier, tickTiers } from "./tickTiers";
import { TimeScale } from "./timeScale";

export type { Tick } from "./tickLabels";

/** The axis in two tiers: a bold upper one (days above hours, months above days, years above months) and a lower one. */
export interface Ticks {
  /** Empty where the lower tier shows years. */
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
}

/**
 * The ticks of a window, increasing, in the user's zone and formats. Which interval they follow depends on ms per px and on the widths of labels
 * only, never on where the window starts, so that nothing changes while panning; a label that has no room is "", its line stays.
 * @param measure width of a text in CSS px, in the axis' font.
 */
export function ticks(scale: TimeScale, formats: UserFormats, measure: MeasureText): Ticks {
  const intervals = zoneIntervals(formats.zone, formats.settings.firstDayOfWeek);
  const tier = chooseTier(tickTiers(intervals, formats), scale.msPerPx, measure);
  const lower = labelTier(instants(tier.interval, scale), scale, tier.label, measure, "tick");
  if (tier.upper === null) return { upper: [], lower };
  return { upper: labelTier(instants(tier.upper.interval, scale), scale, tier.upper.label, measure, "sticky"), lower };
}
