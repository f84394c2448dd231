/**
 * A stamp holds whole seconds, and servers' clocks differ a little: only what was written this long before the newest row that was read
 * with it was certainly not being written while it was read, in ms.
 */
const MARGIN_MS = 60_000;

/** Up to when `modifiedon` tells whether a run was written since it was read last (docs/decisions/0014). */
export class TrustedStamps {
  private untilMs = -Infinity;

  /** @param modifiedOn of a stored run, in epoch ms; NaN is never trusted */
  public covers(modifiedOn: number): boolean {
    return modifiedOn < this.untilMs;
  }

  /** Rows were read at one time, and everything that is stored was read then or later. @param newestMs the highest of their stamps */
  public readWith(newestMs: number): void {
    this.untilMs = Math.max(this.untilMs, newestMs - MARGIN_MS);
  }

  public clear(): void {
    this.untilMs = -Infinity;
  }
}
