import { DAY, EpochMs, epochMs, HOUR, MINUTE, SECOND } from "../base/brand";
import { UserFormats } from "../domain/userFormats";
import { ZoneInterval, ZoneIntervals } from "../domain/zoneIntervals";
import { MeasureText } from "./measureText";
import { LABEL_GAP_PX, LABEL_INSET_PX } from "./tickLabels";

type Format = (t: EpochMs) => string;

/** The tier above: its label is the first of the formats whose widest fits the interval's length. */
interface UpperTier {
  readonly interval: ZoneInterval;
  readonly lengthMs: number;
  readonly formats: readonly Format[];
}

interface Tier {
  readonly interval: ZoneInterval;
  /** The usual length of the interval in ms; days with daylight saving and months differ from it. */
  readonly lengthMs: number;
  readonly format: Format;
  readonly upper: UpperTier | null;
}

/** What was chosen for an axis. */
export interface ChosenTier {
  readonly interval: ZoneInterval;
  readonly label: Format;
  readonly upper: { readonly interval: ZoneInterval; readonly label: Format } | null;
}

const MONTH = DAY * 30.4;
const YEAR = DAY * 365.25;

/** All tiers from the finest to the coarsest. */
export function tickTiers(intervals: ZoneIntervals, formats: UserFormats): readonly Tier[] {
  const time: Format = (t) => formats.time(t);
  const seconds: Format = (t) => formats.timeWithSeconds(t);
  const dayOfMonth: Format = (t) => formats.pattern(t, "%d");
  const shortMonth: Format = (t) => formats.pattern(t, "MMM");
  const year: Format = (t) => formats.year(t);
  const days: UpperTier = {
    interval: intervals.day,
    lengthMs: DAY,
    formats: [(t) => formats.weekdayAndDate(t), (t) => formats.monthDay(t), (t) => formats.pattern(t, "ddd d"), dayOfMonth],
  };
  const months: UpperTier = { interval: intervals.month, lengthMs: MONTH, formats: [(t) => formats.yearMonth(t), shortMonth] };
  const years: UpperTier = { interval: intervals.year(1), lengthMs: YEAR, formats: [year] };
  const of = (interval: ZoneInterval, lengthMs: number, format: Format, upper: UpperTier | null): Tier => ({ interval, lengthMs, format, upper });
  return [
    ...[1, 2, 5, 15, 30].map((n) => of(intervals.second(n), n * SECOND, seconds, days)),
    ...[1, 2, 5, 15, 30].map((n) => of(intervals.minute(n), n * MINUTE, time, days)),
    ...[1, 2, 3, 6, 12].map((n) => of(intervals.hour(n), n * HOUR, time, days)),
    of(intervals.day, DAY, (t) => formats.pattern(t, "ddd d"), months),
    of(intervals.day, DAY, dayOfMonth, months),
    of(intervals.week, 7 * DAY, dayOfMonth, months),
    of(intervals.month, MONTH, shortMonth, years),
    of(intervals.quarter, 3 * MONTH, shortMonth, years),
    ...[1, 2, 5, 10].map((n) => of(intervals.year(n), n * YEAR, year, null)),
  ];
}

/** Instants whose labels stand for all: every hour of a day, two days of every month, so that the widest is among them whatever the language. */
const SAMPLES: readonly EpochMs[] = [
  ...Array.from({ length: 24 }, (_, hour) => epochMs(Date.UTC(2024, 4, 29, hour, 48, 48))),
  ...Array.from({ length: 24 }, (_, half) => epochMs(Date.UTC(2024, half >> 1, 14 + 14 * (half & 1), 12))),
  ...Array.from({ length: 7 }, (_, day) => epochMs(Date.UTC(2024, 8, 22 + day, 12))),
];

/** Labels of the samples per formats and tier: formatting them for each frame would cost more than the frame. */
const sampled = new WeakMap<UserFormats, Map<string, readonly string[]>>();

function sampleLabels(formats: UserFormats, name: string, format: Format): readonly string[] {
  let byName = sampled.get(formats);
  if (byName === undefined) sampled.set(formats, (byName = new Map()));
  let labels = byName.get(name);
  if (labels === undefined) byName.set(name, (labels = [...new Set(SAMPLES.map(format))]));
  return labels;
}
