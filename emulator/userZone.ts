/** The user's time zone: wall clock and offset of an instant, computed through Intl, never through the browser's own zone. */

const MINUTE = 60_000;
/** Offsets change on whole quarters of an hour in every modern zone. */
const QUARTER = 15 * MINUTE;

export class UserZone {
  private readonly wallClock: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();

  /** @param timeZone IANA name. @throws RangeError if Intl does not know it. */
  constructor(readonly timeZone: string) {
    this.wallClock = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
    });
    // Intl reads a zone's rules when it is first asked, which takes ms; a host knows them when it starts.
    this.offsetMinutes(0);
  }

  /** Local minus UTC, in minutes, at an instant in epoch ms. */
  offsetMinutes(instant: number): number {
    const quarter = Math.floor(instant / QUARTER);
    const known = this.offsets.get(quarter);
    if (known !== undefined) return known;
    const start = quarter * QUARTER;
    const offset = (this.wallMs(start) - start) / MINUTE;
    this.offsets.set(quarter, offset);
    return offset;
  }

  /** The offset without daylight saving in the year of an instant. */
  standardOffsetMinutes(instant: number): number {
    const year = new Date(instant).getUTCFullYear();
    return Math.min(this.offsetMinutes(Date.UTC(year, 0, 1)), this.offsetMinutes(Date.UTC(year, 6, 1)));
  }

  /** The user's calendar day of an instant, as `yyyy-MM-dd`. */
  day(instant: number): string {
    return new Date(instant + this.offsetMinutes(instant) * MINUTE).toISOString().slice(0, 10);
  }

  /** The wall clock's fields read as if they were UTC, in ms. */
  private wallMs(instant: number): number {
    const fields: Record<string, number> = {};
    for (const { type, value } of this.wallClock.formatToParts(instant)) fields[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  }
}
