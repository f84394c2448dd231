import { EpochMs, epochMs } from "../base/brand";
import { SHAPES, Shape } from "../domain/span";
import { STATUS_FAMILIES } from "../domain/status";
import { executionMs, waitMs } from "../layout/runTimes";
import { shortDuration, spokenDuration } from "./durationText";
import { relativeWords } from "./relativeTime";
import { Timeline } from "./timeline";

export function shapeOf(timeline: Timeline, slot: number): Shape {
  return SHAPES[timeline.ports.source.store.shape[slot] ?? -1] ?? "none";
}

/** What stands in the duration column and beside bars: the duration, or in a word why there is none. */
export function durationLabel(timeline: Timeline, slot: number, now: EpochMs): string {
  const { strings } = timeline.ports;
  const execution = executionMs(timeline.ports.source.store, slot, now);
  if (!Number.isNaN(execution)) return shortDuration(execution, strings);
  if (shapeOf(timeline, slot) === "queued") return shortDuration(waitMs(timeline.ports.source.store, slot, now), strings);
  return strings.text("Row_NoDuration");
}

/** What stands beside a bar: why it failed, or what it waits for or does, else how long it took; nothing beside a marker. */
export function barLabel(timeline: Timeline, slot: number, now: EpochMs): string {
  const { store } = timeline.ports.source;
  const family = STATUS_FAMILIES[store.family[slot]];
  if (family === "failed") return store.errorCodeText(slot) || timeline.statusLabel(store.statusCode(slot));
  if (family === "open") return timeline.statusLabel(store.statusCode(slot));
  const execution = executionMs(store, slot, now);
  return Number.isNaN(execution) ? "" : shortDuration(execution, timeline.ports.strings);
}

/** A run in words, as a screen reader says its row: flow, status, start, duration, in the user's zone. */
export function spokenRun(timeline: Timeline, slot: number, now: EpochMs): string {
  const { strings, source } = timeline.ports;
  const { store } = source;
  const { formats } = timeline.surroundings;
  const said = [store.title(slot), timeline.statusLabel(store.statusCode(slot))];
  const from = store.fromMs[slot] ?? NaN;
  const at = Number.isNaN(from) ? "" : formats.dateTime(epochMs(from));
  const shape = shapeOf(timeline, slot);
  if (shape === "none") said.push(strings.text("Spoken_NoTime"));
  else if (shape === "queued") said.push(strings.text("Spoken_QueuedSince", at));
  else if (shape === "marker") said.push(strings.text("Spoken_At", at));
  else said.push(strings.text("Spoken_Started", at));
  const relative = relativeWords(timeline, from);
  if (relative !== "") said.push(relative);
  const execution = executionMs(timeline.ports.source.store, slot, now);
  if (!Number.isNaN(execution)) said.push(strings.text(shape === "open" ? "Spoken_RunningFor" : "Spoken_Took", spokenDuration(execution, strings)));
  const wait = waitMs(timeline.ports.source.store, slot, now);
  if (wait > 0) said.push(strings.text("Spoken_Waited", spokenDuration(wait, strings)));
  const machine = store.machineName(slot);
  if (machine !== "") said.push(machine);
  return said.join(", ");
}
