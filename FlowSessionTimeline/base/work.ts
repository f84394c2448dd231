/**
 * Long work in slices: a generator that yields wherever it may be interrupted and returns its result.
 * Cancel it by dropping it; it must not hold anything that needs closing.
 */
export type Work<T> = Generator<undefined, T, undefined>;

/** What a slice asks of its surroundings; injected, so that no test waits for real time. */
export interface WorkHost {
  /** A monotonic clock in milliseconds. */
  now(): number;
  /** Runs the callback in a later task; returns how to cancel it. */
  defer(callback: () => void): () => void;
}

/** How long one slice may hold the main thread, in ms: half of the long-task limit, so that a frame still fits beside it. */
const SLICE_MS = 24;

/** Runs work to its end at once: for tests and for small inputs. */
export function runToEnd<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Numbers that a loop goes through between two looks at the clock: far less than a slice, however dear each is. */
const BLOCK = 16_384;

/** Goes through the numbers from one up to another in blocks: a loop in a function of its own is several times as fast as one that yields. */
export function* inBlocks(from: number, to: number, loop: (from: number, to: number) => void): Work<void> {
  for (let at = from; at < to; at += BLOCK) {
    if (at > from) yield;
    loop(at, Math.min(at + BLOCK, to));
  }
}

/**
 * Runs work in slices of at most about 24 ms. The first slice runs at once, so that small work finishes synchronously.
 * @returns how to cancel: after it `done` is never called.
 */
export function runInSlices<T>(work: Work<T>, host: WorkHost, done: (value: T) => void): () => void {
  let cancelDefer: (() => void) | undefined;
  let cancelled = false;
  const slice = (): void => {
    cancelDefer = undefined;
    const until = host.now() + SLICE_MS;
    while (!cancelled) {
      const step = work.next();
      if (step.done) {
        done(step.value);
        return;
      }
      if (host.now() >= until) {
        cancelDefer = host.defer(slice);
        return;
      }
    }
  };
  slice();
  return () => {
    cancelled = true;
    cancelDefer?.();
  };
}
