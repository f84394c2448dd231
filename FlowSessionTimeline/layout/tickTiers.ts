import { DAY, EpochMs, HOUR, MINUTE, SECOND } from "../base/brand";
import { UserFormats } from "../domain/userFormats";
import { ZoneInterval, ZoneIntervals } from "../domain/zoneIntervals";

export type Format = (t: EpochMs) => string;

/** The tier above: its label is the first of the formats whose widest fits the interval's length. */
export interface UpperTier {
  readonly interval: ZoneInterval;
  readonly lengthMs: number;
  readonly formats: readonly Format[];
}

/** One way to divide the axis. */
export interface Tier {
  readonly interval: ZoneInterval;
  /** How short the interval usually is, in ms: February's length for months. Days of 23 hours are shorter. */
  readonly lengthMs: number;
  readonly format: Format;
  readonly upper: UpperTier | null;
}

const MONTH = 28 * DAY;
const QUARTER = 90 * DAY;
const YEAR = 365 * DAY;

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
    of(intervals.quarter, QUARTER, shortMonth, years),
    ...[1, 2, 5, 10].map((n) => of(intervals.year(n), n * YEAR, year, null)),
  ];
}
