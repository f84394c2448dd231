/** Time of the emulated host: the browser's, or a virtual one that a test moves. */

export interface HostClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `task` after `delay` ms; returns what cancels it. */
  after(delay: number, task: () => void): () => void;
}

export interface VirtualClock extends HostClock {
  /** Runs everything due within the next `ms`, in order, letting promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Tasks that wait. */
  readonly pending: number;
}

export const realClock: HostClock = {
  now: () => Date.now(),
  after: (delay, task) => {
    const timer = setTimeout(task, delay);
    return () => clearTimeout(timer);
  },
};

/** @param start epoch milliseconds at which the clock begins. */
export function createVirtualClock(start = Date.UTC(2026, 0, 15, 12)): VirtualClock {
  let now = start;
  let serial = 0;
  const tasks = new Map<number, { readonly due: number; readonly run: () => void }>();

  const nextDue = (limit: number): number | undefined => {
    let best: number | undefined;
    let bestDue = limit;
    for (const [key, { due }] of tasks) {
      if (due < bestDue || (best === undefined && due === bestDue)) {
        best = key;
        bestDue = due;
      }
    }
    return best;
  };

  return {
    now: () => now,
    after: (delay, run) => {
      const key = serial++;
      tasks.set(key, { due: now + Math.max(0, delay), run });
      return () => void tasks.delete(key);
    },
    advance: async ms => {
      const limit = now + ms;
      await settlePromises();
      for (let key = nextDue(limit); key !== undefined; key = nextDue(limit)) {
        const task = tasks.get(key);
        tasks.delete(key);
        if (task) {
          now = Math.max(now, task.due);
          task.run();
        }
        await settlePromises();
      }
      now = limit;
    },
    get pending() { return tasks.size; },
  };
}

/** Enough turns of the microtask queue for an answer of the server to reach a control, and for the question that follows from it. */
async function settlePromises(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}
