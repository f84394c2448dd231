/** Plays a case of loaderCases.ts against the emulated host, and holds what is here against the table. */
import type { Run } from "../../FlowSessionTimeline/domain/run";
import { ServerState, SourceState } from "../../FlowSessionTimeline/view/ports";
import { Deed, LoaderCase } from "./loaderCases";
import { NEWEST_FIRST, ServerRig, serverRig, storedView } from "./serverRig";
import { isInWindow, rowOf, RunTimesAndStatus, TrueRun, TrueTable } from "./tableOracle";

interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Longer than any chain of requests without faults, in ms. */
const QUIET_MS = 4000;
/** Waits until nothing is under way, at most so often. */
const LOOKS = 60;
/** How often a user who is told of a limit asks again. */
const REFRESHES = 4;

/** What of a run is held against the table, in the table's words. */
const seenOf = (run: Run): Omit<TrueRun, "modified" | "name"> => ({
  id: run.id, status: run.statusCode === -1 ? null : run.statusCode, started: run.startedOn, ended: run.completedOn, created: run.createdOn,
  parent: run.parentId === "" ? null : run.parentId, machine: run.machine.id === "" ? null : run.machine.id,
});

const cellsOf = ({ id, status, started, ended, created, parent, machine }: TrueRun): Omit<TrueRun, "modified" | "name"> =>
  ({ id, status, started, ended, created, parent, machine });

/** The ancestors of runs, as far as they are among all, in the order of ids. */
function ancestorsOf<T extends Pick<TrueRun, "id" | "parent">>(runs: readonly Pick<TrueRun, "parent">[], all: readonly T[]): readonly T[] {
  const byId = new Map(all.map((run) => [run.id, run]));
  const found = new Set<T>();
  for (const { parent } of runs) for (let at = byId.get(parent ?? ""); at && !found.has(at); at = byId.get(at.parent ?? "")) found.add(at);
  return [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export class LoaderTrial {
  public readonly rig: ServerRig;
  private readonly table: TrueTable;
  private window: Window;
  /** Whether the table has not changed since everything was asked anew. */
  private isFresh = true;
  private endTruncation = (): void => undefined;

  public constructor(private readonly trial: LoaderCase) {
    const { runs, filter, place, pageSize, first } = trial;
    this.table = new TrueTable(runs);
    this.window = first;
    this.rig = serverRig({ rows: runs.map(rowOf), views: [storedView(filter.xml + NEWEST_FIRST)], pageSize, placement: place.placement });
    this.truncate();
  }

  /** @throws where what is here, or what is said of it, is not true */
  public async play(): Promise<void> {
    await this.deed(this.trial.first);
    for (const deed of this.trial.deeds) await this.deed(deed);
    await this.recover();
    for (const window of [this.trial.first, ...this.trial.visits]) {
      this.look(window);
      await this.rest();
      this.check();
      this.expectComplete();
    }
  }

  private async deed(deed: Deed): Promise<void> {
    const { rig } = this;
    const { source } = rig.keeper.ports;
    switch (deed.does) {
      case "look": return this.look(deed);
      case "move": return this.look(this.moved(deed.panBy, deed.zoomBy));
      case "refresh": return deed.by === "host" ? rig.host.refresh() : source.refresh();
      case "write": return this.write(deed.run);
      case "rewrite": return this.write({ ...deed.run, ...this.pick(deed.pick) });
      case "delete": return this.remove(this.pick(deed.pick)?.id);
      case "spoil": return this.spoil(() => rig.server.faults.next(deed.fault, deed.count));
      case "network": return void (rig.server.faults.offline = deed.isOffline);
      case "hide": return rig.clock.setHidden(deed.isHidden);
      case "wait": return rig.wait(deed.ms);
      case "rest":
        await this.rest();
        return this.check();
    }
  }

  private look({ fromMs, toMs }: Window): void {
    this.window = { fromMs, toMs };
    this.rig.demand(fromMs, toMs);
  }

  private moved(panBy: number, zoomBy: number): Window {
    const { fromMs, toMs } = this.window;
    const length = toMs - fromMs;
    const middle = fromMs + length * (0.5 + panBy);
    // At least the shortest window that there is, and not longer than everything.
    const half = Math.min(60 * 86_400_000, Math.max(10_000, length * zoomBy)) / 2;
    return { fromMs: Math.round(middle - half), toMs: Math.round(middle + half) };
  }

  private write(run: TrueRun): void {
    const written = { ...run, modified: this.nowInSeconds() };
    this.table.put(written);
    this.rig.database.table("flowsession").upsert([rowOf(written)]);
    this.isFresh = false;
  }

  private remove(id: string | undefined): void {
    if (id === undefined || !this.table.get(id)) return;
    this.table.delete(id);
    this.rig.database.table("flowsession").delete([id]);
    this.isFresh = false;
  }

  /** One of the runs that are here now, in the order of ids; undefined if there are none. */
  private pick(number: number): Pick<TrueRun, "id" | "name"> | undefined {
    const ids = this.rig.ids();
    const run = this.table.get(ids[number % ids.length] ?? "");
    return run && { id: run.id, name: run.name };
  }

  private nowInSeconds(): number {
    return Math.floor(this.rig.clock.now() / 1000) * 1000;
  }

  /** Rules are tried in their order: the one for all pages stays the last. */
  private spoil(add: () => void): void {
    this.endTruncation();
    add();
    this.truncate();
  }

  private truncate(): void {
    this.endTruncation = this.rig.server.faults.always({ kind: "truncated", rows: this.trial.serverRows }, ({ kind, text }) => kind === "rows" && !text.includes("aggregate"));
  }

  /** Waits until no request is under way, and none follows by itself but after a wait. */
  private async rest(): Promise<void> {
    for (let look = 0, quiet = 0; look < LOOKS && quiet < 2; look++) {
      const asked = this.rig.server.ledger.entries.length;
      await this.rig.wait(QUIET_MS);
      quiet = this.rig.server.ledger.underWay === 0 && this.rig.server.ledger.entries.length === asked ? quiet + 1 : 0;
    }
    expect(this.rig.server.ledger.underWay).toBe(0);
  }

  /** Nothing stands in the way any more, and the user asks for everything anew: then it must all be here. */
  private async recover(): Promise<void> {
    const { rig } = this;
    rig.server.faults.clear();
    this.truncate();
    rig.clock.setHidden(false);
    for (let refresh = 0; refresh < REFRESHES; refresh++) {
      await this.rest();
      rig.keeper.ports.source.refresh();
      await this.rest();
      this.isFresh = true;
      if (this.serverState()?.phase === "complete") break;
    }
    this.check();
    this.expectComplete();
  }

  /** Nothing is in the way: also what was taken for another question by mistake must have been found out. */
  private expectComplete(): void {
    const { rig } = this;
    expect({ limit: rig.state().limit, phase: this.serverState()?.phase }).toEqual({ limit: null, phase: "complete" });
  }

  private serverState(): ServerState | null {
    return this.rig.state().server;
  }

  /** Whatever is claimed must be true. Precondition: at rest. */
  private check(): void {
    const { rig } = this;
    expect(rig.host.violations).toEqual([]);
    const state = rig.state();
    const { server } = state;
    if (server === null) return this.checkList(state);
    expect(server.phase).not.toBe("beyond");
    // At rest nothing is being read; what is not here has a reason.
    if (server.phase === "reading") throw new Error("nothing is under way, but the state says that it reads");
    if (server.phase === "interrupted") expect(server.fault).not.toBeNull();
    else if (this.isFresh && server.fault === null) this.checkWindow();
  }

  /** Only rows of the list are here: as many as are said to be. */
  private checkList({ phase }: SourceState): void {
    if (!this.isFresh || phase !== "ready") return;
    const { fits } = this.viewOf();
    for (const id of this.rig.ids()) expect(fits(this.table.get(id))).toBe(true);
  }

  private checkWindow(): void {
    const { fromMs, toMs } = this.window;
    const isIn = (run: RunTimesAndStatus): boolean => isInWindow(run, fromMs, toMs);
    const { store } = this.rig.keeper.ports.source;
    const here = this.rig.ids().map((id) => seenOf(store.run(store.slotOf(id))));
    const { scan } = this.viewOf();
    expect(here.filter(isIn)).toEqual(scan().filter(isIn).map(cellsOf));
    expect(ancestorsOf(here.filter(isIn), here)).toEqual(ancestorsOf(scan().filter(isIn), scan().map(cellsOf)));
  }

  private viewOf(): { readonly fits: (run: TrueRun | undefined) => boolean; readonly scan: () => readonly TrueRun[] } {
    const { filter, place } = this.trial;
    const fits = (run: TrueRun): boolean => filter.fits(run, this.table) && place.fits(run);
    return { fits: (run) => run !== undefined && fits(run), scan: () => this.table.scan(fits) };
  }
}
