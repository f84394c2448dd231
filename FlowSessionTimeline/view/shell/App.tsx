import * as React from "react";
import { Commands } from "../commands";
import { NewFailures } from "../newFailures";
import { Surroundings } from "../ports";
import { Timeline } from "../timeline";
import { ChartHost } from "./ChartHost";
import { ShellProvider } from "./context";
import { ErrorBoundary } from "./ErrorBoundary";
import { Help } from "./Help";
import { legendLetters } from "./Legend";
import { Message } from "./Message";
import { Notes } from "./Notes";
import { ReadingBar } from "./ReadingBar";
import { RunPanel } from "./RunPanel";
import { StatusLine } from "./StatusLine";
import { useLook } from "./theme";
import { Toolbar } from "./Toolbar";
import { useFrame } from "./useFrame";
import { useShown } from "./useShown";

/** Under this width the toolbar folds, the panel becomes a sheet and the minimap goes, px. */
const SMALL_PX = 640;
/** Under this height the minimap's belongs to the rows, px. */
const SHORT_PX = 300;
/** What the toolbar needs beside the names of the legend, and what a letter of those takes about, px. */
const TOOLS_PX = 1160;
const LETTER_PX = 7;

/** The control. A pass of the host that brings nothing new renders nothing; each part renders when what it shows changes (useShown). */
export const App = React.memo(function App(props: { readonly timeline: Timeline; readonly surroundings: Surroundings }): JSX.Element {
  const { timeline, surroundings } = props;
  const commands = React.useMemo(() => new Commands(timeline), [timeline]);
  const newFailures = React.useMemo(() => new NewFailures(timeline, commands), [timeline, commands]);
  const { formats } = surroundings;
  const root = React.useRef<HTMLDivElement>(null);
  const search = React.useRef<HTMLDivElement>(null);
  const minimap = React.useRef<HTMLDivElement>(null);
  const frame = useFrame(root, timeline, surroundings);
  const look = useLook(surroundings);
  const { fluentTheme } = look;
  const shell = React.useMemo(() => ({ timeline, commands, newFailures, formats, fluentTheme }), [timeline, commands, newFailures, formats, fluentTheme]);
  const { panelId, dialog } = useShown(timeline, () => ({ panelId: timeline.view.state.panelId, dialog: timeline.view.state.dialog }));
  const small = frame.widthPx > 0 && frame.widthPx < SMALL_PX;
  const isShort = Number(frame.style.height) < SHORT_PX;
  const focusSearch = React.useCallback(() => search.current?.querySelector("input")?.focus(), []);
  const direction = surroundings.isRtl ? "rtl" : "ltr";
  return (
    <ErrorBoundary strings={timeline.ports.strings}>
      <div dir={direction} className="fst-theme">
        <ShellProvider value={shell}>
          <div ref={root} dir={direction} className={`fst-root fst-${look.kind}${small ? " fst-small" : ""}${frame.widthPx < TOOLS_PX + LETTER_PX * legendLetters(timeline.ports.strings) ? " fst-medium" : ""}`} style={{ ...look.variables, ...frame.style }}>
            {frame.isMeasured && (
              <>
                <Toolbar small={small} searchRef={search} />
                <ReadingBar />
                <div ref={minimap} dir="ltr" className="fst-minimap" hidden={small || isShort} />
                <div className="fst-body">
                  <div className="fst-main">
                    <ChartHost palette={look.palette} grantedPx={surroundings.widthPx} minimapRef={minimap} panelOpen={panelId !== "" || dialog !== "none"} focusSearch={focusSearch} />
                    <Message />
                  </div>
                  {dialog === "help" ? <Help /> : dialog === "notes" ? <Notes /> : panelId !== "" ? <RunPanel id={panelId} /> : null}
                </div>
                <StatusLine />
              </>
            )}
          </div>
        </ShellProvider>
      </div>
    </ErrorBoundary>
  );
});
