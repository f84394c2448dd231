import * as React from "react";
import { ThemeProvider } from "@fluentui/react";
import { useShell } from "./context";

/** Puts Fluent's theme around what opens: made with the first of them, as nothing else wears it (decision 0012). */
export function Themed(props: { readonly children: React.ReactNode }): JSX.Element {
  const { timeline, fluentTheme } = useShell();
  return (
    <ThemeProvider theme={fluentTheme()} dir={timeline.surroundings.isRtl ? "rtl" : "ltr"} applyTo="none">
      {props.children}
    </ThemeProvider>
  );
}
