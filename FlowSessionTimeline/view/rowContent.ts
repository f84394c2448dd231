import { EpochMs } from "../base/brand";
import { STATUS_FAMILIES } from "../domain/status";
import { isSelected } from "../layout/isSelected";
import { Track, trackOfRow } from "../layout/rowTable";
import { groupName } from "../layout/trackOrder";
import { shortDuration } from "./durationText";
import { Derived } from "./pipeline";
import { RowContent } from "./rowElement";
import { durationLabel, spokenRun } from "./runText";
import { Timeline } from "./timeline";
import { isWindowComplete } from "./statusFacts";
import { mergedStopOf, mergedWords, walkedSlotOf } from "./trackWalk";

type Core = Pick<RowContent, "label" | "spoken" | "secondary" | "trailing" | "mark" | "selected">;

/** What the row shows and says, in the user's language and zone. */
export function rowContent(timeline: Timeline, derived: Derived, row: number, now: EpochMs): RowContent {
  const { rows } = derived;
  return {
    ...core(timeline, derived, row, now),
    level: rows.depth(row) + 1,
    expanded: rows.hasChildren(row) ? rows.isExpanded(row) : null,
    dimmed: rows.isDimmed(row),
    rowIndex: row + 1,
    positionInSet: rows.position[row] ?? 1,
    setSize: rows.setSize(row),
    heightPx: (rows.topPx[row + 1] ?? 0) - (rows.topPx[row] ?? 0),
  };
}

function core(timeline: Timeline, derived: Derived, row: number, now: EpochMs): Core {
  const { source } = timeline.ports;
  const node = derived.rows.node[row] ?? -1;
  switch (derived.rows.kind(row)) {
    case "run":
      return {
        label: source.store.title(node),
        spoken: spokenRun(timeline, node, now),
        secondary: source.store.machineName(node),
        trailing: durationLabel(timeline, node, now),
        mark: STATUS_FAMILIES[source.store.family[node] ?? -1] ?? "other",
        selected: isSelected(source.store, timeline.view.state.selected, node),
      };
    case "ghost":
      return ghostCore(timeline, derived, node);
    case "track":
    case "lanes":
      return trackCore(timeline, derived, row, now);
  }
}

function ghostCore(timeline: Timeline, derived: Derived, node: number): Core {
  const { strings } = timeline.ports;
  const label = strings.text("Row_Ghost");
  const children = strings.count("Runs", derived.forest.descendants(node));
  return { label, spoken: `${label}, ${derived.forest.ghostId(node)}, ${children}`, secondary: "", trailing: "", mark: "ghost", selected: false };
}

function trackCore(timeline: Timeline, derived: Derived, row: number, now: EpochMs): Core {
  const { strings } = timeline.ports;
  const track = trackOfRow(derived.rows, row);
  if (!track) return { label: "", spoken: "", secondary: "", trailing: "", mark: "track", selected: false };
  const label = trackLabel(timeline, track);
  const runs = strings.count(isWindowComplete(timeline) ? "Runs" : "Runs_Loaded", track.runsInWindow);
  const failures = track.failuresInWindow > 0 ? strings.count("Failures", track.failuresInWindow) : "";
  const busy = strings.text("Track_Busy", shortDuration(track.busyMs, strings));
  if (derived.rows.kind(row) === "lanes") return lanesCore(timeline, track, label, runs, now);
  return { label, spoken: [label, runs, failures, busy].filter(Boolean).join(", "), secondary: failures, trailing: runs, mark: "track", selected: false };
}

/** The lanes of a track: one row whose reused cell says the run that Left and Right have walked to. */
function lanesCore(timeline: Timeline, track: Track, label: string, runs: string, now: EpochMs): Core {
  const { strings, source } = timeline.ports;
  const merged = mergedStopOf(timeline, track);
  if (merged) {
    const words = mergedWords(timeline, track, merged);
    return { label: words[0], spoken: words.join(", "), secondary: "", trailing: "", mark: "lanes", selected: true };
  }
  const slot = walkedSlotOf(timeline, track);
  const spoken = slot < 0 ? [strings.text("Row_Lanes", label, runs), ...moreWords(timeline, track)].join("; ") : spokenRun(timeline, slot, now);
  return { label: slot < 0 ? "" : source.store.title(slot), spoken, secondary: "", trailing: slot < 0 ? "" : durationLabel(timeline, slot, now), mark: "lanes", selected: slot >= 0 };
}

function trackLabel(timeline: Timeline, { group }: Track): string {
  if (group.kind === "status") return timeline.statusLabel(group.code);
  if (group.kind === "day") return timeline.surroundings.formats.weekdayAndDate(group.fromMs);
  return groupName(group) || timeline.ports.strings.text(group.kind === "errorCode" ? "Track_NoErrorCode" : "Track_None");
}

/** What is said of the lanes that are not drawn; nothing if all are. */
export function moreWords({ ports: { strings } }: Timeline, { moreRuns, moreFailures }: Track): readonly string[] {
  if (moreRuns === 0) return [];
  return [strings.count("Lanes_More", moreRuns), ...(moreFailures > 0 ? [strings.count("Failures", moreFailures)] : [])];
}
