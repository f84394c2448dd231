import { Clock } from "../base/clock";
import { runInSlices, Work } from "../base/work";

interface Task {
  readonly work: () => Work<void>;
  readonly done: () => void;
}

/** Whatever changes the store goes through here, one after the other in slices: two loads may not be under way at once (RunStore). */
export class StoreWriter {
  private readonly tasks: Task[] = [];
  private current: { readonly task: Task; stop: () => void } | undefined;

  public constructor(private readonly clock: Clock) {}

  /** @param work is begun when its turn comes. @returns how to give it up; what it has taken in by then stays */
  public write(work: () => Work<void>, done: () => void): () => void {
    const task = { work, done };
    this.tasks.push(task);
    this.next();
    return () => this.giveUp(task);
  }

  /** Gives up everything, for instance before the store is cleared. */
  public stop(): void {
    this.tasks.length = 0;
    this.current?.stop();
    this.current = undefined;
  }

  private giveUp(task: Task): void {
    const place = this.tasks.indexOf(task);
    if (place >= 0) this.tasks.splice(place, 1);
    if (this.current?.task !== task) return;
    this.current.stop();
    this.current = undefined;
    this.next();
  }

  private next(): void {
    if (this.current) return;
    const task = this.tasks.shift();
    if (!task) return;
    const current = { task, stop: (): void => undefined };
    this.current = current;
    const host = { now: () => this.clock.monotonic(), defer: (callback: () => void) => this.clock.timeout(callback, 0) };
    const stop = runInSlices(task.work(), host, () => {
      if (this.current === current) this.current = undefined;
      task.done();
      this.next();
    });
    current.stop = stop;
  }
}
