import { Clock } from "../base/clock";
import { RunStore } from "../domain/runStore";
import { StoreWriter } from "./storeWriter";

/** So long nothing more is drawn before the rest is read: the shell, the minimap and what the user does at once come first, ms. */
const PEACE_MS = 300;
/** That is waited for so long at most: a tab that nobody sees draws nothing, and a picture may go on moving, ms. */
const PATIENCE_MS = 2000;

/** Reads what a first load has left, when the picture of its runs has been drawn (docs/decisions/0022). */
export class RestReader {
  /** Up to when it waits, monotonic ms; NaN while it does not. */
  private latestMs = NaN;
  private end: (() => void) | undefined;

  /** @param done called when all has been read */
  public constructor(private readonly store: RunStore, private readonly writer: StoreWriter, private readonly clock: Clock, private readonly done: () => void) {}

  /** Runs have been placed, and those who draw them are about to be told. */
  public begin(): void {
    this.stop();
    if (!this.store.isRestDue) return;
    this.latestMs = this.clock.monotonic() + PATIENCE_MS;
    this.wait(PATIENCE_MS);
  }

  /** A picture has been drawn. */
  public pictured(): void {
    if (Number.isNaN(this.latestMs)) return;
    this.end?.();
    this.wait(Math.min(PEACE_MS, this.latestMs - this.clock.monotonic()));
  }

  /** Leaves the rest to those who need it. */
  public stop(): void {
    this.latestMs = NaN;
    this.end?.();
    this.end = undefined;
  }

  private wait(ms: number): void {
    this.end = this.clock.timeout(() => {
      this.latestMs = NaN;
      this.end = this.writer.write(() => this.store.readRest(), this.done);
    }, ms);
  }
}
