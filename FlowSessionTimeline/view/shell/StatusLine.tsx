import * as React from "react";
import { Icon } from "@fluentui/react";
import { isFiltering } from "../../domain/runFilter";
import { noteCount } from "../notes";
import { relativeOrigin } from "../relativeTime";
import { useShell } from "./context";

/** One line, always true: which runs, how many of how many, as of when, in which zone (design decision 21). */
export function StatusLine(): JSX.Element {
  const { timeline, commands } = useShell();
  const { strings, source } = timeline.ports;
  const { formats } = timeline.surroundings;
  const { filter, allRows, settledWindow, selected, relativeTo } = timeline.view.state;
  const state = source.state();
  const rows = timeline.derived?.rows;
  const notes = noteCount(timeline);
  const actionable = timeline.ports.selection.actionable();
  const total = state.hasMore && state.total !== null ? strings.text("Status_LoadedOf", formats.integer(source.store.size), formats.integer(state.total)) : strings.text(state.hasMore ? "Status_LoadedSoFar" : "Status_Loaded", formats.integer(source.store.size));
  const facts = [
    rows && strings.count(allRows ? "Status_AllRows" : "Status_InWindow", rows.runs),
    total,
    isFiltering(filter) && strings.text("Status_Filtered"),
    selected.size > 0 && strings.count("Status_Selected", selected.size),
    actionable < selected.size && strings.text("Status_Actionable", formats.integer(actionable)),
    state.asOf !== null && strings.text("Status_AsOf", formats.timeWithSeconds(state.asOf)),
    strings.text("Status_Zone", formats.zone.offsetLabel(settledWindow?.toMs ?? timeline.clock.now())),
  ];
  return (
    <div className="fst-status">
      <span className="fst-facts" role="status" dir="auto">
        {facts.filter(Boolean).join(" · ")}
      </span>
      {isFiltering(filter) && (
        <button type="button" dir="auto" className="fst-link" onClick={() => commands.clearFilter()}>
          {strings.text("Filter_Clear")}
        </button>
      )}
      {state.phase === "failed" && (
        <span className="fst-alert" role="alert">
          {strings.text("Message_Failed")} {state.message}{" "}
          <button type="button" dir="auto" className="fst-link" onClick={() => source.refresh()}>
            {strings.text("Try_Again")}
          </button>
        </span>
      )}
      {!Number.isNaN(relativeOrigin(timeline)) && (
        <button type="button" dir="auto" className="fst-chip fst-relative" title={strings.text("Relative_End")} onClick={() => commands.toggleRelative("")}>
          <span>{strings.text("Relative_Since", source.store.title(source.store.slotOf(relativeTo)))}</span>
          <Icon iconName="fstClose" aria-hidden="true" />
        </button>
      )}
      <span className="fst-gap" />
      {notes > 0 && (
        <button type="button" dir="auto" className="fst-link" onClick={() => timeline.view.set({ dialog: "notes" })}>
          {strings.count("Notes_Count", notes)}
        </button>
      )}
      {state.hasMore && (
        <button type="button" dir="auto" className="fst-link" disabled={state.busy} onClick={() => source.loadMore()}>
          {strings.text(state.busy ? "Loading" : "Load_More")}
        </button>
      )}
    </div>
  );
}
