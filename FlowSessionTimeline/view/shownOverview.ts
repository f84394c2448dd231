import { Listeners } from "../base/listeners";
import { STATUS_FAMILIES, StatusFamily } from "../domain/status";
import { countedRuns, MinimapBins } from "../layout/minimapBins";
import { LoadedOverview } from "./loadedOverview";
import { Overview } from "./ports";
import { Timeline } from "./timeline";

/** What the counts are of: the loaded runs, all runs of the view, or nearly all of them. */
export type OverviewScope = "loaded" | "all" | "partial";

/**
 * The server's counts where there are any, else counts of the loaded runs; never of both together. Where all runs that the server counts are
 * loaded, those are counted here: they tell more than days. Families that the filter hides are left out of the server's counts too; a text
 * that is searched for is not known to them.
 */
export class ShownOverview implements Overview {
  private loaded: LoadedOverview | undefined;
  private filtered: { readonly of: MinimapBins; readonly hidden: ReadonlySet<StatusFamily>; readonly bins: MinimapBins } | undefined;
  /** Whether every run that the server counts is loaded. */
  private isAllHere = false;
  private readonly listeners = new Listeners();
  private readonly endings: (() => void)[] = [];

  public constructor(private readonly timeline: Timeline) {
    this.endings.push(timeline.view.subscribe((_kind, before) => {
      if (before.filter.hiddenFamilies !== timeline.view.state.filter.hiddenFamilies && this.server) this.tell();
    }));
    const { overview } = timeline.ports;
    if (overview) this.endings.push(overview.subscribe(() => this.serverChanged()), timeline.ports.source.subscribe(() => this.sourceChanged()));
    this.choose();
  }

  public dispose(): void {
    for (const end of this.endings.splice(0)) end();
    this.loaded?.dispose();
    this.listeners.clear();
  }

  public bins(): MinimapBins | null {
    const loaded = this.server ? null : this.loaded?.bins();
    if (loaded) return loaded;
    // What is loaded has perhaps not been counted yet.
    const server = this.timeline.ports.overview?.bins();
    return server ? this.withoutHidden(server) : null;
  }

  public isPartial(): boolean {
    return this.server !== null && this.timeline.ports.overview?.isPartial() === true;
  }

  public get scope(): OverviewScope {
    if (!this.server) return this.isAllHere ? "all" : "loaded";
    return this.isPartial() ? "partial" : "all";
  }

  /** Whether the filter lets fewer runs through than are counted. */
  public get ignoresSearch(): boolean {
    return this.server !== null && this.timeline.view.state.filter.text.trim() !== "";
  }

  public subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  private get server(): MinimapBins | null {
    return this.isAllHere ? null : this.timeline.ports.overview?.bins() ?? null;
  }

  private findAllHere(): boolean {
    const { overview, source } = this.timeline.ports;
    const bins = overview?.isPartial() === false ? overview.bins() : null;
    if (!bins || source.state().server?.phase !== "complete") return false;
    return source.store.size >= countedRuns(bins);
  }

  private sourceChanged(): void {
    if (this.isAllHere !== this.findAllHere()) this.serverChanged();
  }

  private serverChanged(): void {
    this.isAllHere = this.findAllHere();
    this.choose();
    this.tell();
  }

  /** What is loaded is counted only while that is shown. */
  private choose(): void {
    if (this.server) {
      this.loaded?.dispose();
      this.loaded = undefined;
    } else if (!this.loaded) {
      this.loaded = new LoadedOverview(this.timeline);
      this.loaded.subscribe(() => this.tell());
    }
  }

  private tell(): void {
    this.listeners.tell();
  }

  private withoutHidden(server: MinimapBins): MinimapBins {
    const hidden = this.timeline.view.state.filter.hiddenFamilies;
    if (hidden.size === 0) return server;
    if (this.filtered?.of !== server || this.filtered.hidden !== hidden) {
      const { source, lengthMs, first, count, families, before, after, lastEndMs } = server;
      const shown = families.map((counts, i) => (hidden.has(STATUS_FAMILIES[i]) ? new Int32Array(counts.length) : counts));
      this.filtered = { of: server, hidden, bins: { source, lengthMs, first, count, families: shown, before, after, lastEndMs } };
    }
    return this.filtered.bins;
  }
}
