import { DAY, EpochMs, epochMs, HOUR, MINUTE } from "../../FlowSessionTimeline/base/brand";
import { ProblemCount } from "../../FlowSessionTimeline/domain/problem";
import { Reference, Run } from "../../FlowSessionTimeline/domain/run";
import { aRun, guid, rowsOf, STATUSES } from "../../FlowSessionTimeline/domain/run.testing";
import { RunStore } from "../../FlowSessionTimeline/domain/runStore";
import { STATUS_FAMILIES } from "../../FlowSessionTimeline/domain/status";
import { MinimapBins } from "../../FlowSessionTimeline/layout/minimapBins";
import { Commands } from "../../FlowSessionTimeline/view/commands";
import { Demand, Overview, Ports, Remembered, RunSource, ServerState, SourceState, Strings, Surroundings } from "../../FlowSessionTimeline/view/ports";
import { Painter } from "../../FlowSessionTimeline/view/painter";
import { Timeline } from "../../FlowSessionTimeline/view/timeline";
import { plainFormats } from "./plainFormats";
import { TEST_NOW, TestClock } from "./testClock";

/** Says the key and its values, so that a test sees which text was chosen and what was put into it. */
export const keyStrings: Strings = {
  text: (key, ...values) => [key, ...values].join("|"),
  count: (key, n, ...values) => [key, n, ...values].join("|"),
};

export const PLAIN_SURROUNDINGS: Surroundings = {
  formats: plainFormats(), theme: { isDark: false, brand: "" }, isRtl: false, place: "page", widthPx: -1, heightPx: null, isFullScreen: false, firstWindow: "auto", firstLayout: "auto",
};

/** Runs that a test hands over by itself. */
export class HandSource implements RunSource {
  public readonly store = new RunStore(STATUSES);
  public loads = 0;
  public refreshes = 0;
  public readonly demands: Demand[] = [];
  public cancels = 0;
  public looks = 0;
  public pictures = 0;
  private current: SourceState = { phase: "loading", key: "view 1", message: "", total: null, hasMore: false, busy: true, asOf: null, missingRoles: [], server: null, limit: null, newFailures: [] };
  private readonly listeners = new Set<() => void>();

  public state(): SourceState { return this.current; }
  public subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
  public loadMore(): void { this.loads++; }
  public refresh(): void { this.refreshes++; }
  public problems(): readonly ProblemCount[] { return this.store.problems(); }
  public demand(demand: Demand): void { this.demands.push(demand); }
  public cancelReading(): void { this.cancels++; }
  public pictured(): void { this.pictures++; }
  public failuresSeen(): void {
    this.looks++;
    this.say({ newFailures: [] });
  }
  public get listenerCount(): number { return this.listeners.size; }

  /** These runs are the whole list now. */
  public show(...runs: readonly Run[]): void {
    this.store.merge(rowsOf(...runs), "remove");
    this.say({ phase: "ready", busy: false, asOf: TEST_NOW });
  }

  /** The server has answered so far: everything that was asked for, unless said otherwise. */
  public serve(server: Partial<ServerState>): void {
    this.say({ phase: "ready", busy: server.phase === "reading", server: { phase: "complete", received: this.store.size, expected: this.store.size, fault: null, hidden: new Set(), ...server } });
  }

  /** Another question: the runs of before are gone, those of the new one not read yet. */
  public startOver(key: string): void {
    this.store.clear();
    this.say({ key, phase: "loading", busy: true });
  }

  public say(change: Partial<SourceState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}

/** Counts of the server that a test hands over. */
export class HandOverview implements Overview {
  public partial = false;
  private current: MinimapBins | null = null;
  private readonly listeners = new Set<() => void>();

  public bins(): MinimapBins | null { return this.current; }
  public isPartial(): boolean { return this.partial; }
  public subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
  public get listenerCount(): number { return this.listeners.size; }

  public show(bins: MinimapBins | null): void {
    this.current = bins;
    for (const listener of [...this.listeners]) listener();
  }
}

/** Runs by day of UTC and family, in the legend's order. @param firstDaysAgo how many days before the test's now the first lies */
export function dayBins(firstDaysAgo: number, days: readonly (readonly number[])[]): MinimapBins {
  const families = STATUS_FAMILIES.map((_, family) => Int32Array.from(days, (day) => day[family] ?? 0));
  return { source: "server", lengthMs: DAY, first: Math.floor(TEST_NOW / DAY) - firstDaysAgo, count: days.length, families, before: 0, after: 0, lastEndMs: -Infinity };
}

export class CountingPainter implements Painter {
  public readonly paintedAt: EpochMs[] = [];
  public readonly plotWidthPx = 1000;
  public constructor(public rowsHeightPx = 300) {}
  public focusWishes = 0;
  public paint(now: EpochMs): void { this.paintedAt.push(now); }
  public wantFocus(): void { this.focusWishes++; }
}

export interface TimelineRig {
  readonly timeline: Timeline;
  readonly commands: Commands;
  readonly source: HandSource;
  readonly clock: TestClock;
  /** Ids that were opened, and lists of ids that were told to the host as selected. */
  readonly opened: string[];
  readonly selections: (readonly string[])[];
  readonly remembered: Remembered[];
}

/** A timeline on ports made by hand. */
export function timelineRig(surroundings: Partial<Surroundings> = {}, remembered: Remembered = {}, parts: Partial<Ports> = {}): TimelineRig {
  const source = new HandSource();
  const clock = new TestClock();
  const opened: string[] = [];
  const selections: (readonly string[])[] = [];
  const kept: Remembered[] = [];
  const ports: Ports = {
    source, remembered, strings: keyStrings,
    navigation: { openRun: (id) => void opened.push(id) },
    selection: { select: (ids) => selections.push(ids), actionable: () => selections[selections.length - 1]?.length ?? 0 },
    remember: (state) => void kept.push(state), ...parts,
  };
  const timeline = new Timeline(ports, clock, { ...PLAIN_SURROUNDINGS, ...surroundings });
  return { timeline, commands: new Commands(timeline), source, clock, opened, selections, remembered: kept };
}

/** An instant some minutes before the test's now. */
export const ago = (minutes: number): EpochMs => epochMs(TEST_NOW - minutes * MINUTE);
export const hoursAgo = (hours: number): EpochMs => epochMs(TEST_NOW - hours * HOUR);

/** A succeeded run of ten minutes that started some minutes ago. */
export const runAt = (n: number, minutesAgo: number, parts: Partial<Run> = {}): Run =>
  aRun(guid(n), { startedOn: ago(minutesAgo), completedOn: ago(minutesAgo - 10), name: `Run ${n}`, ...parts });

export const childOf = (parent: number): Partial<Run> => ({ parentId: guid(parent) });
export const onMachine = (name: string): { readonly machine: Reference } => ({ machine: { id: "", name, table: "flowmachine" } });
