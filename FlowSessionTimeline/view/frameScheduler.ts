import { Clock } from "../base/clock";

/** At most one frame at a time, and none when nothing changed: everything that draws asks here. */
export class FrameScheduler {
  private cancel: (() => void) | undefined;
  private isOver = false;

  /** @param paint draws canvas and rows together. */
  public constructor(private readonly clock: Clock, private readonly paint: () => void) {}

  public invalidate(): void {
    // What is taken down after us may still ask: an element that loses the focus, say.
    if (this.isOver) return;
    this.cancel ??= this.clock.frame(() => {
      this.cancel = undefined;
      this.paint();
    });
  }

  public dispose(): void {
    this.isOver = true;
    this.cancel?.();
    this.cancel = undefined;
  }
}
