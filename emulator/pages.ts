/** Pages of a dataset as the real host fetches them: one request at a time, accumulated, and wrong where it is wrong. */
import type { PassCause } from "./events";
import type { PageRows, ReadPage } from "./pageReader";
import { addRecords, type RecordMap } from "./record";
import type { HostServices } from "./services";

/** Dataverse counts no further. */
const COUNT_CAP = 5000;

export interface PagesOptions extends Pick<HostServices, "quirks"> {
  readonly pageSize: number;
  readonly read: ReadPage;
  /** The prototype of a record, fitting the query's columns. */
  prototype(): object;
  /** The state changed; a data pass if it was `delivered`. */
  changed(cause: PassCause, delivered: boolean): void;
}

interface Request {
  readonly page: number;
  /** Keeps the rows of the pages before it. */
  readonly append: boolean;
  readonly cause: PassCause;
}

export class Pages {
  ids: readonly string[] = [];
  records: RecordMap = {};
  loading = false;
  errorMessage: string | undefined;
  pageSize: number;
  fetches = 0;

  private total = 0;
  private more = false;
  private first = 1;
  private last = 0;
  /** The last page that was asked for, delivered or not. */
  private requested = 0;
  private delivered = false;
  private nextPageSize: number;
  private resized = false;
  private failure: string | undefined;
  private outstanding: { request: Request; cancel: () => void } | undefined;
  private readonly queue: Request[] = [];

  constructor(private readonly options: PagesOptions) {
    this.pageSize = this.nextPageSize = options.pageSize;
  }

  get hasNextPage(): boolean { return this.more; }
  get hasPreviousPage(): boolean { return !this.options.quirks.hasPreviousPageStuck && this.first > 1; }
  get firstPageNumber(): number { return this.options.quirks.firstPageNumberWrong ? this.last : this.first; }
  get lastPageNumber(): number { return this.last; }

  get totalResultCount(): number {
    const { totalResultCount } = this.options.quirks;
    if (totalResultCount === "notCounted" || !this.delivered) return -1;
    return totalResultCount === "exact" ? this.total : Math.min(this.total, COUNT_CAP);
  }

  /** Back to page 1; accumulated pages are gone. */
  restart(cause: PassCause): void {
    this.requested = 1;
    this.start({ page: 1, append: false, cause });
  }

  setPageSize(size: number): void { this.nextPageSize = size; }

  failNext(message: string): void { this.failure = message; }

  /** @throws inside the platform after the page size was changed in mid-session. */
  loadNextPage(onlyNew: boolean): void {
    if (this.resized) throw new TypeError("paging.loadNextPage: the platform lost its paging cookie when the page size changed");
    // A page that is under way may be the last: then only the count tells.
    if (this.requested === this.last ? !this.more : this.requested * this.pageSize >= this.total) return;
    this.requested++;
    this.start({ page: this.requested, append: !onlyNew || this.options.quirks.loadOnlyNewPageIgnored, cause: { reason: "paging.loadNextPage", by: "page" } });
  }

  loadExactPage(page: number): void {
    if ((this.resized && page > 1) || page < 1) return;
    const by = page > this.requested ? "page" : "control";
    this.requested = page;
    this.start({ page, append: false, cause: { reason: "paging.loadExactPage", by } });
  }

  dispose(): void {
    this.outstanding?.cancel();
    this.outstanding = undefined;
    this.queue.length = 0;
  }

  private start(request: Request): void {
    if (this.outstanding && !this.options.quirks.supersededPagesLost) {
      this.queue.push(request);
      return;
    }
    this.outstanding?.cancel();
    this.fetches++;
    this.outstanding = { request, cancel: this.options.read(() => this.want(request), take => this.arrive(request, take)) };
    this.loading = true;
    this.options.changed(request.cause, false);
  }

  private want({ page }: Request): { page: number; size: number } {
    if (page === 1) this.applyPageSize();
    return { page, size: this.pageSize };
  }

  private arrive(request: Request, take: () => PageRows): void {
    this.outstanding = undefined;
    this.loading = false;
    try {
      this.accept(request, take);
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
    const next = this.queue.shift();
    this.options.changed(request.cause, true);
    if (next) this.start(next);
  }

  private accept({ page, append }: Request, take: () => PageRows): void {
    const failure = this.failure;
    this.failure = undefined;
    if (failure !== undefined) throw new Error(failure);
    const { rows, total, more } = take();
    if (!append) this.clear();
    this.ids = [...this.ids, ...rows.map(row => row.id)];
    addRecords(this.records, rows, this.options.prototype());
    this.errorMessage = undefined;
    this.total = total;
    this.more = more;
    this.first = append ? this.first : page;
    this.last = page;
    this.delivered = true;
  }

  private applyPageSize(): void {
    if (this.nextPageSize === this.pageSize) return;
    this.pageSize = this.nextPageSize;
    this.resized = this.delivered && this.options.quirks.resizeBreaksPaging;
  }

  private fail(message: string): void {
    this.errorMessage = message;
    this.requested = this.last;
    if (this.options.quirks.failureEmptiesRecords) this.clear();
  }

  private clear(): void {
    this.ids = [];
    this.records = {};
  }
}
