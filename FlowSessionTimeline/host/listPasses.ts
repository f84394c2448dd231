import { ListFacts, listFactsOf } from "./server/listFacts";

type DataSet = ComponentFramework.PropertyTypes.DataSet;

interface Waiter {
  /** Records that are too old; undefined: any will do. */
  readonly than: DataSet["records"] | undefined;
  readonly resolve: (facts: ListFacts) => void;
}

/** Waits for the list's pages: the host hands over a new dataset in every pass, many of them without news (host facts 1.3). */
export class ListPasses {
  private latest: DataSet | undefined;
  private waiters: Waiter[] = [];

  /** @returns whether it brings rows that were not there in the pass before, and that nobody here had asked for. */
  public pass(dataset: DataSet): boolean {
    const before = this.latest;
    if (dataset.loading || dataset.columns.length === 0) return false;
    this.latest = dataset;
    const due = this.waiters.filter(({ than }) => than !== dataset.records);
    this.waiters = this.waiters.filter((waiter) => !due.includes(waiter));
    for (const { resolve } of due) resolve(listFactsOf(dataset));
    const isAsked = due.some(({ than }) => than !== undefined);
    return !isAsked && before !== undefined && before.records !== dataset.records;
  }

  /** What the list tells now, or when its first page has come. */
  public facts(): Promise<ListFacts> {
    return this.latest ? Promise.resolve(listFactsOf(this.latest)) : this.next(undefined);
  }

  /** What the list tells when other rows have come. */
  public fresh(): Promise<ListFacts> {
    return this.next(this.latest?.records);
  }

  /** Another question: nothing of before is an answer to it. Who waits goes on waiting for nothing. */
  public startOver(): void {
    this.latest = undefined;
    this.waiters = [];
  }

  private next(than: DataSet["records"] | undefined): Promise<ListFacts> {
    return new Promise((resolve) => void this.waiters.push({ than, resolve }));
  }
}
