import * as React from "react";
import { DefaultButton } from "@fluentui/react";
import { emptyMessage } from "../emptyMessage";
import { useShell } from "./context";
import { PATIENCE_MS } from "./ReadingBar";
import { Themed } from "./Themed";
import { useLasting } from "./useLasting";
import { useShown } from "./useShown";

/** What is missing and what to do, in one sentence with one button, over the empty chart; null while there are rows. */
export const Message = React.memo(function Message(): JSX.Element | null {
  const { timeline, commands } = useShell();
  const { strings } = timeline.ports;
  const shown = useShown(timeline, () => ({ ...emptyMessage(timeline) }));
  const lastsReading = useLasting(timeline.clock, shown.kind === "reading", PATIENCE_MS);
  if (shown.kind === "loading" || lastsReading) return <Skeleton label={strings.text("Loading")} />;
  if (shown.kind !== "said") return null;
  const { text, detail, action, label } = shown;
  const run = { refresh: () => timeline.ports.source.refresh(), clearFilter: () => commands.clearFilter(), goToLatest: () => commands.goToLatest(), none: null }[action];
  return (
    <div className="fst-message" role="alert">
      <p className="fst-message-text">{text}</p>
      {detail !== "" && <p className="fst-faint">{detail}</p>}
      {run && (
        <Themed>
          <DefaultButton text={label} onClick={run} />
        </Themed>
      )}
    </div>
  );
});

/** Rows of the right height while the first page is under way, so that nothing jumps when it comes. */
function Skeleton(props: { readonly label: string }): JSX.Element {
  return <div className="fst-skeleton" role="status" aria-label={props.label} />;
}
