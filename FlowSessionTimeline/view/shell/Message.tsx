import * as React from "react";
import { DefaultButton } from "@fluentui/react";
import { isFiltering } from "../../domain/runFilter";
import { SourcePhase } from "../ports";
import { Timeline } from "../timeline";
import { useShell } from "./context";
import { Themed } from "./Themed";
import { useShown } from "./useShown";
import { windowText } from "./windowText";

interface Said {
  readonly text: string;
  readonly detail?: string;
  readonly action?: { readonly text: string; readonly run: () => void };
}

/** What is missing and what to do, in one sentence with one button, over the empty chart; null while there are rows. */
export const Message = React.memo(function Message(): JSX.Element | null {
  const { timeline } = useShell();
  const { phase } = useShown(timeline, () => messageGrounds(timeline));
  const said = useMessage();
  if (phase === "loading") return <Skeleton label={timeline.ports.strings.text("Loading")} />;
  if (!said) return null;
  return (
    <div className="fst-message" role="alert">
      <p className="fst-message-text">{said.text}</p>
      {said.detail !== undefined && said.detail !== "" && <p className="fst-faint">{said.detail}</p>}
      {said.action && (
        <Themed>
          <DefaultButton text={said.action.text} onClick={said.action.run} />
        </Themed>
      )}
    </div>
  );
});

/** What decides about the message. */
function messageGrounds(timeline: Timeline): Readonly<Record<string, unknown>> & { readonly phase: SourcePhase } {
  const { source } = timeline.ports;
  const { phase, message } = source.state();
  const { filter, settledWindow } = timeline.view.state;
  const rows = timeline.derived?.rows;
  return { phase, message, isEmpty: source.store.size === 0, hasRows: rows === undefined || rows.count > 0, filter, settledWindow, matches: timeline.derived?.matches };
}

function useMessage(): Said | null {
  const { timeline, commands } = useShell();
  const { strings, source } = timeline.ports;
  const { phase, message } = source.state();
  const refresh = { text: strings.text("Try_Again"), run: () => source.refresh() };
  if (phase === "unbound") return { text: strings.text("Message_Unbound"), detail: strings.text("Message_Unbound_Detail") };
  if (phase === "failed" && source.store.size === 0) return { text: strings.text("Message_Failed"), detail: message, action: refresh };
  if (phase === "ready" && source.store.size === 0) return { text: strings.text("Message_Empty"), action: { ...refresh, text: strings.text("Refresh") } };
  const rows = timeline.derived?.rows;
  if (!rows || rows.count > 0) return null;
  if (isFiltering(timeline.view.state.filter)) {
    const matching = timeline.derived?.matches?.reduce((sum, one) => sum + one, 0) ?? 0;
    if (matching === 0) return { text: strings.text("Message_NoMatch"), action: { text: strings.text("Filter_Clear"), run: () => commands.clearFilter() } };
    return { text: strings.count("Message_MatchElsewhere", matching, windowText(timeline)), action: { text: strings.text("Go_Latest_Match"), run: () => commands.goToLatest() } };
  }
  return { text: strings.text("Message_EmptyWindow", windowText(timeline)), action: { text: strings.text("Go_Latest"), run: () => commands.goToLatest() } };
}

/** Rows of the right height while the first page is under way, so that nothing jumps when it comes. */
function Skeleton(props: { readonly label: string }): JSX.Element {
  return (
    <div className="fst-skeleton" role="status" aria-label={props.label}>
      {Array.from({ length: 8 }, (_unused, row) => (
        <span key={row} style={{ inlineSize: `${30 + ((row * 37) % 50)}%` }} />
      ))}
    </div>
  );
}
