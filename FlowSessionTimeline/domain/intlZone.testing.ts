import { UserZone } from "./userZone";

/** For tests: what Intl knows of a zone, asked afresh each time, so that a UserZone can be compared with it. */
export function intlOffsetMinutes(timeZone: string): (instant: Date) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
    return Math.round((wall - Math.floor(instant.getTime() / 1000) * 1000) / 60_000);
  };
}

export const intlZone = (timeZone: string): UserZone => new UserZone(intlOffsetMinutes(timeZone));
