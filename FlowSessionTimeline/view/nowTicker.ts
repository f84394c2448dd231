import { Clock } from "../base/clock";

const SECOND_MS = 1000;

/** Moves the now line: once a second while it is on screen, never in a hidden tab. */
export class NowTicker {
  private cancel: (() => void) | undefined;
  private stopWatching: (() => void) | undefined;

  public constructor(private readonly clock: Clock, private readonly tick: () => void) {}

  public start(): void {
    this.stopWatching ??= this.clock.onVisibility(() => this.tick());
    if (this.cancel || this.clock.isHidden()) return;
    this.cancel = this.clock.timeout(() => {
      this.cancel = undefined;
      if (!this.clock.isHidden()) this.tick();
    }, SECOND_MS);
  }

  public stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  public dispose(): void {
    this.stop();
    this.stopWatching?.();
    this.stopWatching = undefined;
  }
}
