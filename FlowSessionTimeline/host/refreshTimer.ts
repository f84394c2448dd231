import { Clock } from "../base/clock";

/** A refresh costs the server a query of the whole view: never more often than this, in seconds. */
const LEAST_SECONDS = 10;

/** Refreshes on the maker's interval; pauses in a hidden tab and catches up when it is seen again. */
export class RefreshTimer {
  private intervalMs = 0;
  private cancel: (() => void) | undefined;
  private isDue = false;
  private readonly stopWatching: () => void;

  public constructor(private readonly clock: Clock, private readonly refresh: () => void) {
    this.stopWatching = clock.onVisibility(() => this.seen());
  }

  /** @param seconds null or 0 for never */
  public setInterval(seconds: number | null): void {
    const intervalMs = seconds !== null && seconds > 0 ? Math.max(LEAST_SECONDS, seconds) * 1000 : 0;
    if (intervalMs === this.intervalMs) return;
    this.intervalMs = intervalMs;
    this.isDue = false;
    this.cancel?.();
    this.cancel = undefined;
    this.wait();
  }

  public dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.stopWatching();
  }

  private wait(): void {
    if (this.intervalMs === 0) return;
    this.cancel = this.clock.timeout(() => {
      this.cancel = undefined;
      this.isDue = this.clock.isHidden();
      if (!this.isDue) this.run();
    }, this.intervalMs);
  }

  private seen(): void {
    if (!this.isDue || this.clock.isHidden()) return;
    this.isDue = false;
    this.run();
  }

  private run(): void {
    this.refresh();
    this.wait();
  }
}
