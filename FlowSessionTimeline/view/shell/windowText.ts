import { DAY, EpochMs, epochMs } from "../../base/brand";
import { Timeline } from "../timeline";

/** The window in words, as short as it stays clear: one date if both ends lie on it, no clock times for long windows. */
export function windowText(timeline: Timeline): string {
  const { settledWindow: window } = timeline.view.state;
  const { formats } = timeline.surroundings;
  if (!window) return timeline.ports.strings.text("Window_None");
  const last = epochMs(Math.max(window.fromMs, window.toMs - 1000));
  if (window.toMs - window.fromMs > 3 * DAY) return range(formats.date(window.fromMs), formats.date(last));
  const day = (t: EpochMs): string => formats.pattern(t, formats.settings.monthDay.replace("MMMM", "MMM"));
  const from = `${day(window.fromMs)}, ${formats.time(window.fromMs)}`;
  const sameDay = formats.date(window.fromMs) === formats.date(last);
  return range(from, sameDay ? formats.time(last) : `${day(last)}, ${formats.time(last)}`);
}

/** Each end is isolated, so that digits keep their places in a right-to-left line. */
const range = (from: string, to: string): string => `\u2068${from}\u2069 – \u2068${to}\u2069`;
