/** What a dataset asks the server: the view, and what control and user laid over it. */
import type { EmulatedRow, EmulatedTable, EmulatedView, ParentRecord } from "./contract";
import { compileFilter, type Filter } from "./conditions";
import type { Quirks } from "./quirks";
import { selectRows, type Query, type SortKey } from "./query";
import type { TextFormat } from "./textFormat";

type SortStatus = ComponentFramework.PropertyHelper.DataSetApi.SortStatus;

export interface DataSetQueryOptions {
  readonly table: EmulatedTable;
  readonly view: EmulatedView;
  readonly parent: ParentRecord | undefined;
  readonly quirks: Quirks;
  readonly format: TextFormat;
}

export class DataSetQuery {
  /** Changed in place by the control; read at the next refresh. */
  readonly sorting: SortStatus[];
  quickFind = "";
  private filter: Filter | undefined;
  private test: ((row: EmulatedRow) => boolean) | undefined;
  private resetOwed = false;
  private sortingAtFilter = "";
  private answer: { rows: readonly EmulatedRow[]; key: string; selected: readonly EmulatedRow[] } | undefined;
  /** Rises with each filter, so that a kept answer can be told from a stale one. */
  private filterVersion = 0;

  constructor(private readonly options: DataSetQueryOptions) {
    this.sorting = (options.view.order ?? []).map(({ column, descending }) => ({ name: column, sortDirection: descending ? 1 : 0 }));
  }

  /** The real host answers null where the control has set none: neither the view's filter nor the parent's is shown. */
  getFilter(): Filter | null { return this.filter ?? null; }

  /** ANDs with the view's own filter. @throws for operators that model-driven apps do not take. */
  setFilter(filter: Filter): void {
    this.test = compileFilter(filter, this.options.table.definition, this.options.format.zone);
    this.filter = filter;
    this.filterVersion++;
    this.sortingAtFilter = this.sortingKey();
    this.resetOwed = true;
  }

  clearFilter(): void {
    this.filter = this.test = undefined;
    this.filterVersion++;
    this.resetOwed = false;
  }

  /** `paging.reset()`. */
  reset(): void { this.resetOwed = false; }

  /** A refresh takes over the sorting; if that changed after the filter was set, the filter is lost. */
  applySorting(): void {
    if (this.filter && this.options.quirks.sortingResetsFilter && this.sortingAtFilter !== this.sortingKey()) this.clearFilter();
  }

  /** A filter that paging was not reset for finds nothing. */
  get answersNothing(): boolean { return this.test !== undefined && this.resetOwed && this.options.quirks.filterNeedsReset; }

  /** @throws for a sorting by a column that the table lacks. */
  select(): readonly EmulatedRow[] {
    if (this.answersNothing) return [];
    const { table, view, parent, format } = this.options;
    const key = `${this.filterVersion} ${this.quickFind} ${this.sortingKey()}`;
    if (this.answer?.rows !== table.rows || this.answer.key !== key) {
      const query: Query = { table: table.definition, view, parent, quickFind: this.quickFind, filter: this.test, sorting: this.sortKeys() };
      this.answer = { rows: table.rows, key, selected: selectRows(table.rows, query, format) };
    }
    return this.answer.selected;
  }

  sortKeys(): SortKey[] {
    return this.sorting.filter(({ sortDirection }) => sortDirection !== -1)
      .map(({ name, sortDirection }) => ({ column: name, descending: Number(sortDirection) === 1 }));
  }

  private sortingKey(): string { return JSON.stringify(this.sortKeys()); }
}
