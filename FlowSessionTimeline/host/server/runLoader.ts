import { EpochMs, epochMs } from "../../base/brand";
import { Clock } from "../../base/clock";
import { isStoredIn } from "../../domain/windowMembership";
import { Demand, ServerState, SourceFault } from "../../view/ports";
import { backoffMs } from "./backoff";
import { Fault, Page, TimeRange } from "./contract";
import { Coverage, rangeFor } from "./coverage";
import { evict, missingParents } from "./eviction";
import { FetchClient } from "./fetchClient";
import { IDS_PER_REQUEST, idQuery } from "./idQuery";
import { RunIntake } from "./runIntake";
import { straySlots } from "./strays";
import { ViewQuestion } from "./viewQuestion";
import { windowQuery } from "./windowQuery";

/** Runs that memory may hold. */
export const RUN_BUDGET = 200_000;

export interface LoaderParts {
  readonly question: ViewQuestion;
  readonly intake: RunIntake;
  readonly client: FetchClient;
  readonly clock: Clock;
  readonly budget: number;
  /** How many runs the window holds as far as the overview knows; null where it does not. */
  readonly estimate: (range: TimeRange) => number | null;
  /** The state or the store has changed. */
  readonly changed: () => void;
}

interface Reading {
  readonly range: TimeRange;
  readonly stop: AbortController;
}

/**
 * Reads the window that is looked at, with a margin, and forgets what lies far from it. A window that is left is superseded: no further
 * page of it is asked for, and rows that still come are kept, for they are runs of the view, but tell nothing about which are missing.
 */
export class RunLoader {
  public coverage = Coverage.none;
  /** When the server answered last; null before it has. */
  public asOf: EpochMs | null = null;
  private wanted: Demand | null = null;
  private reading: Reading | null = null;
  private fault: SourceFault | null = null;
  private attempts = 0;
  private cancelRetry: (() => void) | undefined;
  /** The user has stopped the reading: nothing is read until the window or the wish changes. */
  private isStopped = false;
  private isBeyond = false;
  private received = 0;
  /** Parents that the view does not have. */
  private readonly strangers = new Set<string>();
  private readonly end = new AbortController();

  public constructor(private readonly parts: LoaderParts) {}

  public state(): ServerState {
    const { reading, fault, isBeyond, received } = this;
    const isComplete = this.wanted !== null && this.coverage.holds(this.wanted);
    const phase = isBeyond ? "beyond" : isComplete ? "complete" : reading ? "reading" : fault || this.isStopped ? "interrupted" : "reading";
    return { phase, received, expected: reading && this.parts.estimate(reading.range), fault };
  }

  /** Range in which every run is here, as far as the window goes. */
  public get window(): TimeRange | null {
    return this.wanted;
  }

  public demand(demand: Demand): void {
    const isMoved = this.wanted?.fromMs !== demand.fromMs || this.wanted.toMs !== demand.toMs;
    this.wanted = demand;
    if (!isMoved) return;
    this.isStopped = false;
    this.plan();
  }

  /** Ends the reading under way; what has come stays. */
  public stop(): void {
    this.isStopped = true;
    this.endReading();
    this.parts.changed();
  }

  /** Asks again at once, whatever went wrong before. */
  public retry(): void {
    this.isStopped = false;
    this.settleFault(null);
    this.plan();
  }

  /** Goes on with what is missing, if anything is. */
  public resume(): void {
    if (!this.reading) this.plan();
  }

  /** Reads the window again: what does not come back is gone. */
  public async readAgain(): Promise<void> {
    if (this.wanted && !this.reading && !this.isBeyond) await this.read(rangeFor(this.wanted));
  }

  public dispose(): void {
    this.end.abort();
    this.endReading();
    this.cancelRetry?.();
  }

  /** What a failed request means; null: the server answers again. */
  public settleFault(fault: Fault | null): void {
    this.cancelRetry?.();
    this.cancelRetry = undefined;
    if (fault === null) {
      this.attempts = 0;
      this.fault = null;
      this.asOf = this.parts.clock.now();
      return;
    }
    const { clock } = this.parts;
    const wait = backoffMs(fault, this.attempts++);
    const kind = fault.kind === "invalid" || fault.kind === "tooMany" ? "unknown" : fault.kind;
    this.fault = { kind, message: fault.message, retryAt: wait === null ? null : epochMs(clock.now() + wait) };
    // A hidden tab asks nothing; when it is seen again, the loader resumes.
    if (wait !== null) this.cancelRetry = clock.timeout(() => (clock.isHidden() ? undefined : this.resume()), wait);
    this.parts.changed();
  }

  private plan(): void {
    const { wanted, reading, parts } = this;
    if (!wanted || this.end.signal.aborted || this.isStopped) return;
    this.isBeyond = false;
    if (this.coverage.holds(wanted)) return this.finished();
    if ((parts.estimate(wanted) ?? 0) > parts.budget) return this.goBeyond();
    const [gap] = [...this.coverage.missing(rangeFor(wanted))].sort((a, b) => overlap(b, wanted) - overlap(a, wanted));
    if (reading && overlap(reading.range, wanted) > 0 && reading.range.fromMs <= gap.fromMs && reading.range.toMs >= gap.toMs) return;
    this.endReading();
    void this.read(gap);
    parts.changed();
  }

  private async read(range: TimeRange): Promise<void> {
    const { parts } = this;
    const { intake, client, question } = parts;
    const query = windowQuery(question, intake.columns, range, { waits: true });
    if (!query.ok) return;
    const reading: Reading = { range, stop: new AbortController() };
    this.reading = reading;
    this.received = 0;
    const watch = intake.watch();
    const taken: Promise<void>[] = [];
    const onPage = ({ entities }: Page, isLate: boolean): boolean => {
      taken.push(intake.take(entities).then(() => parts.changed()));
      if (!isLate) this.received += entities.length;
      return this.received <= parts.budget;
    };
    const end = await client.read(query.value, onPage, reading.stop.signal);
    await Promise.all(taken);
    watch.end();
    if (this.reading !== reading) return;
    this.reading = null;
    if (!end.ok) return this.settleFault(end.error);
    this.settleFault(null);
    if (this.received > parts.budget) return this.goBeyond();
    await this.complete(range, watch.seen);
    this.plan();
  }

  /** Every run of the range has come: what is here of it and did not come is gone on the server. */
  private async complete(range: TimeRange, seen: ReadonlySet<number>): Promise<void> {
    const { intake } = this.parts;
    const { store } = intake;
    const gone: number[] = [];
    for (let slot = 0; slot < store.slotCount; slot++) if (store.isLive(slot) && !seen.has(slot) && isStoredIn(store, slot, range)) gone.push(slot);
    await intake.forget(gone);
    await intake.forgetListed();
    this.coverage = this.coverage.with(range);
    await this.tidy();
  }

  /** Brings what has come in order: parents are asked for, strays dropped, room made. */
  public async tidy(): Promise<void> {
    const { intake } = this.parts;
    await intake.forget(straySlots(intake.store, this.coverage.ranges, this.wanted?.pinned ?? []));
    await this.readAncestors();
    await this.makeRoom();
  }

  /** Parents that runs name and that are not here, to any depth; what the view does not have stays a ghost. */
  private async readAncestors(): Promise<void> {
    const { intake, client, question } = this.parts;
    for (;;) {
      const missing = missingParents(intake.store).filter((id) => !this.strangers.has(id)).slice(0, IDS_PER_REQUEST);
      if (missing.length === 0 || this.end.signal.aborted) return;
      const taken: Promise<void>[] = [];
      const onPage = ({ entities }: Page): boolean => taken.push(intake.take(entities)) > 0;
      const end = await client.read(idQuery(question, intake.columns, missing), onPage, this.end.signal);
      await Promise.all(taken);
      if (!end.ok) return this.settleFault(end.error);
      for (const id of missing) if (intake.store.slotOf(id) < 0) this.strangers.add(id);
    }
  }

  private async makeRoom(): Promise<void> {
    const { wanted, parts: { intake, budget } } = this;
    const eviction = wanted && evict(intake.store, wanted, budget, wanted.pinned);
    if (!eviction) return;
    this.coverage = this.coverage.within(eviction.kept);
    await intake.forget(eviction.slots);
    intake.store.releaseTexts();
  }

  private goBeyond(): void {
    this.endReading();
    this.isBeyond = true;
    void this.makeRoom();
    this.parts.changed();
  }

  private finished(): void {
    this.settleFault(null);
    this.parts.changed();
  }

  private endReading(): void {
    this.reading?.stop.abort();
    this.reading = null;
  }
}

/** How long two ranges last together, in ms. */
const overlap = (a: TimeRange, b: TimeRange): number => Math.max(0, Math.min(a.toMs, b.toMs) - Math.max(a.fromMs, b.fromMs));
