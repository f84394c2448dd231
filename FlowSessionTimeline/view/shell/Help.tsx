import * as React from "react";
import { StringKey } from "../stringKeys";
import { useShell } from "./context";
import { Side } from "./Side";

/** Names of keys are texts, as they stand on the user's keyboard; a key that is one sign is itself. */
const KEYS: readonly (readonly [StringKey | { readonly sign: string }, StringKey])[] = [
  ["Keys_Rows", "Help_Rows"],
  [{ sign: "← →" }, "Help_Sideways"],
  ["Keys_Enter", "Help_Enter"],
  ["Keys_Space", "Help_Space"],
  ["Keys_Add", "Help_Add"],
  [{ sign: "*" }, "Expand_All"],
  [{ sign: "1 2 3" }, "Collapse_To"],
  [{ sign: "O" }, "Collapse_Others"],
  ["Keys_Pan", "Help_Pan"],
  [{ sign: "W S + −" }, "Help_Zoom"],
  [{ sign: "0" }, "Help_FitAll"],
  [{ sign: "F" }, "Help_FitSelection"],
  [{ sign: "N" }, "Help_Now"],
  [{ sign: ". ," }, "Help_Step"],
  [{ sign: "E" }, "Help_Failure"],
  [{ sign: "X" }, "Help_NewFailure"],
  [{ sign: "T" }, "Relative_Time"],
  [{ sign: "/" }, "Help_Search"],
  ["Keys_Escape", "Help_Escape"],
];

const MOUSE: readonly StringKey[] = ["Help_Wheel", "Help_CtrlWheel", "Help_ShiftWheel", "Help_Drag", "Help_ShiftDrag", "Help_Merged", "Help_DoubleClick", "Help_Minimap"];

/** Keys and gestures in one place. */
export function Help(): JSX.Element {
  const { timeline } = useShell();
  const { strings } = timeline.ports;
  return (
    <Side title={strings.text("Help")} close={() => timeline.view.set({ dialog: "none" })}>
      <section>
        <h3>{strings.text("Help_Keys")}</h3>
        <dl className="fst-list fst-keys">
          {KEYS.map(([keys, text]) => (
            <React.Fragment key={text}>
              <dt>
                <kbd>{typeof keys === "string" ? strings.text(keys) : keys.sign}</kbd>
              </dt>
              <dd>{strings.text(text)}</dd>
            </React.Fragment>
          ))}
        </dl>
      </section>
      <section>
        <h3>{strings.text("Help_Mouse")}</h3>
        <ul className="fst-gestures">
          {MOUSE.map((key) => (
            <li key={key}>{strings.text(key)}</li>
          ))}
        </ul>
      </section>
    </Side>
  );
}
