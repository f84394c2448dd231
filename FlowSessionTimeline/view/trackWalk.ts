import { EpochMs, epochMs } from "../base/brand";
import { DrawnTogether, drawnWith, failuresOf, placeOnTrack } from "../layout/mergedRuns";
import { Track } from "../layout/rowTable";
import { drawnEndMs, isInWindow } from "../layout/runTimes";
import { TimeWindow } from "../layout/timeWindow";
import { Timeline } from "./timeline";

const NONE = new Int32Array(0);

/** A stop of the walk along a track: a run, or runs that are drawn as one. */
export interface TrackStop extends DrawnTogether {
  /** The run, or the first of them. */
  readonly slot: number;
}

/** The run that the user has walked to, or the first of the merged ones; else the one selected run; else "". */
function walkedId({ view: { state: { mergedAt, selected } } }: Timeline): string {
  const [only = ""] = selected;
  return mergedAt !== "" ? mergedAt : selected.size === 1 ? only : "";
}

/** The run of a track that the user has walked to, or the first of the merged ones; else the one selected run if it lies on it; else -1. */
export function walkedSlotOf(timeline: Timeline, track: Track): number {
  const id = walkedId(timeline);
  const { store } = timeline.ports.source;
  const slot = id === "" ? -1 : store.slotOf(id);
  return slot >= 0 && placeOnTrack(store, track, slot) >= 0 ? slot : -1;
}

/** Where a run of the track is drawn now: alone, or with others. Before anything is drawn each run is alone. */
export function stopAt(timeline: Timeline, track: Track, slot: number): TrackStop {
  const { store } = timeline.ports.source;
  const { msPerPx } = timeline;
  const drawn = Number.isNaN(msPerPx) ? null : drawnWith(store, track, slot, msPerPx);
  return drawn ? { ...drawn, slot: track.laneSlots[drawn.first] } : { lane: -1, first: -1, count: 1, slot };
}

/** The stop of the merged runs that the focus is at; null where it is at none, or they are drawn one by one by now. */
export function mergedStopOf(timeline: Timeline, track: Track): TrackStop | null {
  const slot = timeline.view.state.mergedAt === "" ? -1 : walkedSlotOf(timeline, track);
  const stop = slot < 0 ? null : stopAt(timeline, track, slot);
  return stop !== null && stop.count > 1 ? stop : null;
}

/** The merged runs that the user is at, or among which the one selected run is; null if there are none. */
export function mergedFocusOf(timeline: Timeline): { readonly track: number; readonly first: number } | null {
  const { derived } = timeline;
  const id = walkedId(timeline);
  if (id === "" || !derived || derived.rows.tracks.length === 0) return null;
  const row = derived.rows.rowOfNode(timeline.ports.source.store.slotOf(id));
  const index = row < 0 ? -1 : derived.rows.node[row];
  const track = derived.rows.tracks[index];
  const slot = track ? walkedSlotOf(timeline, track) : -1;
  const stop = slot < 0 ? null : stopAt(timeline, track, slot);
  return stop !== null && stop.count > 1 ? { track: index, first: stop.first } : null;
}

/** The stop before or after the one that the user is at; with none, the first or last inside the window. Null at the end. Stops follow one another by their starts. */
export function nextOnTrack(timeline: Timeline, track: Track, direction: -1 | 1): TrackStop | null {
  const { store } = timeline.ports.source;
  const { slots } = track;
  const current = walkedSlotOf(timeline, track);
  if (current < 0) return firstInWindow(timeline, track, direction);
  const from = stopAt(timeline, track, current);
  // All but the first of merged runs are passed over: of a million in one item, each is asked no more than this.
  const passed = new Set(restOf(track, from));
  for (let at = placeOnTrack(store, track, from.slot) + direction; at >= 0 && at < slots.length; at += direction) {
    if (passed.has(slots[at])) continue;
    const stop = stopAt(timeline, track, slots[at]);
    if (stop.slot === slots[at]) return stop;
    for (const slot of restOf(track, stop)) passed.add(slot);
  }
  return null;
}

const restOf = ({ laneSlots }: Track, { first, count }: TrackStop): Int32Array => (count > 1 ? laneSlots.subarray(first + 1, first + count) : NONE);

function firstInWindow(timeline: Timeline, track: Track, direction: -1 | 1): TrackStop | null {
  const { window } = timeline.view.state;
  const { slots } = track;
  if (window === null) return null;
  for (let at = direction > 0 ? 0 : slots.length - 1; at >= 0 && at < slots.length; at += direction) {
    if (isInWindow(timeline.ports.source.store, slots[at], window, timeline.clock.now())) return stopAt(timeline, track, slots[at]);
  }
  return null;
}

/** From the first start to the last end of a stop's runs. */
export function spanOfStop(timeline: Timeline, track: Track, { slot, first, count }: TrackStop): TimeWindow {
  const { store } = timeline.ports.source;
  const fromMs = epochMs(store.fromMs[slot]);
  const last = count > 1 ? track.laneSlots[first + count - 1] : slot;
  return { fromMs, toMs: epochMs(Math.max(fromMs, drawnEndMs(store, last, timeline.clock.now()))) };
}

/** What is said of merged runs, part by part: how many, how many of them failed, from when to when. */
export function mergedWords(timeline: Timeline, track: Track, stop: TrackStop): readonly string[] {
  const { strings } = timeline.ports;
  const { formats } = timeline.surroundings;
  const failures = failuresOf(track, stop);
  const { fromMs, toMs } = spanOfStop(timeline, track, stop);
  const at = (t: EpochMs): string => formats.dateTime(t);
  return [strings.count("Runs", stop.count), ...(failures > 0 ? [strings.count("Failures", failures)] : []), strings.text("Tooltip_Span", at(fromMs), at(toMs))];
}
