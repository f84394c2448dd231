import { LayoutKind } from "../layout/rows";

/** Every layout, in the order of the menu. */
export const LAYOUT_KINDS: readonly LayoutKind[] = ["tree", "machine", "machineGroup", "flow", "status", "runMode", "trigger", "owner", "errorCode", "day"];
