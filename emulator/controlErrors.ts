/** Errors of the control: handed to listeners, or thrown on where a test or a page will see them. */
import type { Recorder } from "./recorder";

export class ControlErrors {
  private uncaught: { readonly error: unknown } | undefined;

  constructor(private readonly recorder: Recorder) {}

  report(error: unknown): void {
    if (this.recorder.hasListener("error")) this.recorder.emit("error", { error });
    else this.uncaught = { error };
  }

  /** @returns what `run` returned, or undefined if it threw. */
  guard<T>(run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      this.report(error);
      return undefined;
    }
  }

  /** @throws what nobody listened for; React has finished by then. */
  throwUncaught(): void {
    const { uncaught } = this;
    this.uncaught = undefined;
    if (uncaught) throw uncaught.error;
  }
}
