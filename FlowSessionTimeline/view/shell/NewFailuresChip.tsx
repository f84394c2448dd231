import * as React from "react";
import { Glyph } from "../icons";
import { useShell } from "./context";
import { useShown } from "./useShown";

/** How much has failed since the user last looked, and the way there. The place for it is always there, so that its words are spoken when they come. */
export const NewFailuresChip = React.memo(function NewFailuresChip(): JSX.Element {
  const { timeline, newFailures } = useShell();
  const { strings } = timeline.ports;
  const { count } = useShown(timeline, () => ({ count: newFailures.left.length }));
  return (
    <span className="fst-news" role="status">
      {count > 0 && (
        <>
          <button type="button" dir="auto" className="fst-chip fst-mark-failed" title={strings.text("New_Failures_Next")} onClick={() => newFailures.next()}>
            <span>{strings.count("New_Failures", count)}</span>
          </button>
          <button type="button" className="fst-news-close" aria-label={strings.text("New_Failures_Dismiss")} title={strings.text("New_Failures_Dismiss")} onClick={() => newFailures.dismiss()}>
            <Glyph name="fstClose" />
          </button>
        </>
      )}
    </span>
  );
});
