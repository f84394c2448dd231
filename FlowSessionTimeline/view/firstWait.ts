import { Clock } from "../base/clock";
import { RunStore } from "../domain/runStore";
import { lately, recentWindow } from "./firstView";
import { FirstWindow, Ports } from "./ports";

/** The server is waited for so long at most, ms. */
const PATIENCE_MS = 5000;

/** Of a list with the newest runs first the latest is among the first rows and the earliest among the last: so many, and at most this share of all. */
const END_ROWS = 5;
const END_SHARE = 1 / 4;

/**
 * Whether enough is known to choose the first window. The list's first page may hold any runs of the table, the oldest perhaps: if none of
 * them is of late, the server is asked for those that are, and its counts tell where the latest lie. Once chosen, the window is the user's.
 */
export class FirstWait {
  /** Ends the wait under way. */
  private end: (() => void) | undefined;
  private isOver = false;
  private hadRuns = false;
  /** Of the first page alone: what comes after it has an order of its own. */
  private hasNewest: boolean | undefined;

  /** @param go called when the wait has ended */
  public constructor(private readonly ports: Ports, private readonly clock: Clock, private readonly go: () => void) {}

  /** Whether the window can be chosen now; else begins to wait, if there is something to wait for. */
  public isReady(preset: FirstWindow): boolean {
    const { source } = this.ports;
    if (source.state().phase !== "ready") return false;
    // What the list had may be dropped meanwhile, because the server reads windows.
    this.hadRuns ||= source.store.size > 0;
    if (!this.hadRuns) return false;
    if (!this.isOver && !this.isKnown(preset)) {
      if (!this.end) this.begin(preset);
      return false;
    }
    this.stop();
    return true;
  }

  public get isWaiting(): boolean {
    return this.end !== undefined;
  }

  /** Other runs are to come: they are waited for anew. */
  public reset(): void {
    this.stop();
    this.isOver = false;
    this.hadRuns = false;
    this.hasNewest = undefined;
  }

  public stop(): void {
    this.end?.();
    this.end = undefined;
  }

  private isKnown(preset: FirstWindow): boolean {
    const { overview, source } = this.ports;
    const { hasMore, limit, server } = source.state();
    if (!overview || !source.demand || limit !== null || overview.bins() !== null) return true;
    // The list has no next page once the server has taken over.
    if (server === null && !hasMore) return true;
    this.hasNewest ??= isNewestFirst(source.store);
    return preset !== "all" && (this.hasNewest || recentWindow(source.store, preset, this.clock.now()) !== null);
  }

  private begin(preset: FirstWindow): void {
    const { overview, source } = this.ports;
    const cancel = this.clock.timeout(() => this.finish(), PATIENCE_MS);
    const detach = overview?.subscribe(() => this.finish());
    this.end = () => {
      cancel();
      detach?.();
    };
    // Last: the source may tell of it at once.
    source.demand?.({ ...lately(preset, this.clock.now()), pinned: [], hidden: new Set() });
  }

  private finish(): void {
    this.stop();
    this.isOver = true;
    this.go();
  }
}

/** Whether the rows came with the newest run first, so that no later one is missing. */
function isNewestFirst({ fromMs, slotCount }: RunStore): boolean {
  const timed = Array.from(fromMs.subarray(0, slotCount)).filter((ms) => !Number.isNaN(ms));
  const ends = Math.min(END_ROWS, Math.ceil(timed.length * END_SHARE));
  const max = timed.reduce((latest, ms) => Math.max(latest, ms), -Infinity);
  const min = timed.reduce((earliest, ms) => Math.min(earliest, ms), Infinity);
  return timed.length > 1 && timed.indexOf(max) < ends && timed.lastIndexOf(min) >= timed.length - ends;
}
