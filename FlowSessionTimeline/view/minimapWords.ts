import { EpochMs, epochMs } from "../base/brand";
import { STATUS_FAMILIES } from "../domain/status";
import { Column, columnUnder } from "../layout/binColumns";
import { MinimapBins } from "../layout/minimapBins";
import { minimapGrid } from "../layout/minimapScene";
import { TimeScale } from "../layout/timeScale";
import { TimeWindow } from "../layout/timeWindow";
import { MinimapDom } from "./minimapDom";
import { windowText } from "./shell/windowText";
import { OverviewScope, ShownOverview } from "./shownOverview";
import { StringKey } from "./stringKeys";
import { Timeline } from "./timeline";
import { writeText } from "./writeText";

const SCOPE_LABELS: Readonly<Record<OverviewScope, StringKey>> = { loaded: "Minimap_Label", all: "Minimap_Label_All", partial: "Minimap_Label_Partial" };
const SCOPES: Readonly<Record<OverviewScope, StringKey>> = { loaded: "Scope_Loaded", all: "Scope_All", partial: "Scope_Partial" };

/** What the counts are of: all runs, those loaded or nearly all. */
const scopeText = ({ scope }: ShownOverview, { ports: { strings } }: Timeline): string => strings.text(SCOPES[scope]);

/** What keeps counts from being those of all runs that the filter lets through; empty where nothing does. */
export function caveats(overview: ShownOverview, timeline: Timeline): readonly string[] {
  return [...(overview.scope === "all" ? [] : [scopeText(overview, timeline)]), ...(overview.ignoresSearch ? [timeline.ports.strings.text("Scope_NoSearch")] : [])];
}

/** Names the minimap by what it counts; on the picture that stands only where one would take it for more, because the server may know more. */
export function describeScope({ root, scope }: MinimapDom, overview: ShownOverview, timeline: Timeline): void {
  const { strings, overview: ofServer } = timeline.ports;
  root.setAttribute("aria-label", strings.text(SCOPE_LABELS[overview.scope]));
  writeText(scope, ofServer ? caveats(overview, timeline).join(" · ") : "");
}

/** Says what the three sliders are and where they stand: in the user's zone and formats. Their numbers are epoch seconds. */
export function describeBrush({ window: brush, from, to }: MinimapDom, extent: TimeWindow, window: TimeWindow, timeline: Timeline): void {
  const { formats } = timeline.surroundings;
  const { strings } = timeline.ports;
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

/** What is counted under an instant, at the ends what lies beyond them, and what the counts are of. */
export function hintLines(overview: ShownOverview, bins: MinimapBins, scale: TimeScale, t: EpochMs, timeline: Timeline): readonly string[] {
  const { strings } = timeline.ports;
  const lines = [...columnWords(columnUnder(minimapGrid(bins, scale), t), timeline)];
  const beyond = bins.before + bins.after;
  if (beyond > 0) lines.push(strings.count("Minimap_Beyond", beyond));
  if (timeline.ports.overview) lines.push(...new Set([scopeText(overview, timeline), ...caveats(overview, timeline)]));
  return lines;
}

/** The time of a column, its runs, and how many of them failed. */
export function columnWords({ fromMs, toMs, byFamily, total }: Column, { ports: { strings }, surroundings: { formats } }: Timeline): readonly string[] {
  const failed = byFamily[STATUS_FAMILIES.indexOf("failed")];
  return [
    strings.text("Tooltip_Span", formats.dateTime(epochMs(fromMs)), formats.dateTime(epochMs(toMs))),
    strings.count("Runs", total),
    ...(failed > 0 ? [strings.count("Failures", failed)] : []),
  ];
}
