import * as React from "react";
import { Glyph } from "../icons";
import { useShell } from "./context";

/** Filters by words as one types. Escape and the cross empty it, the focus stays. */
export function SearchField(props: { readonly text: string; readonly fieldRef: React.RefObject<HTMLDivElement> }): JSX.Element {
  const { timeline, commands } = useShell();
  const { strings } = timeline.ports;
  const input = React.useRef<HTMLInputElement>(null);
  const clear = (): void => {
    commands.setText("");
    input.current?.focus();
  };
  const key = (event: React.KeyboardEvent): void => {
    if (event.key !== "Escape" || props.text === "") return;
    // The host closes dialogs with the same key.
    event.stopPropagation();
    clear();
  };
  return (
    <div className="fst-search" ref={props.fieldRef} role="search">
      <Glyph name="fstSearch" />
      <input ref={input} type="text" role="searchbox" placeholder={strings.text("Search")} aria-label={strings.text("Search")} value={props.text} onChange={(event) => commands.setText(event.target.value)} onKeyDown={key} />
      {props.text !== "" && (
        <button type="button" className="fst-search-clear" title={strings.text("Search_Clear")} aria-label={strings.text("Search_Clear")} onClick={clear}>
          <Glyph name="fstClose" />
        </button>
      )}
    </div>
  );
}
