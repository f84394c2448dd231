import { Clock } from "../base/clock";

/** At most one frame at a time, and none when nothing changed: everything that draws asks here. */
export class FrameScheduler {
  private cancel: (() => void) | undefined;

  /** @param paint draws canvas and rows together. */
  public constructor(private readonly clock: Clock, private readonly paint: () => void) {}

  public invalidate(): void {
    this.cancel ??= this.clock.frame(() => {
      this.cancel = undefined;
      this.paint();
    });
  }

  public dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
  }
}
