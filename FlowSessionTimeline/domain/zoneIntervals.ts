import { timeInterval } from "d3-time";
import { DAY, EpochMs, epochMs, HOUR, MINUTE, SECOND } from "../base/brand";
import { invariant } from "../base/assert";
import { UserZone } from "./userZone";

/** Regular places on the user's clock or calendar, right on days of 23 and 25 hours. */
export interface ZoneInterval {
  /** The last boundary at or before the time. */
  floor(t: EpochMs): EpochMs;
  /** The boundary that lies so many steps after that of the time (before it, if negative). */
  offset(t: EpochMs, steps: number): EpochMs;
  /** All boundaries in [from, to), strictly increasing. */
  range(from: EpochMs, to: EpochMs): EpochMs[];
}

export interface ZoneIntervals {
  /** Steps of n seconds, minutes or hours, counted from local midnight; n divides the next larger unit. */
  second(n: number): ZoneInterval;
  minute(n: number): ZoneInterval;
  hour(n: number): ZoneInterval;
  readonly day: ZoneInterval;
  readonly week: ZoneInterval;
  readonly month: ZoneInterval;
  readonly quarter: ZoneInterval;
  /** Years that n divides. */
  year(n: number): ZoneInterval;
}

/** @param firstDayOfWeek 0 for Sunday to 6 for Saturday */
export function zoneIntervals(zone: UserZone, firstDayOfWeek: number): ZoneIntervals {
  return {
    second: (n) => clockInterval(zone, n * SECOND),
    minute: (n) => clockInterval(zone, n * MINUTE),
    hour: (n) => clockInterval(zone, n * HOUR),
    day: calendarInterval(zone, (local) => startOfDay(local), (local, steps) => local + steps * DAY),
    week: calendarInterval(zone, (local) => startOfWeek(local, firstDayOfWeek), (local, steps) => local + steps * 7 * DAY),
    month: monthInterval(zone, 1),
    quarter: monthInterval(zone, 3),
    year: (n) => monthInterval(zone, n * 12),
  };
}

/** What follows from how a boundary is found and how the next is reached; ranges are d3-time's. */
function interval(floor: (t: EpochMs) => EpochMs, offset: (t: EpochMs, steps: number) => EpochMs): ZoneInterval {
  const dates = timeInterval(
    (date) => void date.setTime(floor(epochMs(date.getTime()))),
    (date, steps) => void date.setTime(offset(epochMs(date.getTime()), steps)),
  );
  return {
    floor,
    offset,
    range: (from, to) => dates.range(new Date(Math.ceil(from)), new Date(Math.ceil(to))).map((date) => epochMs(date.getTime())),
  };
}

const startOfDay = (local: number): number => Math.floor(local / DAY) * DAY;

function startOfWeek(local: number, firstDayOfWeek: number): number {
  const day = startOfDay(local);
  return day - ((new Date(day).getUTCDay() - firstDayOfWeek + 7) % 7) * DAY;
}

/** Boundaries every `stepMs` of the local clock. Those that a change of the clock skips do not exist. */
function clockInterval(zone: UserZone, stepMs: number): ZoneInterval {
  invariant(stepMs > 0 && DAY % stepMs === 0, "clock steps divide the day");
  const floor = (t: EpochMs): EpochMs => {
    const local = zone.toLocalMs(t);
    for (let boundary = Math.floor(local / stepMs) * stepMs; ; boundary -= stepMs) {
      // An hour that comes twice has its boundaries twice, but not for longer steps: their labels would repeat.
      const again = epochMs(t - (local - boundary));
      if (stepMs <= HOUR && zone.toLocalMs(again) === boundary) return again;
      const first = zone.fromLocalMs(boundary);
      if (zone.toLocalMs(first) === boundary) return first;
    }
  };
  const next = (boundary: EpochMs): EpochMs => {
    for (let steps = 1; ; steps++) {
      const following = floor(epochMs(boundary + steps * stepMs));
      if (following > boundary) return following;
    }
  };
  const offset = (t: EpochMs, steps: number): EpochMs => {
    let boundary = floor(t);
    for (let step = 0; step < steps; step++) boundary = next(boundary);
    for (let step = 0; step > steps; step--) boundary = floor(epochMs(boundary - 1));
    return boundary;
  };
  return interval(floor, offset);
}

/** Boundaries at the starts of days; where a day has no midnight, it starts right after the gap. */
function calendarInterval(
  zone: UserZone, floorLocal: (local: number) => number, addLocal: (local: number, steps: number) => number,
): ZoneInterval {
  const floor = (t: EpochMs): EpochMs => zone.fromLocalMs(floorLocal(zone.toLocalMs(t)));
  const offset = (t: EpochMs, steps: number): EpochMs => {
    const start = floorLocal(zone.toLocalMs(t));
    const boundary = zone.fromLocalMs(addLocal(start, steps));
    // A day that a zone skipped starts when the next one does: going back from there must not stay there.
    return steps < 0 && boundary >= floor(t) ? offset(t, steps - 1) : boundary;
  };
  return interval(floor, offset);
}

function monthInterval(zone: UserZone, months: number): ZoneInterval {
  const start = (month: number): number => new Date(0).setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
  const monthOf = (local: number): number => new Date(local).getUTCFullYear() * 12 + new Date(local).getUTCMonth();
  return calendarInterval(
    zone,
    (local) => start(Math.floor(monthOf(local) / months) * months),
    (local, steps) => start(monthOf(local) + steps * months),
  );
}
