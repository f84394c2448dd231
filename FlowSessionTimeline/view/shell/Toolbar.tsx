import * as React from "react";
import { IContextualMenuItem } from "@fluentui/react";
import { IconName } from "../icons";
import { LayoutKind } from "../../layout/rows";
import { ZOOM_STEP } from "../commands";
import { LAYOUT_KINDS } from "../layoutKinds";
import { StringKey } from "../stringKeys";
import { useShell } from "./context";
import { Legend } from "./Legend";
import { MenuButton } from "./MenuButton";
import { choice } from "./menuChoice";
import { moreItems } from "./moreMenu";
import { SearchField } from "./SearchField";
import { ToolButton } from "./ToolButton";
import { useShown } from "./useShown";
import { WindowButton } from "./WindowButton";

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
  const { small, searchRef } = props;
  const { timeline, commands } = useShell();
  const { strings } = timeline.ports;
  const { layout, text } = useShown(timeline, () => ({ layout: timeline.view.state.layout, text: timeline.view.state.filter.text }));
  const [searching, setSearching] = React.useState(false);
  const layouts = (): IContextualMenuItem[] => LAYOUT_KINDS.map((key) => choice({ key, text: strings.text(LAYOUT_NAMES[key]), checked: layout === key, onClick: () => commands.setLayout(key) }));
  const tool = (icon: IconName, key: StringKey, onClick: () => void): JSX.Element => <ToolButton icon={icon} label={strings.text(key)} onClick={onClick} />;
  const anyFailure = (): void => {
    if (!commands.stepFailure(-1)) commands.stepFailure(1);
  };
  return (
    <div className="fst-toolbar" role="toolbar" aria-label={strings.text("Toolbar")}>
      <div className="fst-tools">
        <WindowButton />
        {!small && (
          <>
            <span className="fst-time-tools" dir="ltr">
              {tool("fstEarlier", "Pan_Earlier", () => commands.panStep(-1))}
              {tool("fstLater", "Pan_Later", () => commands.panStep(1))}
            </span>
            {tool("fstZoomOut", "Zoom_Out", () => commands.zoom(1 / ZOOM_STEP))}
            {tool("fstZoomIn", "Zoom_In", () => commands.zoom(ZOOM_STEP))}
            {tool("fstFit", "Fit_All", () => commands.fitAll())}
            <MenuButton className="fst-layout" icon={layout === "tree" ? "fstTree" : "fstTracks"} text={strings.text(LAYOUT_NAMES[layout])} label={strings.text("Layout_Label", strings.text(LAYOUT_NAMES[layout]))} title={strings.text("Layout_Choose")} items={layouts} />
          </>
        )}
        {tool("fstFailure", "Failure_Previous", anyFailure)}
        <span className="fst-gap" />
        {!small && <Legend />}
        {!small && <SearchField text={text} fieldRef={searchRef} />}
        <MenuButton icon="fstMore" label={strings.text("More")} title={strings.text("More")} items={() => moreItems(timeline, commands, small ? { layouts: layouts(), search: () => setSearching(!searching) } : undefined)} />
      </div>
      {small && <Legend />}
      {small && searching && <SearchField text={text} fieldRef={searchRef} />}
    </div>
  );
});
