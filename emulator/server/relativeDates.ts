/** Which instants an operator of time selects, in the caller's zone. */
import type { UserZone } from "../userZone";
import type { Operator } from "./fetchQuery";
import { addMonths, DAY, dayOf, instantOf, monthOf, wallOf, weekOf, yearOf } from "./zoneRules";

/** From (inclusive) to (exclusive), in epoch ms. */
export interface InstantRange { readonly from: number; readonly to: number }

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 7 * DAY;
/** What happens in this very millisecond is included. */
const NOW = 1;

/** @param day a wall clock of `zoneRules` inside that day. */
export const dayRange = (zone: UserZone, day: number): InstantRange => wallRange(zone, dayOf(day), dayOf(day) + DAY);

const wallRange = (zone: UserZone, from: number, to: number): InstantRange => ({ from: instantOf(zone, from), to: instantOf(zone, to) });

/**
 * Days and longer begin at the caller's midnight; what looks back ends now.
 * @param count of the operators with x; ignored by the others. @param now epoch ms.
 * @returns null for an operator that is not relative to now.
 */
export function relativeRange(operator: Operator, count: number, now: number, zone: UserZone): InstantRange | null {
  const wall = wallOf(zone, now);
  const untilNow = (from: number): InstantRange => ({ from: instantOf(zone, dayOf(from)), to: now + NOW });
  const olderThan = (to: number): InstantRange => ({ from: -Infinity, to });
  switch (operator) {
    case "today": return dayRange(zone, wall);
    case "yesterday": return dayRange(zone, wall - DAY);
    case "tomorrow": return dayRange(zone, wall + DAY);
    case "this-week": return wallRange(zone, weekOf(wall), weekOf(wall) + WEEK);
    case "last-week": return wallRange(zone, weekOf(wall) - WEEK, weekOf(wall));
    case "this-month": return wallRange(zone, monthOf(wall), addMonths(monthOf(wall), 1));
    case "last-month": return wallRange(zone, addMonths(monthOf(wall), -1), monthOf(wall));
    case "this-year": return wallRange(zone, yearOf(wall), addMonths(yearOf(wall), 12));
    case "last-seven-days": return untilNow(wall - WEEK);
    case "last-x-hours": return { from: now - count * HOUR, to: now + NOW };
    case "last-x-days": return untilNow(wall - count * DAY);
    case "last-x-weeks": return untilNow(wall - count * WEEK);
    case "last-x-months": return untilNow(addMonths(wall, -count));
    case "next-x-hours": return { from: now, to: now + count * HOUR + NOW };
    case "next-x-days": return { from: now, to: instantOf(zone, dayOf(wall) + (count + 1) * DAY) };
    case "olderthan-x-minutes": return olderThan(now - count * MINUTE);
    case "olderthan-x-hours": return olderThan(now - count * HOUR);
    case "olderthan-x-days": return olderThan(instantOf(zone, wall - count * DAY));
    case "olderthan-x-weeks": return olderThan(instantOf(zone, wall - count * WEEK));
    case "olderthan-x-months": return olderThan(instantOf(zone, addMonths(wall, -count)));
    default: return null;
  }
}
