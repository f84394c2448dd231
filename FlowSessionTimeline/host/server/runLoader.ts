import { DAY } from "../../base/brand";
import { Clock } from "../../base/clock";
import { StatusFamily } from "../../domain/status";
import { slotsIn } from "../../domain/windowMembership";
import { Demand, ServerState } from "../../view/ports";
import { Page, TimeRange } from "./contract";
import { Coverage, rangeFor } from "./coverage";
import { evict } from "./eviction";
import { FaultKeeper } from "./faultKeeper";
import { FetchClient } from "./fetchClient";
import { RecordColumns } from "./recordColumns";
import { Relatives } from "./relatives";
import { RunIntake } from "./runIntake";
import { withFilter } from "./serverFilter";
import { straySlots } from "./strays";
import { ViewQuestion } from "./viewQuestion";
import { windowQuery } from "./windowQuery";

/** Runs that memory may hold. */
export const RUN_BUDGET = 200_000;

const NONE: ReadonlySet<StatusFamily> = new Set();

export interface LoaderParts {
  readonly question: ViewQuestion;
  readonly intake: RunIntake;
  readonly client: FetchClient;
  readonly clock: Clock;
  /** Runs that may be held in memory. */
  readonly budget: number;
  /** How many runs a range holds as far as the overview knows, without those of hidden families; null where it does not. */
  readonly estimate: (range: TimeRange, hidden: ReadonlySet<StatusFamily>) => number | null;
  /** The state or the store has changed. */
  readonly changed: () => void;
  /** Reads what changed: after a fault, and where a window of before is looked at again. */
  readonly refresh: () => void;
  /** Ids of runs that stay wherever they lie, beside those that the view pins: the user is told of them. */
  readonly kept: () => readonly string[];
}

interface Reading {
  readonly range: TimeRange;
  readonly stop: AbortController;
}

/**
 * Reads the window that is looked at, with a margin, and forgets what lies far from it. A window that is left is superseded: no further
 * page of it is asked for, and rows that still come are kept, for they are runs of the view, but tell nothing about which are missing.
 * A window of too many runs is read without those that the toolbar's filter hides, if that makes them few enough.
 */
export class RunLoader {
  /** The time of which every run is here, as it was when the server was asked last for it or for what changed in it. */
  public coverage = Coverage.none;
  /** What of it was read or counted since the last refresh: elsewhere runs may have been deleted. */
  private checked = Coverage.none;
  /** Changes from here on are not known; in epoch ms by the server's clock, null before anything was read. */
  public changesFromMs: number | null = null;
  public readonly faults: FaultKeeper;
  /** Families that the rows are read without. */
  private hidden: ReadonlySet<StatusFamily> = NONE;
  private wanted: Demand | null = null;
  private reading: Reading | null = null;
  /** The user has stopped the reading: nothing is read until the window or the wish changes. */
  private isStopped = false;
  private isBeyond = false;
  private received = 0;
  private readonly end = new AbortController();
  private readonly relatives: Relatives;

  public constructor(private readonly parts: LoaderParts) {
    this.faults = new FaultKeeper(parts.clock, parts.refresh);
    this.relatives = new Relatives(parts.client, parts.intake, this.end.signal);
  }

  public state(): ServerState {
    const { reading, received, faults: { current: fault } } = this;
    // Nobody looks at a window of a list without runs.
    const isComplete = this.wanted === null || this.coverage.holds(this.wanted);
    const range = this.isBeyond ? this.wanted : reading?.range;
    const expected = range ? this.parts.estimate(range, this.isBeyond ? this.wanted?.hidden ?? NONE : this.hidden) : null;
    const phase = this.isBeyond ? "beyond" : isComplete ? "complete" : !reading && (fault || this.isStopped) ? "interrupted" : "reading";
    return { phase, received, expected, fault, hidden: this.hidden };
  }

  /** The window that is looked at, as far as it is here; null while it is not. */
  public get window(): TimeRange | null {
    const { wanted, coverage } = this;
    if (!wanted || this.isBeyond || !coverage.holds(wanted)) return null;
    const whole = rangeFor(wanted);
    return coverage.holds(whole) ? whole : wanted;
  }

  /** Whether a window of before is looked at again, and nobody has compared it since the last refresh. */
  public get isUnchecked(): boolean {
    return this.wanted !== null && this.window !== null && !this.checked.holds(this.wanted);
  }

  /** All changes have come. @param range where nothing has been deleted either, null: nobody knows */
  public refreshed(range: TimeRange | null): void {
    this.checked = range ? Coverage.none.with(range) : Coverage.none;
    this.changesFromMs = this.knownUntil();
  }

  /** By the server's clock, from which ours differs by less than a day: where nothing was written lately, not all since then need be asked for. */
  private knownUntil(): number {
    return Math.max(this.parts.intake.newestMs, this.parts.clock.now() - DAY);
  }

  /** The columns that the table has, as far as is known. */
  public get columns(): RecordColumns {
    return this.parts.intake.columns;
  }

  /** What is asked of the server now. */
  public get question(): ViewQuestion {
    const { question, intake } = this.parts;
    return withFilter(question, intake.columns, this.hidden);
  }

  private get pinned(): readonly string[] {
    return [...(this.wanted?.pinned ?? []), ...this.parts.kept()];
  }

  public demand(demand: Demand): void {
    const before = this.wanted;
    this.wanted = demand;
    if (before?.pinned !== demand.pinned) void this.readFamilies();
    if (before?.fromMs === demand.fromMs && before.toMs === demand.toMs && before.hidden === demand.hidden) return;
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
    this.faults.forgive();
    this.relatives.forget();
    this.plan();
  }

  /** Goes on with what is missing, if anything is. */
  public resume(): void {
    if (!this.reading && !this.isBeyond) this.plan();
  }

  /** Reads the window again: what does not come back is gone. */
  public async readAgain(): Promise<void> {
    this.relatives.forget();
    if (this.wanted && !this.reading && !this.isBeyond) await this.read(rangeFor(this.wanted));
  }

  /** Brings what has come in order: strays are dropped, parents asked for, room made. */
  public async tidy(): Promise<void> {
    const { intake } = this.parts;
    await intake.forget(straySlots(intake.store, this.coverage.ranges, this.pinned));
    const fault = await this.relatives.readAncestors(this.question);
    if (fault) this.faults.failed(fault);
    await this.makeRoom();
  }

  public dispose(): void {
    this.end.abort();
    this.endReading();
    this.faults.dispose();
  }

  private plan(): void {
    const { wanted, reading, parts } = this;
    if (!wanted || this.end.signal.aborted || this.isStopped) return;
    const isMany = (hidden: ReadonlySet<StatusFamily>): boolean => (parts.estimate(wanted, hidden) ?? 0) > parts.budget;
    this.isBeyond = isMany(NONE) && isMany(wanted.hidden);
    this.hide(isMany(NONE) && !this.isBeyond ? wanted.hidden : NONE);
    if (this.isBeyond) return this.goBeyond();
    if (this.coverage.holds(wanted)) return this.isUnchecked ? parts.refresh() : parts.changed();
    const [gap] = [...this.coverage.missing(rangeFor(wanted))].sort((a, b) => overlap(b, wanted) - overlap(a, wanted));
    if (reading && overlap(reading.range, wanted) > 0 && reading.range.fromMs <= gap.fromMs && reading.range.toMs >= gap.toMs) return;
    this.endReading();
    void this.read(gap);
    parts.changed();
  }

  /** Nothing that was read with other families hidden tells which runs are missing now. */
  private hide(hidden: ReadonlySet<StatusFamily>): void {
    if (this.hidden === hidden || (this.hidden.size === 0 && hidden.size === 0)) return;
    this.endReading();
    this.hidden = hidden;
    this.coverage = this.checked = Coverage.none;
  }

  private async read(range: TimeRange): Promise<void> {
    const { intake, client, budget, changed } = this.parts;
    const query = windowQuery(this.question, intake.columns, range, { waits: true });
    if (!query.ok) {
      this.faults.failed({ kind: "invalid", message: "", retryAfterMs: 0 });
      return changed();
    }
    const reading: Reading = { range, stop: new AbortController() };
    this.reading = reading;
    this.received = 0;
    const watch = intake.watch();
    const taken: Promise<void>[] = [];
    const onPage = ({ entities }: Page, isLate: boolean): boolean => {
      taken.push(intake.take(entities).then(changed));
      if (!isLate) this.received += entities.length;
      return this.received <= budget;
    };
    const end = await client.read(query.value, onPage, reading.stop.signal);
    await Promise.all(taken);
    watch.end();
    if (this.reading !== reading) return;
    this.reading = null;
    // Metadata may promise a column that the server then does not have.
    if (!end.ok && intake.dropMissing(end.error)) return this.read(range);
    if (end.ok) this.faults.answered();
    else this.faults.failed(end.error);
    if (!end.ok) return changed();
    if (this.received > budget) return this.goBeyond();
    await this.complete(range, watch.seen);
    this.plan();
  }

  /** Every run of the range has come: what is here of it and did not come is gone on the server. */
  private async complete(range: TimeRange, seen: ReadonlySet<number>): Promise<void> {
    const { intake } = this.parts;
    await intake.forget(slotsIn(intake.store, range).filter((slot) => !seen.has(slot)));
    await intake.forgetListed();
    this.coverage = this.coverage.with(range);
    this.checked = this.checked.with(range);
    this.changesFromMs ??= this.knownUntil();
    await this.tidy();
  }

  private async readFamilies(): Promise<void> {
    const fault = await this.relatives.readChildren(this.question, this.wanted?.pinned ?? []);
    if (fault) this.faults.failed(fault);
    this.parts.changed();
  }

  private async makeRoom(): Promise<void> {
    const { wanted, parts: { intake, budget } } = this;
    const eviction = wanted && evict(intake.store, wanted, budget, this.pinned);
    if (!eviction) return;
    this.coverage = this.coverage.within(eviction.kept);
    await intake.forget(eviction.slots);
    intake.store.releaseTexts();
  }

  private goBeyond(): void {
    this.endReading();
    this.isBeyond = true;
    void this.makeRoom().then(this.parts.changed);
  }

  private endReading(): void {
    this.reading?.stop.abort();
    this.reading = null;
  }
}

/** How long two ranges last together, in ms. */
const overlap = (a: TimeRange, b: TimeRange): number => Math.max(0, Math.min(a.toMs, b.toMs) - Math.max(a.fromMs, b.fromMs));
