import { EpochMs, epochMs } from "../../FlowSessionTimeline/base/brand";
import { Clock } from "../../FlowSessionTimeline/base/clock";
import { createVirtualClock, type VirtualClock } from "../../emulator/clock";

const FRAME_MS = 16;
export const TEST_NOW = epochMs(Date.UTC(2026, 0, 15, 12));

/** The control's clock on the emulator's virtual one, so that a test moves one time for both. A frame comes 16 ms after it was asked for. */
export class TestClock implements Clock {
  /** What a look at the monotonic clock costs, in ms: 100 ends every slice of long work at its first chance. */
  public costPerLook = 0;
  public readonly host: VirtualClock = createVirtualClock(TEST_NOW);
  private readonly watchers = new Set<() => void>();
  private spentMs = 0;
  private hidden = false;

  public now(): EpochMs {
    return epochMs(this.host.now());
  }

  public monotonic(): number {
    this.spentMs += this.costPerLook;
    return this.host.now() + this.spentMs;
  }

  public frame(callback: () => void): () => void {
    return this.host.after(FRAME_MS, callback);
  }

  public timeout(callback: () => void, delayMs: number): () => void {
    return this.host.after(delayMs, callback);
  }

  public isHidden(): boolean {
    return this.hidden;
  }

  public onVisibility(callback: () => void): () => void {
    this.watchers.add(callback);
    return () => void this.watchers.delete(callback);
  }

  /** The user goes to another tab or comes back. */
  public setHidden(hidden: boolean): void {
    this.hidden = hidden;
    for (const watcher of [...this.watchers]) watcher();
  }

  public advance(ms: number): Promise<void> {
    return this.host.advance(ms);
  }

  /** Timers, frames and watchers of the page's visibility that are not ended. */
  public get pending(): number {
    return this.host.pending + this.watchers.size;
  }
}
