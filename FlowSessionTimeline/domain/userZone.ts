import { clamp } from "../base/geometry";
import { DAY, DurationMs, durationMs, EpochMs, epochMs, HOUR, MINUTE } from "../base/brand";

/** Hosts log an error for each question about a year beyond these (host-facts.md section 2). */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2201, 0, 1) - 2 * DAY;

/** How instants look on the user's clock. Inside the program times stay UTC. */
export class UserZone {
  /** Offsets in minutes by the number of a UTC day; within days in which the rule changes, of an hour; within such hours, as in Lord Howe, of a minute. */
  private readonly known = [DAY, HOUR, MINUTE].map((unitMs) => ({ unitMs, memo: new Map<number, number>() }));

  /** @param offsetMinutes local minus UTC at an instant, in minutes, as `userSettings.getTimeZoneOffsetMinutes(date)` gives it. */
  public constructor(private readonly offsetMinutes: (instant: Date) => number) {}

  /** Local minus UTC; 0 if the time is NaN. */
  public offsetMs(t: EpochMs): DurationMs {
    if (Number.isNaN(t)) return durationMs(0);
    const at = clamp(t, EARLIEST, LATEST);
    let minutes = 0;
    for (const { unitMs, memo } of this.known) {
      const unit = Math.floor(at / unitMs);
      minutes = this.ask(memo, unit, unitMs);
      // Since 1900 no zone of the tz database (2025b) has changed its rule twice within three days.
      if (unitMs === MINUTE || minutes === this.ask(memo, unit + 1, unitMs)) break;
    }
    return durationMs(minutes * MINUTE);
  }

  /** The wall clock, as the epoch ms at which UTC clocks show the same. */
  public toLocalMs(t: EpochMs): number {
    return t + this.offsetMs(t);
  }

  /** The instant at which the wall clock shows this. Where it never does: right after the gap; where it does twice: the earlier one. */
  public fromLocalMs(local: number): EpochMs {
    // No offset reaches a day, so the offsets a day before and after are those on both sides of any change nearby.
    const offsets = [this.offsetMs(epochMs(local - DAY)), this.offsetMs(epochMs(local + DAY))];
    const early = epochMs(local - Math.max(...offsets));
    if (this.toLocalMs(early) === local) return early;
    const late = epochMs(local - Math.min(...offsets));
    return this.toLocalMs(late) === local ? late : this.firstAfter(local, early, late);
  }

  /** Such as "UTC+01:00". */
  public offsetLabel(t: EpochMs): string {
    const minutes = Math.round(this.offsetMs(t) / MINUTE);
    const two = (value: number): string => String(value).padStart(2, "0");
    return `UTC${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  }

  /** The first instant after `low`, up to `high`, whose wall clock is past `local`, to the millisecond. */
  private firstAfter(local: number, low: EpochMs, high: EpochMs): EpochMs {
    let before = Math.floor(low) - 1;
    let after = Math.ceil(high);
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (this.toLocalMs(epochMs(middle)) > local) after = middle;
      else before = middle;
    }
    return epochMs(after);
  }

  private ask(memo: Map<number, number>, unit: number, unitMs: number): number {
    let minutes = memo.get(unit);
    if (minutes === undefined) memo.set(unit, (minutes = this.offsetMinutes(new Date(unit * unitMs))));
    return minutes;
  }
}
