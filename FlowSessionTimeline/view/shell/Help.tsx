import * as React from "react";
import { StringKey } from "../stringKeys";
import { useShell } from "./context";
import { Side } from "./Side";

const KEYS: readonly (readonly [string, StringKey])[] = [
  ["↑ ↓ Home End PgUp PgDn", "Help_Rows"],
  ["← →", "Help_Sideways"],
  ["Enter", "Help_Enter"],
  ["Space", "Help_Space"],
  ["Ctrl + Space", "Help_Add"],
  ["A D, Alt + ← →", "Help_Pan"],
  ["W S", "Help_Zoom"],
  ["0", "Help_FitAll"],
  ["F", "Help_FitSelection"],
  ["N", "Help_Now"],
  [". ,", "Help_Step"],
  ["E", "Help_Failure"],
  ["/", "Help_Search"],
  ["Esc", "Help_Escape"],
];

const MOUSE: readonly StringKey[] = ["Help_Wheel", "Help_CtrlWheel", "Help_ShiftWheel", "Help_Drag", "Help_DoubleClick"];

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
                <kbd>{keys}</kbd>
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
