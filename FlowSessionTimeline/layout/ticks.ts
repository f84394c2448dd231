import { EpochMs, epochMs } from "../base/brand";
import { UserFormats } from "../domain/userFormats";
import { ZoneInterval, zoneIntervals } from "../domain/zoneIntervals";
import { chooseTier } from "./chooseTier";
import { MeasureText } from "./measureText";
import { labelTier, Tick } from "./tickLabels";
import { tickTiers } from "./tickTiers";
import { TimeScale } from "./timeScale";

export type { Tick } from "./tickLabels";

/** The axis in two tiers: a bold upper one (days above hours, months above days, years above months) and a lower one. */
export interface Ticks {
  /** Empty where the lower tier shows years. */
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
}

/** The tiers of the user's zone and formats: they change only with a page load. */
const known = new WeakMap<UserFormats, ReturnType<typeof tickTiers>>();

function tiersOf(formats: UserFormats): ReturnType<typeof tickTiers> {
  let tiers = known.get(formats);
  if (tiers === undefined) known.set(formats, (tiers = tickTiers(zoneIntervals(formats.zone, formats.settings.firstDayOfWeek), formats)));
  return tiers;
}

/**
 * The ticks of a window, increasing, in the user's zone and formats. Which interval they follow depends on ms per px and on the widths of labels
 * only, never on where the window starts, so that nothing changes while panning; a label that has no room is "", its line stays.
 * @param measure width of a text in CSS px, in the axis' font.
 */
export function ticks(scale: TimeScale, formats: UserFormats, measure: MeasureText): Ticks {
  const tier = chooseTier(tiersOf(formats), scale.msPerPx, measure);
  const lower = labelTier(instants(tier.interval, scale), scale, tier.label, measure, "tick");
  if (tier.upper === null) return { upper: [], lower };
  return { upper: labelTier(instants(tier.upper.interval, scale), scale, tier.upper.label, measure, "sticky"), lower };
}

/** Boundaries from the one at or before the window to the first after it, so that the last label in view knows its room. */
function instants(interval: ZoneInterval, { window }: TimeScale): readonly EpochMs[] {
  const from = interval.floor(window.fromMs);
  return interval.range(from, epochMs(interval.offset(window.toMs, 1) + 1));
}
