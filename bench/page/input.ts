import { Contender, ZOOM_LEVELS } from "./contract";

/**
 * Trusted wheel and key events come from outside. Each one marks a step of the trace; contenders that do not know Ctrl and the wheel
 * or the key 0 are told their zoom level in the same event, so that all pay the same for the input itself.
 */
export class Input {
  private level = 0;

  public constructor(private readonly contender: Contender) {}

  public start(): void {
    this.level = 0;
    window.addEventListener("wheel", this.onWheel, { capture: true, passive: false });
    window.addEventListener("keydown", this.onKey, { capture: true });
  }

  public stop(): void {
    window.removeEventListener("wheel", this.onWheel, { capture: true });
    window.removeEventListener("keydown", this.onKey, { capture: true });
  }

  private readonly onWheel = (event: WheelEvent): void => {
    this.mark("step");
    if (!event.ctrlKey || !this.contender.zoom) return;
    event.preventDefault();
    this.level = Math.max(0, Math.min(ZOOM_LEVELS, this.level - Math.sign(event.deltaY)));
    this.contender.zoom(this.level);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== "0") return;
    this.mark("fit");
    if (!this.contender.zoom) return;
    this.level = 0;
    this.contender.zoom(0);
  };

  private mark(name: "step" | "fit"): void {
    performance.mark(name);
  }
}
