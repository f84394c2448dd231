import * as React from "react";
import type { Theme } from "@fluentui/react";
import { invariant } from "../../base/assert";
import { Commands } from "../commands";
import { NewFailures } from "../newFailures";
import { UserFormats } from "../../domain/userFormats";
import { Timeline } from "../timeline";

/** What every part of the shell works with. Another object only where the formats or the theme are others. */
export interface Shell {
  readonly timeline: Timeline;
  readonly commands: Commands;
  readonly newFailures: NewFailures;
  readonly formats: UserFormats;
  readonly fluentTheme: () => Theme;
}

const ShellContext = React.createContext<Shell | undefined>(undefined);

export const ShellProvider = ShellContext.Provider;

export function useShell(): Shell {
  const shell = React.useContext(ShellContext);
  invariant(shell !== undefined, "parts of the shell stand inside its provider");
  return shell;
}
