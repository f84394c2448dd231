import { Track } from "../layout/rowTable";
import { isInWindow } from "../layout/runTimes";
import { selectedSlotOf } from "./rowContent";
import { Timeline } from "./timeline";

/** The run before or after the selected one on a track; with none selected, the first or last inside the window. -1 at the end. */
export function nextOnTrack(timeline: Timeline, track: Track, direction: -1 | 1): number {
  const { slots } = track;
  const current = selectedSlotOf(timeline, track);
  if (current >= 0) return slots[slots.indexOf(current) + direction] ?? -1;
  const { window } = timeline.view.state;
  const { store } = timeline.ports.source;
  const order = direction > 0 ? [...slots] : [...slots].reverse();
  return order.find((slot) => window !== null && isInWindow(store, slot, window, timeline.clock.now())) ?? -1;
}
