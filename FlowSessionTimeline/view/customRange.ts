import { DAY, EpochMs, epochMs } from "../base/brand";
import { readDateTime } from "../domain/readDateTime";
import { UserFormats } from "../domain/userFormats";
import { TimeWindow } from "../layout/timeWindow";

/** An end of a range as a user wrote it. */
export interface WrittenEnd {
  readonly atMs: EpochMs;
  /** The clock never shows the time that was written: the first one after it is meant. */
  readonly skipped: boolean;
}

/**
 * Reads an end of a range on the user's clock. A date alone means the whole day; of a time that comes twice, when clocks are put back, a range
 * starts at the first and ends at the second. Null if it cannot be read.
 */
export function readEnd(text: string, end: "from" | "to", { settings, zone }: UserFormats): WrittenEnd | null {
  const written = readDateTime(text, settings);
  if (written === null) return null;
  const local = written.localMs + (end === "to" && !written.hasTime ? DAY : 0);
  const first = zone.fromLocalMs(local);
  const second = epochMs(local - zone.offsetMs(epochMs(first + DAY)));
  const isTwice = second > first && zone.toLocalMs(second) === local;
  return { atMs: end === "to" && isTwice ? second : first, skipped: written.hasTime && zone.toLocalMs(first) !== local };
}

/** What is wrong with a range: an end that cannot be read, or the order of the two. */
export type RangeFault = "from" | "to" | "order";

/** @param shown the window that the texts were written from: an end whose text is as it was keeps its fraction of a second */
export function readRange(from: string, to: string, shown: TimeWindow, formats: UserFormats): TimeWindow | RangeFault {
  const fromMs = from === formats.dateTime(shown.fromMs) ? shown.fromMs : readEnd(from, "from", formats)?.atMs;
  const toMs = to === formats.dateTime(shown.toMs) ? shown.toMs : readEnd(to, "to", formats)?.atMs;
  if (fromMs === undefined) return "from";
  if (toMs === undefined) return "to";
  return fromMs < toMs ? { fromMs, toMs } : "order";
}
