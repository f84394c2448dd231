import { Clock } from "../base/clock";
import { recentWindow } from "./firstView";
import { FirstWindow, Ports } from "./ports";

/** The server's counts are waited for so long at most, ms. */
const PATIENCE_MS = 2000;

/**
 * Whether enough is known to choose the first window. The list's first page may hold any runs of the table, the oldest perhaps: if none of
 * them is of late, the server's counts tell where the latest are. Once chosen, the window is the user's.
 */
export class FirstWait {
  /** Ends the wait under way. */
  private end: (() => void) | undefined;
  private isOver = false;

  /** @param go called when the wait has ended */
  public constructor(private readonly ports: Ports, private readonly clock: Clock, private readonly go: () => void) {}

  /** Begins to wait if that may help. */
  public mustWait(preset: FirstWindow): boolean {
    const { overview, source } = this.ports;
    const { hasMore, limit } = source.state();
    const isKnown = !overview || !source.demand || !hasMore || limit !== null || overview.bins() !== null;
    if (this.isOver || isKnown || (preset !== "all" && recentWindow(source.store, preset, this.clock.now()) !== null)) {
      this.stop();
      return false;
    }
    this.end ??= this.begin(() => overview.subscribe(() => this.finish()));
    return true;
  }

  /** Other runs are to come: they are waited for anew. */
  public reset(): void {
    this.stop();
    this.isOver = false;
  }

  public stop(): void {
    this.end?.();
    this.end = undefined;
  }

  private begin(subscribe: () => () => void): () => void {
    const cancel = this.clock.timeout(() => this.finish(), PATIENCE_MS);
    const detach = subscribe();
    return () => {
      cancel();
      detach();
    };
  }

  private finish(): void {
    this.stop();
    this.isOver = true;
    this.go();
  }
}
