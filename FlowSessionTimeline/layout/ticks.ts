import { kept } from "../base/kept";
import { UserFormats } from "../domain/userFormats";
import { zoneIntervals } from "../domain/zoneIntervals";
import { chooseTier } from "./chooseTier";
import { MeasureText } from "./measureText";
import { boundaries, labelTicks, Tick } from "./tickLabels";
import { tickTiers } from "./tickTiers";
import { TimeScale } from "./timeScale";

/** The axis in two tiers: a bold upper one (days above hours, months above days, years above months) and a lower one. */
export interface Ticks {
  /** Empty where the lower tier shows years. */
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
}

/** The tiers of a user's formats: the same objects each time, so that what is known of a tier can be kept with it. */
const tiersOf = kept((formats: UserFormats) => tickTiers(zoneIntervals(formats.zone, formats.settings.firstDayOfWeek), formats));

/**
 * The ticks of a window, increasing, in the user's zone and formats. Which intervals and formats they have depends on ms per px and on the
 * widths of labels only, never on where the window starts, so that nothing changes while panning; only beside an edge of the plot, where an
 * upper label has less room than its interval, it is written shorter.
 * @param measure width of a text in CSS px, in the axis' font
 */
export function ticks(scale: TimeScale, formats: UserFormats, measure: MeasureText): Ticks {
  const tier = chooseTier(tiersOf(formats), scale.msPerPx, measure);
  const lower = labelTicks(boundaries(tier.interval, scale), scale, { labels: [tier.label], bold: false, sticky: false }, measure);
  if (tier.upper === null) return { upper: [], lower };
  const { interval, labels } = tier.upper;
  return { upper: labelTicks(boundaries(interval, scale), scale, { labels, bold: true, sticky: true }, measure), lower };
}
