/** Parts of a date by which an aggregate groups. A bucket is a number only: month 3 is the month of every year. */
import type { UserZone } from "../userZone";
import type { DateGrouping } from "./fetchQuery";
import { DAY, dayOf, wallOf, weekOf, yearOf } from "./zoneRules";

/** @param zone null: in UTC. @returns the bucket of an instant in epoch ms. */
export function bucketOf(grouping: DateGrouping, zone: UserZone | null): (instant: number) => number {
  const part = parts[grouping];
  return instant => part(zone ? wallOf(zone, instant) : instant);
}

const parts: Readonly<Record<DateGrouping, (wall: number) => number>> = {
  day: wall => new Date(wall).getUTCDate(),
  // The week that holds January 1 is the first; weeks begin on Sunday.
  week: wall => Math.floor((dayOf(wall) - weekOf(yearOf(wall))) / (7 * DAY)) + 1,
  month: wall => new Date(wall).getUTCMonth() + 1,
  quarter: wall => Math.floor(new Date(wall).getUTCMonth() / 3) + 1,
  year: wall => new Date(wall).getUTCFullYear(),
};
