import * as React from "react";
import { faultText, limitText } from "../statusFacts";
import { useShell } from "./context";
import { PATIENCE_MS } from "./ReadingBar";
import { useLasting } from "./useLasting";
import { useShown } from "./useShown";

/** What keeps runs from coming, and the one button that does something about it. */
export const ServerNote = React.memo(function ServerNote(): JSX.Element {
  const { timeline } = useShell();
  const { strings, source } = timeline.ports;
  const shown = useShown(timeline, () => {
    const { server } = source.state();
    return { phase: server?.phase, fault: server?.fault ? faultText(timeline, server.fault) : "", limit: limitText(timeline) };
  });
  const { phase, fault, limit } = shown;
  const isReading = useLasting(timeline.clock, phase === "reading", PATIENCE_MS);
  const button = (text: string, onClick: () => void): JSX.Element => (
    <button type="button" dir="auto" className="fst-link" onClick={onClick}>
      {text}
    </button>
  );
  const note = fault || limit;
  return (
    <>
      <span className={fault === "" ? "fst-note" : "fst-note fst-alert"} role="status" dir="auto" title={note === "" ? undefined : note}>
        {note}
      </span>
      {fault !== "" && button(strings.text("Try_Again"), () => source.refresh())}
      {fault === "" && phase === "interrupted" && button(strings.text("Read_On"), () => source.refresh())}
      {isReading && source.cancelReading && button(strings.text("Stop_Reading"), () => source.cancelReading?.())}
    </>
  );
});
