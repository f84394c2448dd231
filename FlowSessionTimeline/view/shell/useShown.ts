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
  const look = (): void => {
    if (!isSame(read(), shown)) render();
  };
  useTold(timeline, "onChange", look);
  // Between render and this effect something may have changed already.
  React.useLayoutEffect(look, [timeline]);
  return shown;
}

/**
 * Writes into elements what changes with every window or refresh: a pass of React costs ten times as much as a text that is written in place,
 * and a moment after the picture is soon enough (`ShellNews`).
 * @param read as in `useShown`
 * @param write puts the values into elements that React has made; called for other values and after each render
 */
export function useWritten<T extends object>(timeline: Timeline, read: () => T, write: (shown: T) => void): void {
  const written = React.useRef<T>();
  const look = (isForced: boolean): void => {
    const shown = read();
    if (!isForced && written.current && isSame(shown, written.current)) return;
    written.current = shown;
    write(shown);
  };
  useTold(timeline, "onWords", () => look(false));
  React.useLayoutEffect(() => look(true));
}

function useTold({ news }: Timeline, of: "onChange" | "onWords", listener: () => void): void {
  const latest = React.useRef(listener);
  latest.current = listener;
  React.useLayoutEffect(() => news[of](() => latest.current()), [news, of]);
}

function isSame<T extends object>(one: T, other: T): boolean {
  const values = Object.entries(one);
  return values.every(([key, value]) => Object.is(value, other[key as keyof T]));
}
