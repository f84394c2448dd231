import React from "react";
import ReactDOM from "react-dom";
import type { HostLibraries } from "../../emulator";

/** The host's own React, for tests of what stands inside the control's folder. */
export const react16: HostLibraries = { React, ReactDOM };
