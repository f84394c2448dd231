import { Clock } from "../base/clock";
import { EpochMs } from "../base/brand";
import { Listeners } from "../base/listeners";
import { ProblemCount } from "../domain/problem";
import { RunStore } from "../domain/runStore";
import { ROLES } from "../domain/role";
import { profileOf, TableProfile } from "../domain/tableProfile";
import { IInputs } from "../generated/ManifestTypes";
import { Demand, RunSource, SourceState } from "../view/ports";
import { DatasetSource } from "./datasetSource";
import { ListPasses } from "./listPasses";
import { ServerOverview } from "./server/serverOverview";
import { ServerRoute } from "./server/serverRoute";
import { StoreWriter } from "./storeWriter";

type Context = ComponentFramework.Context<IInputs>;
type DataSet = ComponentFramework.PropertyTypes.DataSet;

/**
 * Where runs come from: the bound list first, which is there after one round trip and gives the view, its selection and its commands; then
 * the server, window by window, once it is proved that it is asked for the same runs. Where it cannot be asked, the list stays.
 */
export class SessionSource implements RunSource {
  public readonly store: RunStore;
  public readonly overview: ServerOverview;
  private readonly profile: TableProfile;
  private readonly writer: StoreWriter;
  private readonly list: DatasetSource;
  private readonly passes = new ListPasses();
  private route: ServerRoute | null = null;
  private demanded: Demand | null = null;
  private composed: SourceState | null = null;
  private readonly listeners = new Listeners();
  private newFailures: readonly string[] = [];
  /** Since when the tab was not seen; null while it is. Failures since then are news when it is seen again. */
  private awaySince: EpochMs | null = null;
  /** While the changes of the time away are read: when it began. */
  private newsSince: EpochMs | null = null;
  private readonly stopWatching: () => void;

  public constructor(private readonly context: () => Context, private readonly clock: Clock) {
    this.profile = profileOf(context().parameters.sessions.getTargetEntityType());
    this.store = new RunStore(this.profile.statuses);
    this.writer = new StoreWriter(clock);
    this.list = new DatasetSource(this.profile, this.store, this.writer, clock);
    this.overview = new ServerOverview(clock);
    this.list.subscribe(() => this.changed());
    this.stopWatching = clock.onVisibility(() => this.seen());
  }

  public state(): SourceState {
    return (this.composed ??= this.compose());
  }

  public subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  public problems(): readonly ProblemCount[] {
    return this.store.problems();
  }

  /** Takes over what one pass of the host brings. @param key names the question that the rows answer */
  public update(dataset: DataSet, key: string): void {
    if (key !== this.list.state().key) this.startOver();
    this.list.update(dataset, key);
    if (this.passes.pass(dataset)) this.listChanged();
    if (this.route || dataset.columns.length === 0) return;
    this.route = this.newRoute();
    void this.route.start();
  }

  public loadMore(): void {
    if (!this.route?.open) this.list.loadMore();
  }

  /** The user asks for everything anew; what the list brings then is compared and read by the way. */
  public refresh(): void {
    this.list.refresh();
    this.route?.open?.loader.retry();
    if (this.route?.open) void this.catchUp();
  }

  /** The maker's interval has passed. */
  public refreshQuietly(): void {
    if (this.route?.open) void this.catchUp();
    else this.list.refresh();
  }

  public readonly demand = (demand: Demand): void => {
    this.demanded = demand;
    this.route?.demand(demand);
  };

  public readonly cancelReading = (): void => {
    this.route?.open?.loader.stop();
  };

  public pictured(): void {
    this.list.pictured();
  }

  public readonly failuresSeen = (): void => {
    this.newFailures = [];
    this.changed();
  };

  public dispose(): void {
    this.stopWatching();
    this.route?.dispose();
    this.overview.dispose();
    this.writer.stop();
    this.list.dispose();
    this.listeners.clear();
  }

  private startOver(): void {
    this.route?.dispose();
    this.route = null;
    this.demanded = null;
    this.newFailures = [];
    this.overview.clear();
    this.passes.startOver();
    this.list.setSilent(false);
  }

  private newRoute(): ServerRoute {
    const { context, profile, store, writer, clock } = this;
    const route = new ServerRoute({
      context, profile, store, writer, clock,
      list: () => this.passes.facts(),
      freshList: () => {
        this.list.refresh();
        return this.passes.fresh();
      },
      estimate: (range, hidden) => this.overview.estimate(range, hidden),
      changed: () => this.changed(),
      failed: (ids) => this.failed(ids),
      kept: () => this.newFailures,
      opened: (isOpen) => this.opened(isOpen),
    });
    if (this.demanded) route.demand(this.demanded);
    return route;
  }

  private opened(isOpen: boolean): void {
    if (!isOpen) this.overview.clear();
    this.list.setSilent(isOpen);
  }

  /** The host has refreshed the list: the user did something, or asked for it. */
  private listChanged(): void {
    void this.catchUp();
    void this.route?.listChanged();
  }

  private async catchUp(): Promise<void> {
    const open = this.route?.open;
    if (!open) return;
    await open.live.refresh();
    await this.countDays();
  }

  /** The overview comes after the window: what is looked at comes first. */
  private async countDays(): Promise<void> {
    const open = this.route?.open;
    const phase = open?.loader.state().phase;
    if (!open || (phase !== "complete" && phase !== "beyond")) return;
    await this.overview.read(open.client, open.question, open.loader.columns);
  }

  private changed(): void {
    this.composed = null;
    this.listeners.tell();
    void this.countDays();
  }

  private compose(): SourceState {
    const list = this.list.state();
    const { route, newFailures } = this;
    const server = route?.state() ?? null;
    if (!route?.open || !server) return { ...list, limit: route?.limit ?? null, newFailures };
    const { loader } = route.open;
    const missingRoles = ROLES.filter((role) => !loader.columns.byRole.has(role));
    // A list that fails now does not take away what the server has given.
    return { ...list, phase: "ready", message: "", total: null, hasMore: false, busy: server.phase === "reading", asOf: loader.faults.answeredAt ?? list.asOf, missingRoles, server, newFailures };
  }

  private seen(): void {
    if (this.clock.isHidden()) {
      this.awaySince ??= this.clock.now();
      return;
    }
    const since = this.awaySince;
    this.awaySince = null;
    const open = this.route?.open;
    if (since === null || !open) return;
    this.newsSince = since;
    open.loader.resume();
    void this.catchUp().then(() => {
      this.newsSince = null;
    });
  }

  /** What failed while nobody looked is news; what fails before the user's eyes is not. */
  private failed(ids: readonly string[]): void {
    const since = this.newsSince;
    if (since === null) return;
    const news = ids.filter((id) => !this.newFailures.includes(id) && this.failedAt(id) >= since);
    if (news.length > 0) this.newFailures = [...news.reverse(), ...this.newFailures];
  }

  /** In epoch ms; a run without an end failed when it was last written, as far as anybody knows. */
  private failedAt(id: string): number {
    const slot = this.store.slotOf(id);
    return this.store.times(slot).completedOn ?? this.store.modifiedMs(slot);
  }
}
