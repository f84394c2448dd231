/** Calendar of a user's zone: from instants to the wall clock and back, right on days of 23, 24.5 and 25 hours. */
import type { UserZone } from "../userZone";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The wall clock at an instant (epoch ms), its fields read as if they were UTC. */
export function wallOf(zone: UserZone, instant: number): number {
  return instant + zone.offsetMinutes(instant) * MINUTE;
}

/** The first instant at which the wall clock shows this; where the clock jumps over it, the instant as far after the jump. */
export function instantOf(zone: UserZone, wall: number): number {
  const before = zone.offsetMinutes(wall - DAY) * MINUTE;
  const after = zone.offsetMinutes(wall + DAY) * MINUTE;
  const candidates = before > after ? [wall - before, wall - after] : [wall - after, wall - before];
  return candidates.find(instant => wallOf(zone, instant) === wall) ?? wall - before;
}

/** Midnight of a wall clock's day, as a wall clock. */
export const dayOf = (wall: number): number => Math.floor(wall / DAY) * DAY;

/** The same time of another day; the month's last day where that month is shorter. */
export function addMonths(wall: number, months: number): number {
  const date = new Date(wall);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const inMonth = new Date(first);
  const lastDay = new Date(Date.UTC(inMonth.getUTCFullYear(), inMonth.getUTCMonth() + 1, 0)).getUTCDate();
  return first + (Math.min(date.getUTCDate(), lastDay) - 1) * DAY + (wall - dayOf(wall));
}

export const monthOf = (wall: number): number => Date.UTC(new Date(wall).getUTCFullYear(), new Date(wall).getUTCMonth(), 1);
export const yearOf = (wall: number): number => Date.UTC(new Date(wall).getUTCFullYear(), 0, 1);
/** Weeks begin on Sunday. */
export const weekOf = (wall: number): number => dayOf(wall) - new Date(wall).getUTCDay() * DAY;
