import * as React from "react";
import { isFiltering } from "../../domain/runFilter";
import { Glyph } from "../icons";
import { noteCount } from "../notes";
import { relativeOrigin } from "../relativeTime";
import { areRowsBehind, limitText, statusFacts } from "../statusFacts";
import { Timeline } from "../timeline";
import { writeText } from "../writeText";
import { useShell } from "./context";
import { NewFailuresChip } from "./NewFailuresChip";
import { PATIENCE_MS } from "./ReadingBar";
import { ServerNote } from "./ServerNote";
import { useLasting } from "./useLasting";
import { useShown, useWritten } from "./useShown";

/** One line, always true: which runs, how many of how many, as of when, in which zone (design decision 21). */
export const StatusLine = React.memo(function StatusLine(): JSX.Element {
  const { timeline, commands } = useShell();
  const { strings, source } = timeline.ports;
  const shown = useShown(timeline, () => statusOf(timeline));
  const { phase, message, isFiltered, notes, hasMore, busy } = shown;
  const facts = useFacts(timeline, shown.isUnsettled);
  return (
    <div className={shown.isLimited ? "fst-status fst-status-limited" : "fst-status"}>
      <span ref={facts} className="fst-facts" role="status" dir="auto" />
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

/**
 * Which runs are shown, written into an element. While a window has only just begun to be read, or rows to be made, what was said before stays:
 * most are there before one could read the words between.
 */
function useFacts(timeline: Timeline, isUnsettled: boolean): React.RefObject<HTMLElement> {
  const element = React.useRef<HTMLElement>(null);
  const said = React.useRef("");
  const lasts = useLasting(timeline.clock, isUnsettled, PATIENCE_MS);
  const read = (): { readonly facts: string } => {
    if (!areFactsUnsettled(timeline) || lasts || said.current === "") said.current = statusFacts(timeline);
    return { facts: said.current };
  };
  useWritten(timeline, read, ({ facts }) => {
    if (!element.current) return;
    writeText(element.current, facts);
    if (element.current.title !== facts) element.current.title = facts;
  });
  return element;
}

const areFactsUnsettled = (timeline: Timeline): boolean => timeline.ports.source.state().server?.phase === "reading" || areRowsBehind(timeline);

function statusOf(timeline: Timeline) {
  const { strings, source } = timeline.ports;
  const { filter, relativeTo } = timeline.view.state;
  const { phase, message, hasMore, busy, server } = source.state();
  const relative = Number.isNaN(relativeOrigin(timeline)) ? "" : strings.text("Relative_Since", source.store.title(source.store.slotOf(relativeTo)));
  // Pages of the list are asked for by hand only where the list is all there is.
  const isList = server === null;
  return { isLimited: limitText(timeline) !== "", phase, message, isFiltered: isFiltering(filter), notes: noteCount(timeline), hasMore: hasMore && isList, busy, isUnsettled: areFactsUnsettled(timeline), relative };
}
