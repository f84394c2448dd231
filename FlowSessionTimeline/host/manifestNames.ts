import { FirstLayout, FirstWindow } from "../view/ports";

/** Values of the manifest's enumerations, the default first; a test compares them with ControlManifest.Input.xml. */
export const FIRST_WINDOWS = ["auto", "hour1", "hours6", "hours24", "days7", "days30", "all"] as const satisfies readonly FirstWindow[];
export const FIRST_LAYOUTS = ["auto", "tree", "machine", "flow", "status"] as const satisfies readonly FirstLayout[];

/** The value if it is one of the known ones, else the default. */
export function oneOf<T extends string>(known: readonly [T, ...T[]], value: unknown): T {
  return known.find((one) => one === value) ?? known[0];
}
