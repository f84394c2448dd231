/** One bound view of a table: its columns, its query, its pages and its selection. Another view is another state. */
import type { EmulatedTable, EmulatedView, ParentRecord } from "./contract";
import { dataSetColumns, type DataSetColumns } from "./columns";
import { DataSetQuery } from "./dataSetQuery";
import { Pages } from "./pages";
import { recordPrototype } from "./record";
import { Selection } from "./selection";
import type { HostServices } from "./services";
import type { TextFormat } from "./textFormat";

export interface DataSetStateOptions {
  readonly table: EmulatedTable;
  readonly view: EmulatedView;
  readonly parent: ParentRecord | undefined;
  readonly propertySets: Readonly<Record<string, string>>;
  readonly pageSize: number;
  readonly latency: number;
  readonly format: TextFormat;
  /** After data arrived, or failed to. */
  dataArrived(): void;
  /** Tokens of a data pass for `updatedProperties`. */
  readonly tokens: readonly string[];
}

export class DataSetState {
  readonly columns: DataSetColumns;
  readonly query: DataSetQuery;
  readonly pages: Pages;
  readonly selection: Selection;
  readonly view: EmulatedView;
  readonly table: EmulatedTable;

  constructor(options: DataSetStateOptions, services: HostServices) {
    const { table, view, format } = options;
    const { quirks, recorder: report, clock } = services;
    this.table = table;
    this.view = view;
    this.columns = dataSetColumns(table.definition, view, options.propertySets, quirks, report);
    this.query = new DataSetQuery({ table, view, parent: options.parent, quirks, format });
    this.selection = new Selection(services);
    const prototype = recordPrototype({ table: table.definition, uses: this.columns.uses, quirks, format, report });
    this.pages = new Pages({
      clock, quirks, latency: options.latency, pageSize: options.pageSize,
      select: () => this.query.select(),
      prototype: () => prototype,
      changed: (cause, delivered) => {
        if (delivered) this.selection.keepOnly(this.pages.records);
        services.requestPass(cause, options.tokens);
        if (delivered) options.dataArrived();
      },
    });
  }

  /** The control refreshes: its sorting and filter take effect. */
  refresh(): void {
    this.query.applySorting();
    this.restart();
  }

  /** The control restarts paging. */
  resetPaging(): void {
    this.query.reset();
    this.restart();
  }

  private restart(): void {
    // Rows that come back are new records, and nothing re-selects them.
    this.pages.restart({ reason: "dataset.refresh", by: "control" });
  }
}
