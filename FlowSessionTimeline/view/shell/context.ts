import * as React from "react";
import { invariant } from "../../base/assert";
import { Commands } from "../commands";
import { Surroundings } from "../ports";
import { Timeline } from "../timeline";

/** What every part of the shell works with. Another object only where the surroundings are others. */
export interface Shell {
  readonly timeline: Timeline;
  readonly commands: Commands;
  readonly surroundings: Surroundings;
}

const ShellContext = React.createContext<Shell | undefined>(undefined);

export const ShellProvider = ShellContext.Provider;

export function useShell(): Shell {
  const shell = React.useContext(ShellContext);
  invariant(shell !== undefined, "parts of the shell stand inside its provider");
  return shell;
}
