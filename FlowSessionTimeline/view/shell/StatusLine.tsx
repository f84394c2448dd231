import * as React from "react";
import { isFiltering } from "../../domain/runFilter";
import { Glyph } from "../icons";
import { noteCount } from "../notes";
import { relativeOrigin } from "../relativeTime";
import { areRowsBehind, limitText, statusFacts } from "../statusFacts";
import { Timeline } from "../timeline";
import { useShell } from "./context";
import { NewFailuresChip } from "./NewFailuresChip";
import { PATIENCE_MS } from "./ReadingBar";
import { ServerNote } from "./ServerNote";
import { useLasting } from "./useLasting";
import { useShown } from "./useShown";

/** One line, always true: which runs, how many of how many, as of when, in which zone (design decision 21). */
export const StatusLine = React.memo(function StatusLine(): JSX.Element {
  const { timeline, commands } = useShell();
  const { strings, source } = timeline.ports;
  const shown = useShown(timeline, () => statusOf(timeline));
  const { phase, message, isFiltered, notes, hasMore, busy } = shown;
  const facts = useCalmFacts(timeline, shown.facts, shown.isUnsettled);
  return (
    <div className={shown.isLimited ? "fst-status fst-status-limited" : "fst-status"}>
      <span className="fst-facts" role="status" dir="auto" title={facts}>
        {facts}
      </span>
      {isFiltered && (
        <button type="button" dir="auto" className="fst-link" onClick={() => commands.clearFilter()}>
          {strings.text("Filter_Clear")}
        </button>
      )}
      {phase === "failed" && (
        <span className="fst-alert fst-failure" role="alert">
          <span title={message}>
            {strings.text("Message_Failed")} {message}
          </span>{" "}
          <button type="button" dir="auto" className="fst-link" onClick={() => source.refresh()}>
            {strings.text("Try_Again")}
          </button>
        </span>
      )}
      <ServerNote />
      {shown.relative !== "" && (
        <button type="button" dir="auto" className="fst-chip fst-relative" title={strings.text("Relative_End")} onClick={() => commands.toggleRelative("")}>
          <span>{shown.relative}</span>
          <Glyph name="fstClose" />
        </button>
      )}
      <span className="fst-gap" />
      <NewFailuresChip />
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

/** While a window has only just begun to be read, or rows to be made, what was said before stays: most are there before one could read the words between. */
function useCalmFacts(timeline: Timeline, facts: string, isUnsettled: boolean): string {
  const lasts = useLasting(timeline.clock, isUnsettled, PATIENCE_MS);
  const said = React.useRef("");
  if (!isUnsettled || lasts || said.current === "") said.current = facts;
  return said.current;
}

function statusOf(timeline: Timeline) {
  const { strings, source } = timeline.ports;
  const { filter, relativeTo } = timeline.view.state;
  const { phase, message, hasMore, busy, server } = source.state();
  const relative = Number.isNaN(relativeOrigin(timeline)) ? "" : strings.text("Relative_Since", source.store.title(source.store.slotOf(relativeTo)));
  // Pages of the list are asked for by hand only where the list is all there is.
  const isList = server === null;
  return { facts: statusFacts(timeline), isLimited: limitText(timeline) !== "", phase, message, isFiltered: isFiltering(filter), notes: noteCount(timeline), hasMore: hasMore && isList, busy, isUnsettled: server?.phase === "reading" || areRowsBehind(timeline), relative };
}
