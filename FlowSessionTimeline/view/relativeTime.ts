import { DAY, EpochMs, epochMs, HOUR, MINUTE, SECOND } from "../base/brand";
import { MeasureText } from "../layout/measureText";
import { relativeTicks, WriteOffset } from "../layout/relativeTicks";
import { Ticks, ticks } from "../layout/ticks";
import { TimeScale } from "../layout/timeScale";
import { spokenDuration } from "./durationText";
import { Timeline } from "./timeline";

/** The start of the run that times are counted from; NaN while the clock's times are shown, and where that run is not there or has no time. */
export function relativeOrigin(timeline: Timeline): EpochMs {
  const { relativeTo } = timeline.view.state;
  const { store } = timeline.ports.source;
  const slot = relativeTo === "" ? -1 : store.slotOf(relativeTo);
  return epochMs(slot < 0 ? NaN : store.fromMs[slot]);
}

/** The axis: in the user's clock, or in time since a run's start. */
export function axisTicks(timeline: Timeline, scale: TimeScale, measure: MeasureText): Ticks {
  const { formats } = timeline.surroundings;
  const clock = ticks(scale, formats, measure);
  const origin = relativeOrigin(timeline);
  return Number.isNaN(origin) ? clock : relativeTicks(scale, origin, clock.upper, writeOffset(timeline), measure);
}

/** "+2:30" in hours and minutes, "+2:30:15" where ticks are seconds apart, "+3 d" where they are days apart. */
function writeOffset({ ports, surroundings }: Timeline): WriteOffset {
  const { timeSeparator } = surroundings.formats.settings;
  const two = (n: number): string => String(n).padStart(2, "0");
  return (offsetMs, stepMs) => {
    const ms = Math.abs(offsetMs);
    const sign = offsetMs < 0 ? "\u2212" : "+";
    if (stepMs >= DAY) return sign + ports.strings.text("Short_Days", surroundings.formats.integer(Math.floor(ms / DAY)));
    const parts = [String(Math.floor(ms / HOUR)), two(Math.floor(ms / MINUTE) % 60), two(Math.floor(ms / SECOND) % 60)];
    return sign + parts.slice(0, stepMs < MINUTE ? 3 : 2).join(timeSeparator);
  };
}

/** In words, how long after or before that run's start: beside the clock's time, never instead of it. "" while the clock's times are shown. */
export function relativeWords(timeline: Timeline, at: number): string {
  const { strings, source } = timeline.ports;
  const since = at - relativeOrigin(timeline);
  if (Number.isNaN(since)) return "";
  const title = source.store.title(source.store.slotOf(timeline.view.state.relativeTo));
  return strings.text(since < 0 ? "Relative_Before" : "Relative_After", spokenDuration(Math.abs(since), strings), title);
}
