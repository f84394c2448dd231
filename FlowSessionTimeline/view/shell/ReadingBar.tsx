import * as React from "react";
import { useShell } from "./context";
import { useLasting } from "./useLasting";
import { useShown } from "./useShown";

/** What is read faster than this shows no progress, ms. */
export const PATIENCE_MS = 150;

/** A thin line under the toolbar while the window is read; it takes no room. Without an expected number it says only that something goes on. */
export const ReadingBar = React.memo(function ReadingBar(): JSX.Element {
  const { timeline } = useShell();
  const { strings, source } = timeline.ports;
  const { isReading, percent } = useShown(timeline, () => {
    const { server } = source.state();
    const share = server !== null && server.expected !== null && server.expected > 0 ? Math.min(1, server.received / server.expected) : NaN;
    return { isReading: server?.phase === "reading", percent: Math.round(share * 100) };
  });
  const isShown = useLasting(timeline.clock, isReading, PATIENCE_MS);
  const isKnown = !Number.isNaN(percent);
  return (
    <div className="fst-reading">
      {isShown && (
        <div className={`fst-reading-line${isKnown ? "" : " fst-reading-open"}`} role="progressbar" aria-label={strings.text("Loading")} aria-valuemin={0} aria-valuemax={100} aria-valuenow={isKnown ? percent : undefined}>
          <span style={isKnown ? { inlineSize: `${percent}%` } : undefined} />
        </div>
      )}
    </div>
  );
});
