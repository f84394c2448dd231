import * as React from "react";
import { IContextualMenuItem } from "@fluentui/react";
import { FirstWindow } from "../ports";
import { StringKey } from "../stringKeys";
import { useShell } from "./context";
import { CustomRange } from "./CustomRange";
import { MenuButton } from "./MenuButton";
import { Themed } from "./Themed";
import { useShown } from "./useShown";
import { windowText } from "./windowText";

const PRESETS: readonly (readonly [FirstWindow, StringKey])[] = [
  ["hour1", "Preset_Hour1"],
  ["hours6", "Preset_Hours6"],
  ["hours24", "Preset_Hours24"],
  ["days7", "Preset_Days7"],
  ["days30", "Preset_Days30"],
];

/** The window in words, and the menu of what else it can be. */
export const WindowButton = React.memo(function WindowButton(): JSX.Element {
  const { timeline, commands } = useShell();
  const { strings } = timeline.ports;
  const [choosing, setChoosing] = React.useState(false);
  const button = React.useRef<HTMLButtonElement>(null);
  const { text, settledWindow } = useShown(timeline, () => ({ text: windowText(timeline), settledWindow: timeline.view.state.settledWindow }));
  const items = (): IContextualMenuItem[] => [
    ...PRESETS.map(([key, name]) => ({ key, text: strings.text(name), onClick: () => commands.preset(key) })),
    { key: "all", text: strings.text(timeline.ports.overview?.bins() ? "Preset_AllRuns" : "Preset_All"), onClick: () => commands.preset("all") },
    { key: "custom", text: strings.text("Range_Custom"), disabled: settledWindow === null, onClick: () => setChoosing(true) },
  ];
  const endChoosing = (): void => {
    setChoosing(false);
    button.current?.focus();
  };
  return (
    <>
      <MenuButton className="fst-window" text={text} label={strings.text("Window_Label", text)} title={strings.text("Window_Choose")} buttonRef={button} items={items} />
      {choosing && settledWindow && button.current && (
        <Themed>
          <CustomRange target={button.current} window={settledWindow} close={endChoosing} />
        </Themed>
      )}
    </>
  );
});
