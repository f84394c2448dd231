import { EpochMs } from "../base/brand";
import { Work, runInSlices, WorkHost } from "../base/work";
import { RunForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import { Derived, Wish } from "./derived";
import { Stages } from "./stages";

export type { Derived, Wish } from "./derived";

/** Turns records and wishes into rows in slices: the old picture stays until the new one is whole. A newer wish cancels work that has not ended. */
export class Pipeline {
  private readonly stages: Stages;
  private cancel: (() => void) | undefined;

  public constructor(
    store: RunStore,
    private readonly host: WorkHost,
    statusLabel: (code: number) => string,
    private readonly done: (derived: Derived) => void
  ) {
    this.stages = new Stages(store, statusLabel);
  }

  public run(wish: Wish, now: EpochMs): void {
    this.start(this.stages.derive(wish, now), this.done);
  }

  /** Builds the forest of the records as they are now: for what must be decided before there is a wish. */
  public prepare(done: (forest: RunForest) => void): void {
    this.start(this.stages.forestNow(), ({ value }) => done(value));
  }

  public get busy(): boolean {
    return this.cancel !== undefined;
  }

  /** Ends the work under way: nothing of it is handed over. */
  public stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  /** Begins work in place of what is under way. */
  private start<T>(work: Work<T>, done: (value: T) => void): void {
    this.stop();
    let finished = false;
    const cancel = runInSlices(work, this.host, (value) => {
      finished = true;
      this.cancel = undefined;
      done(value);
    });
    if (!finished) this.cancel = cancel;
  }
}
