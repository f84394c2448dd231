import { Clock } from "../base/clock";
import { Listeners } from "../base/listeners";
import { Work } from "../base/work";
import { BlockReader } from "../domain/blockReader";
import { ProblemCount } from "../domain/problem";
import { RunStore } from "../domain/runStore";
import { TableProfile } from "../domain/tableProfile";
import { RunSource, SourceState } from "../view/ports";
import { bindColumns, ColumnBinding } from "./columnBinding";
import { DatasetRows } from "./datasetRows";
import { RestReader } from "./restReader";
import { StoreWriter } from "./storeWriter";

type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** One "load more" asks for about this many rows, but for no more requests than the next number: a subgrid may page by four. */
const ROWS_PER_LOAD = 1000;
const REQUESTS_PER_LOAD = 20;
/** A refresh of the host's drops the request under way, so a page is asked for again; one that still brings nothing ends the paging. */
const REQUESTS_PER_PAGE = 2;

const NOTHING: SourceState = { phase: "loading", key: "", message: "", total: null, hasMore: false, busy: true, asOf: null, missingRoles: [], server: null, limit: null, newFailures: [] };

/** What was read last; the same again needs no second reading. */
interface Reading {
  readonly records: DataSet["records"];
  readonly ids: readonly string[];
  readonly columns: string;
}

/**
 * Runs from the bound dataset alone. The host hands a new dataset object in every pass, accumulates pages, returns to page 1 on refresh
 * and answers one request at a time (host facts 2): rows are merged by id, and after a refresh the pages that were there are fetched again.
 */
export class DatasetSource implements RunSource {
  private current: SourceState = NOTHING;
  private dataset: DataSet | undefined;
  private readonly listeners = new Listeners();
  private reading: Reading | undefined;
  private stopReading: (() => void) | undefined;
  private readonly rest: RestReader;
  /** How many rows the user has asked for so far. */
  private wanted = 0;
  /** How many rows there were when the last page was asked for, and how often it was. */
  private asked = { rows: -1, times: 0 };
  private toldVersion = 0;

  /** Somebody else fills the store: rows are counted here, not taken in. */
  private isSilent = false;

  public constructor(
    private readonly profile: TableProfile, public readonly store: RunStore, private readonly writer: StoreWriter, private readonly clock: Clock
  ) {
    this.rest = new RestReader(store, writer, clock, () => {
      // Whoever fills the store in place of the list tells of it.
      if (!this.isSilent) this.change({});
    });
  }

  public state(): SourceState {
    return this.current;
  }

  public subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  public problems(): readonly ProblemCount[] {
    return this.store.problems();
  }

  /** Lets somebody else fill the store, who is asked for rows in place of the list; or fills it again from the list. */
  public setSilent(isSilent: boolean): void {
    if (isSilent === this.isSilent) return;
    this.isSilent = isSilent;
    this.reading = undefined;
    this.stopReading?.();
    if (isSilent || !this.dataset) return;
    this.writer.stop();
    this.store.clear();
    this.update(this.dataset, this.current.key);
  }

  public dispose(): void {
    this.stopReading?.();
    this.rest.stop();
    this.listeners.clear();
    this.dataset = undefined;
  }

  /** Takes over what one pass of the host brings. @param key names the question that the rows answer */
  public update(dataset: DataSet, key: string): void {
    this.dataset = dataset;
    if (key !== this.current.key) this.startOver(key);
    if (dataset.loading) return this.change({ busy: true });
    if (dataset.error) return this.change({ phase: "failed", busy: false, message: dataset.errorMessage || "" });
    const binding = bindColumns(dataset.columns, this.profile);
    if (!binding.hasTime && dataset.columns.length > 0) return this.change({ phase: "unbound", busy: false, missingRoles: binding.missing });
    const reading: Reading = { records: dataset.records, ids: dataset.sortedRecordIds, columns: [...binding.columns].join() };
    if (dataset.columns.length === 0 || isSame(reading, this.reading)) return this.afterRows(dataset);
    this.reading = reading;
    this.stopReading?.();
    this.rest.stop();
    const news = (): Partial<SourceState> => ({ phase: "ready", message: "", missingRoles: binding.missing, asOf: this.clock.now() });
    if (this.isSilent) return this.afterRows(dataset, news());
    this.stopReading = this.writer.write(() => this.taking(dataset, binding), () => {
      this.rest.begin();
      this.afterRows(dataset, news());
    });
  }

  public pictured(): void {
    this.rest.pictured();
  }

  public loadMore(): void {
    // A page that follows a failed one would come alone: the list is read from its beginning, as far as it was wanted.
    if (this.current.phase === "failed") return this.refresh();
    const size = Math.max(1, this.dataset?.paging.pageSize ?? 1);
    const pages = Math.min(REQUESTS_PER_LOAD, Math.ceil(ROWS_PER_LOAD / size));
    this.wanted = (this.dataset?.sortedRecordIds.length ?? 0) + pages * size;
    this.asked = { rows: -1, times: 0 };
    if (this.dataset && !this.dataset.loading) this.askForPage(this.dataset);
  }

  public refresh(): void {
    this.reading = undefined;
    this.asked = { rows: -1, times: 0 };
    this.dataset?.refresh();
  }

  private startOver(key: string): void {
    this.writer.stop();
    this.rest.stop();
    this.store.clear();
    this.reading = undefined;
    this.wanted = 0;
    this.asked = { rows: -1, times: 0 };
    this.current = NOTHING;
    this.change({ key });
  }

  /** Rows that are gone are dropped only when the dataset holds as much as it did: before that they may lie on a page still to come. */
  private *taking(dataset: DataSet, { columns, isStamped }: ColumnBinding): Work<void> {
    const count = dataset.sortedRecordIds.length;
    const isWhole = !dataset.paging.hasNextPage || count >= this.wanted;
    // Pages are fetched one after the other, so that only those of the first are certainly of one time.
    const origin = { isStamped, isOneFetch: count <= dataset.paging.pageSize };
    const rows = new BlockReader(new DatasetRows(dataset), columns, this.store.tables, this.store.statuses, origin);
    yield* this.store.placeInSlices(rows, isWhole ? "remove" : "keep");
    if (isWhole) this.wanted = Math.max(this.wanted, count);
  }

  /** @param news what else has changed, to be told at once */
  private afterRows(dataset: DataSet, news: Partial<SourceState> = this.current.phase === "failed" ? { phase: "ready", message: "" } : {}): void {
    const { paging, sortedRecordIds } = dataset;
    const total = paging.totalResultCount;
    this.change({ ...news, busy: false, hasMore: paging.hasNextPage, total: total >= sortedRecordIds.length ? total : null });
    if (paging.hasNextPage && sortedRecordIds.length < this.wanted) this.askForPage(dataset);
  }

  private askForPage(dataset: DataSet): void {
    const rows = dataset.sortedRecordIds.length;
    const times = this.asked.rows === rows ? this.asked.times + 1 : 1;
    if (times > REQUESTS_PER_PAGE || !dataset.paging.hasNextPage) return;
    this.asked = { rows, times };
    this.change({ busy: true });
    dataset.paging.loadNextPage();
  }

  /** Tells about a change of the state or of the store; most passes of the host bring neither. */
  private change(change: Partial<SourceState>): void {
    const { version } = this.store;
    const isNew = (Object.keys(change) as (keyof SourceState)[]).some((key) => !Object.is(change[key], this.current[key]));
    if (!isNew && version === this.toldVersion) return;
    this.toldVersion = version;
    this.current = { ...this.current, ...change };
    this.listeners.tell();
  }
}

const isSame = (one: Reading, other: Reading | undefined): boolean =>
  other !== undefined &&
  one.records === other.records &&
  one.columns === other.columns &&
  one.ids.length === other.ids.length &&
  one.ids[0] === other.ids[0] &&
  one.ids[one.ids.length - 1] === other.ids[other.ids.length - 1];
