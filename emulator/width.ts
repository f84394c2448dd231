/** The width that the host allocates: -1 until the control tracks its container, and for a while after. */
import type { HostServices } from "./services";

/** Milliseconds; a subgrid learns its width seconds after it was installed, a grid at once. */
const FIRST_WIDTH_DELAY = { mainGrid: 20, dashboard: 20, subgrid: 400 } as const;

export class AllocatedWidth {
  private known = false;
  private tracked = false;
  private cancel: (() => void) | undefined;
  private actual = -1;
  private fullScreen: number | undefined;

  constructor(private readonly placement: keyof typeof FIRST_WIDTH_DELAY, private readonly services: HostServices) {}

  /** What the control reads, in CSS px. */
  get value(): number {
    return this.known && this.tracked ? this.fullScreen ?? this.actual : -1;
  }

  set(width: number): void {
    if (width === this.actual) return;
    this.actual = width;
    if (this.known && this.tracked && this.fullScreen === undefined) this.services.requestPass({ reason: "layout", by: "host" }, ["layout"]);
  }

  /** @param width of the window, or undefined when full screen ends. */
  setFullScreen(width: number | undefined): void { this.fullScreen = width; }

  track(on: boolean): void {
    this.tracked = on;
    if (!on || this.known || this.cancel) return;
    if (!this.services.quirks.widthUnknownAtFirst) {
      this.known = true;
      return;
    }
    this.cancel = this.services.clock.after(FIRST_WIDTH_DELAY[this.placement], () => {
      this.known = true;
      this.services.requestPass({ reason: "layout", by: "host" }, ["layout"]);
    });
  }

  dispose(): void { this.cancel?.(); }
}
