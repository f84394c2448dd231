import { EpochMs, epochMs } from "./brand";

/** Time, frames, timers and page visibility, injected so that no test waits. Every method that starts something returns how to end it. */
export interface Clock {
  now(): EpochMs;
  /** Monotonic, in ms. */
  monotonic(): number;
  frame(callback: () => void): () => void;
  timeout(callback: () => void, delayMs: number): () => void;
  isHidden(): boolean;
  onVisibility(callback: () => void): () => void;
}

/** The browser's clock. */
export function browserClock(): Clock {
  return {
    now: () => epochMs(Date.now()),
    monotonic: () => performance.now(),
    frame: (callback) => {
      const handle = requestAnimationFrame(callback);
      return () => cancelAnimationFrame(handle);
    },
    timeout: (callback, delayMs) => {
      const handle = window.setTimeout(callback, delayMs);
      return () => window.clearTimeout(handle);
    },
    isHidden: () => document.hidden,
    onVisibility: (callback) => {
      document.addEventListener("visibilitychange", callback);
      return () => document.removeEventListener("visibilitychange", callback);
    },
  };
}
