import * as React from "react";
import { CommandBarButton, IContextualMenuItem, IconButton, SearchBox } from "@fluentui/react";
import { LayoutKind } from "../../layout/rows";
import { ZOOM_STEP } from "../commands";
import { LAYOUT_KINDS } from "../layoutKinds";
import { FirstWindow } from "../ports";
import { StringKey } from "../stringKeys";
import { Timeline } from "../timeline";
import { ViewState } from "../viewState";
import { useShell } from "./context";
import { CustomRange } from "./CustomRange";
import { Legend } from "./Legend";
import { choice } from "./menuChoice";
import { moreItems } from "./moreMenu";
import { useShown } from "./useShown";
import { windowText } from "./windowText";

const PRESETS: readonly (readonly [FirstWindow, StringKey])[] = [
  ["hour1", "Preset_Hour1"],
  ["hours6", "Preset_Hours6"],
  ["hours24", "Preset_Hours24"],
  ["days7", "Preset_Days7"],
  ["days30", "Preset_Days30"],
  ["all", "Preset_All"],
];

/** Ours: Fluent would fetch its own chevron from the internet. */
const CHEVRON = { iconName: "fstChevron" };

const LAYOUT_NAMES: Readonly<Record<LayoutKind, StringKey>> = {
  tree: "Layout_Tree",
  machine: "Layout_Machine",
  machineGroup: "Layout_MachineGroup",
  flow: "Layout_Flow",
  status: "Layout_Status",
  runMode: "Layout_RunMode",
  trigger: "Layout_Trigger",
  owner: "Layout_Owner",
  errorCode: "Layout_ErrorCode",
  day: "Layout_Day",
};

/** Presets, navigation, layout, legend, search. Folds under 640 px: what is rare goes into the menu. */
export const Toolbar = React.memo(function Toolbar(props: { readonly small: boolean; readonly searchRef: React.RefObject<HTMLDivElement> }): JSX.Element {
  const { timeline, commands } = useShell();
  const { strings } = timeline.ports;
  const { layout, filter, settledWindow } = useShown(timeline, () => toolState(timeline));
  const [searching, setSearching] = React.useState(false);
  const [choosing, setChoosing] = React.useState(false);
  const windowButton = React.useRef<HTMLElement>(null);
  const windows: IContextualMenuItem[] = [
    ...PRESETS.map(([key, text]) => ({ key, text: strings.text(text), onClick: () => commands.preset(key) })),
    { key: "custom", text: strings.text("Range_Custom"), disabled: settledWindow === null, onClick: () => setChoosing(true) },
  ];
  const endChoosing = (): void => {
    setChoosing(false);
    windowButton.current?.focus();
  };
  const layouts: IContextualMenuItem[] = LAYOUT_KINDS.map((key) => choice({ key, text: strings.text(LAYOUT_NAMES[key]), checked: layout === key, onClick: () => commands.setLayout(key) }));
  const icon = (iconName: string, key: StringKey, onClick: () => void): JSX.Element => (
    <IconButton iconProps={{ iconName }} title={strings.text(key)} ariaLabel={strings.text(key)} onClick={onClick} />
  );
  const search = (
    <div className="fst-search" ref={props.searchRef}>
      <SearchBox placeholder={strings.text("Search")} ariaLabel={strings.text("Search")} value={filter.text} onChange={(_event, value) => commands.setText(value ?? "")} iconProps={{ iconName: "fstSearch" }} clearButtonProps={{ iconProps: { iconName: "fstClose" }, ariaLabel: strings.text("Search_Clear") }} />
    </div>
  );
  return (
    <div className="fst-toolbar" role="toolbar" aria-label={strings.text("Toolbar")}>
      <div className="fst-tools">
        <CommandBarButton className="fst-window" elementRef={windowButton} text={windowText(timeline)} ariaLabel={strings.text("Window_Label", windowText(timeline))} title={strings.text("Window_Choose")} menuIconProps={CHEVRON} menuProps={{ items: windows }} />
        {choosing && settledWindow && windowButton.current && <CustomRange target={windowButton.current} window={settledWindow} close={endChoosing} />}
        {!props.small && (
          <>
            <span className="fst-time-tools" dir="ltr">
              {icon("fstEarlier", "Pan_Earlier", () => commands.panStep(-1))}
              {icon("fstLater", "Pan_Later", () => commands.panStep(1))}
            </span>
            {icon("fstZoomOut", "Zoom_Out", () => commands.zoom(1 / ZOOM_STEP))}
            {icon("fstZoomIn", "Zoom_In", () => commands.zoom(ZOOM_STEP))}
            {icon("fstFit", "Fit_All", () => commands.fitAll())}
            <CommandBarButton className="fst-layout" iconProps={{ iconName: layout === "tree" ? "fstTree" : "fstTracks" }} text={strings.text(LAYOUT_NAMES[layout])} ariaLabel={strings.text("Layout_Label", strings.text(LAYOUT_NAMES[layout]))} title={strings.text("Layout_Choose")} menuIconProps={CHEVRON} menuProps={{ items: layouts }} />
          </>
        )}
        {icon("fstFailure", "Failure_Previous", () => {
          if (!commands.stepFailure(-1)) commands.stepFailure(1);
        })}
        <span className="fst-gap" />
        {!props.small && <Legend />}
        {!props.small && search}
        <IconButton
          iconProps={{ iconName: "fstMore" }}
          title={strings.text("More")}
          ariaLabel={strings.text("More")}
          onRenderMenuIcon={() => null}
          menuProps={{ items: moreItems(timeline, commands, props.small ? { layouts, search: () => setSearching(!searching) } : undefined) }}
        />
      </div>
      {props.small && <Legend />}
      {props.small && searching && search}
    </div>
  );
});

/** All of the user's choices but what moves with every frame or has parts of its own: the menus show most of them. */
function toolState({ view }: Timeline): Omit<ViewState, "window" | "scrollPx" | "hoveredId" | "focusedKey" | "dialog"> {
  const { window: _window, scrollPx: _scrollPx, hoveredId: _hoveredId, focusedKey: _focusedKey, dialog: _dialog, ...shown } = view.state;
  return shown;
}
