import { EpochMs, epochMs } from "../base/brand";
import { STATUS_FAMILIES } from "../domain/status";
import { MinimapBins } from "../layout/minimapBins";
import { columnUnder } from "../layout/minimapScene";
import { TimeScale } from "../layout/timeScale";
import { TimeWindow } from "../layout/timeWindow";
import { MinimapDom } from "./minimapDom";
import { windowText } from "./shell/windowText";
import { StringKey } from "./stringKeys";
import { Timeline } from "./timeline";

/** Says what the three sliders are and where they stand: in the user's zone and formats. Their numbers are epoch seconds. */
export function describeBrush({ root, window: brush, from, to }: MinimapDom, extent: TimeWindow, window: TimeWindow, timeline: Timeline): void {
  const { formats } = timeline.surroundings;
  const { strings } = timeline.ports;
  root.setAttribute("aria-label", strings.text("Minimap_Label"));
  const say = (element: HTMLElement, name: StringKey, at: number, text: string): void => {
    const seconds = [Math.min(extent.fromMs, at), Math.max(extent.toMs, at), at].map((ms) => String(Math.round(ms / 1000)));
    ["aria-valuemin", "aria-valuemax", "aria-valuenow"].forEach((attribute, i) => element.setAttribute(attribute, seconds[i]));
    element.setAttribute("aria-label", strings.text(name));
    element.setAttribute("aria-valuetext", text);
  };
  say(brush, "Minimap_Window", (window.fromMs + window.toMs) / 2, windowText(timeline));
  say(from, "Minimap_From", window.fromMs, formats.dateTime(window.fromMs));
  say(to, "Minimap_To", window.toMs, formats.dateTime(window.toMs));
}

/** What is counted under an instant, and at the ends what lies beyond them. */
export function hintLines(bins: MinimapBins, scale: TimeScale, t: EpochMs, timeline: Timeline): readonly string[] {
  const { strings } = timeline.ports;
  const { formats } = timeline.surroundings;
  const { fromMs, toMs, byFamily, total } = columnUnder({ bins, scale }, t);
  const lines = [strings.text("Tooltip_Span", formats.dateTime(epochMs(fromMs)), formats.dateTime(epochMs(toMs))), strings.count("Runs", total)];
  const failed = byFamily[STATUS_FAMILIES.indexOf("failed")];
  if (failed > 0) lines.push(strings.count("Failures", failed));
  const beyond = bins.before + bins.after;
  if (beyond > 0) lines.push(strings.count("Minimap_Beyond", beyond));
  return lines;
}
