/** The emulated host: what demo, tests and bench import. */
export type * from "./contract";
export type { HostCall, HostEvents, OpenDialog, OpenedRecord, PassCause } from "./events";
export type { HostClock, VirtualClock } from "./clock";
export type { Quirks } from "./quirks";
export { createVirtualClock, realClock } from "./clock";
export { measuredQuirks } from "./quirks";
