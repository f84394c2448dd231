/** One bound view of a table: its columns, its query, its pages and its selection. Another view is another state. */
import type { EmulatedTable, EmulatedView, ParentRecord } from "./contract";
import { dataSetColumns, type DataSetColumns } from "./columns";
import { DataSetQuery } from "./dataSetQuery";
import type { ServerAccess } from "./access";
import { serverPages, tablePages } from "./pageReader";
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
  /** Ms of a fetch from the table. */
  readonly latency: number;
  readonly access: ServerAccess;
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
      quirks, pageSize: options.pageSize,
      read: options.access.server ? serverPages(options.access, () => this.question(options)) : tablePages(clock, options.latency, () => this.query.select()),
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

  private question({ parent }: DataSetStateOptions): ReturnType<Parameters<typeof serverPages>[1]> {
    const { query, table, view } = this;
    if (query.answersNothing) return null;
    return {
      table: table.definition.logicalName, viewId: view.id, columns: [...this.columns.uses.keys()], quickFind: query.quickFind, filter: query.getFilter(), sorting: query.sortKeys(),
      parent: parent ? { column: parent.column, id: parent.id } : null,
    };
  }

  private restart(): void {
    // Rows that come back are new records, and nothing re-selects them.
    this.pages.restart({ reason: "dataset.refresh", by: "control" });
  }
}
