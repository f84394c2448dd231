import { Clock } from "../base/clock";

/** At most one frame at a time, and none when nothing changed: everything that draws asks here. */
export class FrameScheduler {
  private isStale = false;
  private isPassed = false;
  private cancel: (() => void) | undefined;
  private isOver = false;
  /** A frame is under way that paints what is asked for. */
  private isWithin = false;

  /**
   * @param paint draws canvas and rows together
   * @param look sees where the page's parts are: after what the same frame draws, so that the browser lays them out once
   */
  public constructor(private readonly clock: Clock, private readonly paint: () => void, private readonly look: () => void) {}

  public invalidate(): void {
    this.isStale = true;
    this.ask();
  }

  /** The host has passed by, and may have moved what is around the control. */
  public passed(): void {
    this.isPassed = true;
    this.ask();
  }

  /** Paints at once what a change asks for: the browser calls it within a frame, where to ask for one costs more than the change. */
  public within(change: () => void): void {
    this.isWithin = true;
    try {
      change();
    } finally {
      this.isWithin = false;
      if (this.isStale && !this.isOver) this.runNow();
    }
  }

  public dispose(): void {
    this.isOver = true;
    this.cancel?.();
    this.cancel = undefined;
  }

  private ask(): void {
    // What is taken down after us may still ask: an element that loses the focus, say.
    if (this.isOver || this.isWithin) return;
    this.cancel ??= this.clock.frame(() => this.run());
  }

  /** In place of the frame that was asked for. */
  private runNow(): void {
    this.cancel?.();
    this.run();
  }

  private run(): void {
    const { isStale, isPassed } = this;
    this.cancel = undefined;
    this.isStale = this.isPassed = false;
    if (isStale) this.paint();
    if (isPassed) this.look();
  }
}
