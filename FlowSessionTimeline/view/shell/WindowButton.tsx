import * as React from "react";
import { IContextualMenuItem } from "@fluentui/react";
import { TimeWindow } from "../../layout/timeWindow";
import { FirstWindow } from "../ports";
import { StringKey } from "../stringKeys";
import { writeText } from "../writeText";
import { useShell } from "./context";
import { CustomRange } from "./CustomRange";
import { MenuButton } from "./MenuButton";
import { Themed } from "./Themed";
import { useWritten } from "./useShown";
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
  const [asked, ask] = React.useState<TimeWindow | null>(null);
  const button = React.useRef<HTMLButtonElement>(null);
  const read = (): { readonly text: string } => ({ text: windowText(timeline) });
  const label = (text: string): string => strings.text("Window_Label", text);
  const { text } = read();
  useWritten(timeline, read, ({ text: now }) => {
    button.current?.setAttribute("aria-label", label(now));
    const name = button.current?.querySelector(".fst-tool-text");
    if (name) writeText(name, now);
  });
  const items = (): IContextualMenuItem[] => {
    const { settledWindow } = timeline.view.state;
    return [
      ...PRESETS.map(([key, name]) => ({ key, text: strings.text(name), onClick: () => commands.preset(key) })),
      { key: "all", text: strings.text(timeline.ports.overview?.bins() ? "Preset_AllRuns" : "Preset_All"), onClick: () => commands.preset("all") },
      { key: "custom", text: strings.text("Range_Custom"), disabled: settledWindow === null, onClick: () => ask(settledWindow) },
    ];
  };
  const endAsking = (): void => {
    ask(null);
    button.current?.focus();
  };
  return (
    <>
      <MenuButton className="fst-window" text={text} label={label(text)} title={strings.text("Window_Choose")} buttonRef={button} items={items} />
      {asked && button.current && (
        <Themed>
          <CustomRange target={button.current} window={asked} close={endAsking} />
        </Themed>
      )}
    </>
  );
});
