import * as React from "react";
import { Clock } from "../../base/clock";

/** Whether something has been so for a while: what comes and goes at once is never shown. It ends at once. @param forMs the while, ms */
export function useLasting(clock: Clock, is: boolean, forMs: number): boolean {
  const [lasts, setLasts] = React.useState(false);
  React.useLayoutEffect(() => {
    if (!is) return undefined;
    const cancel = clock.timeout(() => setLasts(true), forMs);
    return () => {
      cancel();
      setLasts(false);
    };
  }, [clock, is, forMs]);
  return is && lasts;
}
