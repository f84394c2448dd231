import * as React from "react";
import { isFiltering } from "../../domain/runFilter";
import { Glyph } from "../icons";
import { noteCount } from "../notes";
import { relativeOrigin } from "../relativeTime";
import { Timeline } from "../timeline";
import { useShell } from "./context";
import { useShown } from "./useShown";

/** One line, always true: which runs, how many of how many, as of when, in which zone (design decision 21). */
export const StatusLine = React.memo(function StatusLine(): JSX.Element {
  const { timeline, commands } = useShell();
  const { strings, source } = timeline.ports;
  const shown = useShown(timeline, () => statusOf(timeline));
  const { phase, message, isFiltered, notes, hasMore, busy } = shown;
  return (
    <div className="fst-status">
      <span className="fst-facts" role="status" dir="auto">
        {shown.facts}
      </span>
      {isFiltered && (
        <button type="button" dir="auto" className="fst-link" onClick={() => commands.clearFilter()}>
          {strings.text("Filter_Clear")}
        </button>
      )}
      {phase === "failed" && (
        <span className="fst-alert" role="alert">
          {strings.text("Message_Failed")} {message}{" "}
          <button type="button" dir="auto" className="fst-link" onClick={() => source.refresh()}>
            {strings.text("Try_Again")}
          </button>
        </span>
      )}
      {shown.relative !== "" && (
        <button type="button" dir="auto" className="fst-chip fst-relative" title={strings.text("Relative_End")} onClick={() => commands.toggleRelative("")}>
          <span>{shown.relative}</span>
          <Glyph name="fstClose" />
        </button>
      )}
      <span className="fst-gap" />
      {notes > 0 && (
        <button type="button" dir="auto" className="fst-link" onClick={() => timeline.view.set({ dialog: "notes" })}>
          {strings.count("Notes_Count", notes)}
        </button>
      )}
      {hasMore && (
        <button type="button" dir="auto" className="fst-link" disabled={busy} onClick={() => source.loadMore()}>
          {strings.text(busy ? "Loading" : "Load_More")}
        </button>
      )}
    </div>
  );
});

function statusOf(timeline: Timeline) {
  const { strings, source, selection } = timeline.ports;
  const { formats } = timeline.surroundings;
  const { filter, allRows, settledWindow, selected, relativeTo } = timeline.view.state;
  const { phase, message, hasMore, total, busy, asOf } = source.state();
  const rows = timeline.derived?.rows;
  const loaded = formats.integer(source.store.size);
  const actionable = selection.actionable();
  const isFiltered = isFiltering(filter);
  const facts = [
    rows && strings.count(allRows ? "Status_AllRows" : "Status_InWindow", rows.runs),
    hasMore && total !== null ? strings.text("Status_LoadedOf", loaded, formats.integer(total)) : strings.text(hasMore ? "Status_LoadedSoFar" : "Status_Loaded", loaded),
    isFiltered && strings.text("Status_Filtered"),
    selected.size > 0 && strings.count("Status_Selected", selected.size),
    actionable < selected.size && strings.text("Status_Actionable", formats.integer(actionable)),
    asOf !== null && strings.text("Status_AsOf", formats.timeWithSeconds(asOf)),
    strings.text("Status_Zone", formats.zone.offsetLabel(settledWindow?.toMs ?? timeline.clock.now())),
  ];
  const relative = Number.isNaN(relativeOrigin(timeline)) ? "" : strings.text("Relative_Since", source.store.title(source.store.slotOf(relativeTo)));
  return { facts: facts.filter(Boolean).join(" · "), phase, message, isFiltered, notes: noteCount(timeline), hasMore, busy, relative };
}
