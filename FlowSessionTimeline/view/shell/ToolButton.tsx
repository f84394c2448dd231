import * as React from "react";
import { Glyph, IconName } from "../icons";

/** A button of the toolbar. What is always on screen is plain elements: Fluent's cost more than all rows of a first picture (decision 0012). */
export function ToolButton(props: { readonly icon: IconName; readonly label: string; readonly onClick: () => void }): JSX.Element {
  return (
    <button type="button" className="fst-tool" title={props.label} aria-label={props.label} onClick={props.onClick}>
      <Glyph name={props.icon} />
    </button>
  );
}
