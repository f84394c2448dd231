/** `context.mode`: sizes, full screen, session state, and the record around a subgrid. */
import type { HostOptions } from "./contract";
import type { HostServices } from "./services";
import { strictObject } from "./strict";

type Mode = ComponentFramework.Mode;
/** Undocumented, and there all the same: absent `entityId` means there is no record. */
export interface ExtendedMode extends Mode {
  readonly contextInfo: { readonly entityTypeName: string; readonly entityId?: string; readonly entityRecordName?: string };
}

/** What the host does when the control asks for it. */
export interface ModePort {
  allocatedWidth(): number;
  trackContainerResize(track: boolean): void;
  setFullScreen(open: boolean): void;
  setControlState(state: ComponentFramework.Dictionary): void;
}

const PATH = "context.mode";

/** Undocumented members of some hosts. */
const ABSENT = ["rowSpan", "colSpan"];

export function createMode(options: HostOptions, port: ModePort, services: HostServices): ExtendedMode {
  const { placement, table } = options;
  const parent = placement?.kind === "subgrid" ? placement.parent : undefined;
  const contextInfo: ExtendedMode["contextInfo"] = parent
    ? { entityTypeName: parent.table, entityId: parent.id, entityRecordName: parent.name }
    : { entityTypeName: table.definition.logicalName };
  return strictObject<ExtendedMode>(PATH, {
    // Model-driven apps never give a height.
    allocatedHeight: -1,
    get allocatedWidth() { return port.allocatedWidth(); },
    isControlDisabled: placement?.kind === "subgrid" && placement.readOnly === true,
    isVisible: true,
    label: options.view.name,
    contextInfo: strictObject(`${PATH}.contextInfo`, contextInfo, services.recorder, ["entityId", "entityRecordName"]),
    setControlState: state => {
      services.called("mode.setControlState", state);
      port.setControlState(state);
      return true;
    },
    setFullScreen: open => {
      services.called("mode.setFullScreen", open);
      port.setFullScreen(open);
    },
    trackContainerResize: track => {
      services.called("mode.trackContainerResize", track);
      port.trackContainerResize(track);
    },
  }, services.recorder, ABSENT);
}
