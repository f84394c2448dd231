/** When `updateView` runs: merged, followed by unrelated passes, and bounded when the control drives itself. */
import type { HostClock } from "./clock";
import type { PassCause } from "./events";

/** A control that acts on its own after this many ms of silence (a timer) is not looping. */
const QUIET = 1000;
const NOISE_GAP = 4;

export interface PassOptions {
  readonly clock: HostClock;
  /** How many passes in a row the control may cause. */
  readonly limit: number;
  /** How many unrelated passes follow data; walked round and round. */
  readonly noise: readonly number[];
  run(cause: PassCause, updated: readonly string[]): void;
  /** The control goes round in circles; nothing runs any more. */
  halt(message: string): void;
}

export class PassSchedule {
  private waiting: { causes: PassCause[]; updated: Set<string> } | undefined;
  private readonly cancels = new Set<() => void>();
  private streak = 0;
  private lastPassAt = -Infinity;
  private noiseTurn = 0;
  private halted = false;

  constructor(private readonly options: PassOptions) {}

  request(cause: PassCause, updated: readonly string[] = []): void {
    if (this.halted) return;
    if (this.waiting) {
      this.waiting.causes.push(cause);
      for (const token of updated) this.waiting.updated.add(token);
      return;
    }
    this.waiting = { causes: [cause], updated: new Set(updated) };
    this.later(0, () => this.flush());
  }

  /** Unrelated passes, as layout and focus cause them in the real host. */
  addNoise(): void {
    const { noise } = this.options;
    const count = noise[this.noiseTurn++ % Math.max(1, noise.length)] ?? 0;
    for (let turn = 1; turn <= count; turn++) {
      this.later(turn * NOISE_GAP, () => this.run({ reason: "unrelated", by: "noise" }, turn % 2 === 0 ? ["layout"] : []));
    }
  }

  /** The user did something: what follows is no loop. */
  userActed(): void { this.streak = 0; }

  /** The control did something: no loop either if it had been silent before. */
  controlActed(): void {
    if (this.options.clock.now() - this.lastPassAt >= QUIET) this.streak = 0;
  }

  /** Runs a pass at once. */
  run(cause: PassCause, updated: readonly string[]): void {
    if (this.halted) return;
    if (cause.by === "host") this.streak = 0;
    if (cause.by === "control" && ++this.streak > this.options.limit) return this.stop(cause);
    this.options.run(cause, updated);
    this.lastPassAt = this.options.clock.now();
  }

  dispose(): void {
    this.halted = true;
    for (const cancel of this.cancels) cancel();
    this.cancels.clear();
    this.waiting = undefined;
  }

  private stop(cause: PassCause): void {
    this.dispose();
    this.options.halt(`updateView ran ${this.options.limit} times in a row because of the control itself; the last cause: ${cause.reason}`);
  }

  private flush(): void {
    const waiting = this.waiting;
    this.waiting = undefined;
    if (!waiting) return;
    // One cause of the host's own is enough to tell a pass from a loop.
    // Paging on ends with the table, so it is no loop, unless something else of the control's is merged with it.
    const by = (["host", "control", "page"] as const).find(kind => waiting.causes.some(cause => cause.by === kind)) ?? "control";
    this.run({ reason: [...new Set(waiting.causes.map(cause => cause.reason))].join(" + "), by }, [...waiting.updated]);
  }

  private later(delay: number, task: () => void): void {
    const cancel = this.options.clock.after(delay, () => {
      this.cancels.delete(cancel);
      task();
    });
    this.cancels.add(cancel);
  }
}
