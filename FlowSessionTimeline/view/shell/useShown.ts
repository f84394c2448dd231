import * as React from "react";
import { Timeline } from "../timeline";

/**
 * What a part of the shell shows. It is read again whenever the timeline says that something changed, and the part renders only if a value
 * is another one: a refresh that changes a time in the status line does not render the toolbar.
 * @param read the values by name, compared one by one
 */
export function useShown<T extends object>(timeline: Timeline, read: () => T): T {
  const [, render] = React.useReducer((n: number) => n + 1, 0);
  const shown = read();
  const latest = React.useRef({ read, shown });
  latest.current = { read, shown };
  React.useLayoutEffect(() => {
    const look = (): void => {
      if (!isSame(latest.current.read(), latest.current.shown)) render();
    };
    // Between render and this effect something may have changed already.
    look();
    return timeline.onShell(look);
  }, [timeline]);
  return shown;
}

function isSame<T extends object>(one: T, other: T): boolean {
  const values = Object.entries(one);
  return values.every(([key, value]) => Object.is(value, other[key as keyof T]));
}
