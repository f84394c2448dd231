/** The emulated host: what demo, tests and bench import. */
export type * from "./contract";
export type { HostCall, HostEvents, OpenDialog, OpenedRecord, PassCause } from "./events";
export type { HostClock, VirtualClock } from "./clock";
export type { Quirks } from "./quirks";
export { createVirtualClock, realClock } from "./clock";
export { measuredQuirks } from "./quirks";
export { createHost, createSession } from "./host";
export { createTable } from "./table";
export { readManifest, readResx } from "./manifest";
export { installPage, runBundle } from "./page";
export type { ControlRegistry, PlatformLibraries } from "./page";
export { NotModelledError } from "./strict";
