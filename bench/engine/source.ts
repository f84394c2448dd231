import { epochMs } from "../../FlowSessionTimeline/base/brand";
import { ParsedRow } from "../../FlowSessionTimeline/domain/runRows";
import { ProblemCount } from "../../FlowSessionTimeline/domain/problem";
import { RunStore } from "../../FlowSessionTimeline/domain/runStore";
import { FLOW_SESSION_STATUSES, StatusTable } from "../../FlowSessionTimeline/domain/status";
import { RunSource, SourceState } from "../../FlowSessionTimeline/view/ports";

/** Runs that the measurement hands over by itself, in place of the dataset. */
export class EngineSource implements RunSource {
  public readonly store = new RunStore(new StatusTable(FLOW_SESSION_STATUSES));
  private current: SourceState = { phase: "loading", key: "engine", message: "", total: null, hasMore: false, busy: true, asOf: null, missingRoles: [], server: null, limit: null, newFailures: [] };
  private readonly listeners = new Set<() => void>();

  public state(): SourceState {
    return this.current;
  }

  public subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  public loadMore(): void {
    // There is no more.
  }

  public refresh(): void {
    // Rows come when the measurement says so.
  }

  public problems(): readonly ProblemCount[] {
    return this.store.problems();
  }

  /** Takes rows in without telling anybody. */
  public fill(rows: readonly ParsedRow[]): void {
    this.store.merge(rows, "keep");
  }

  /** Tells that what was taken in is there. */
  public tell(): void {
    this.current = { ...this.current, phase: "ready", busy: false, asOf: epochMs(Date.now()) };
    for (const listener of [...this.listeners]) listener();
  }
}
