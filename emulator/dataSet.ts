/** The dataset that one pass hands to the control: a new object each time, its data frozen in that moment. */
import type { DataSetState } from "./dataSetState";
import type { HostServices } from "./services";
import { notModelled, strictObject } from "./strict";

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type Api<K extends keyof DataSet> = NonNullable<DataSet[K]>;

/** @param open what `openDatasetItem` does. */
export function createDataSet(name: string, state: DataSetState, services: HostServices, open: DataSet["openDatasetItem"]): DataSet {
  const { pages, selection, table, view } = state;
  const { recorder } = services;
  const path = `context.parameters.${name}`;
  return strictObject<DataSet>(path, {
    columns: [...state.columns.columns],
    error: pages.errorMessage !== undefined,
    errorMessage: pages.errorMessage ?? "",
    loading: pages.loading,
    records: pages.records,
    sortedRecordIds: [...pages.ids],
    sorting: state.query.sorting,
    paging: createPaging(`${path}.paging`, state, services),
    filtering: createFiltering(`${path}.filtering`, state, services),
    linking: createLinking(`${path}.linking`, services),
    addColumn: () => notModelled(`${path}.addColumn`, recorder),
    refresh: () => {
      services.called("dataset.refresh");
      if (services.quirks.refreshDropsSelection) selection.clear();
      state.refresh();
    },
    getTargetEntityType: () => table.definition.logicalName,
    getTitle: () => view.name,
    getViewId: () => view.id,
    openDatasetItem: reference => open(reference),
    getSelectedRecordIds: () => [...selection.ids],
    setSelectedRecordIds: ids => {
      services.called("dataset.setSelectedRecordIds", ids);
      for (const id of ids) if (!(id in pages.records)) recorder.violation(`${path}.setSelectedRecordIds: the dataset does not hold ${id}`);
      selection.set(ids.filter(id => id in pages.records));
    },
    clearSelectedRecordIds: () => {
      services.called("dataset.clearSelectedRecordIds");
      selection.set([]);
    },
  }, recorder);
}

function createPaging(path: string, state: DataSetState, services: HostServices): Api<"paging"> {
  const { pages } = state;
  return strictObject<Api<"paging">>(path, {
    totalResultCount: pages.totalResultCount,
    firstPageNumber: pages.firstPageNumber,
    lastPageNumber: pages.lastPageNumber,
    pageSize: pages.pageSize,
    hasNextPage: pages.hasNextPage,
    hasPreviousPage: pages.hasPreviousPage,
    loadNextPage: onlyNew => {
      services.called("paging.loadNextPage", onlyNew);
      pages.loadNextPage(onlyNew === true);
    },
    loadPreviousPage: () => notModelled(`${path}.loadPreviousPage`, services.recorder),
    loadExactPage: page => {
      services.called("paging.loadExactPage", page);
      pages.loadExactPage(page);
    },
    setPageSize: size => {
      services.called("paging.setPageSize", size);
      pages.setPageSize(size);
    },
    reset: () => {
      services.called("paging.reset");
      state.resetPaging();
    },
  }, services.recorder);
}

function createFiltering(path: string, { query }: DataSetState, services: HostServices): Api<"filtering"> {
  return strictObject<Api<"filtering">>(path, {
    // Typed as never null, which it is where no filter was set.
    getFilter: () => query.getFilter() as ReturnType<Api<"filtering">["getFilter"]>,
    setFilter: filter => {
      services.called("filtering.setFilter", filter);
      query.setFilter(filter);
    },
    clearFilter: () => {
      services.called("filtering.clearFilter");
      query.clearFilter();
    },
  }, services.recorder);
}

/** No link-entities: the relationship of a subgrid is hidden, and views with links are not modelled yet. */
function createLinking(path: string, { recorder }: HostServices): Api<"linking"> {
  return strictObject<Api<"linking">>(path, {
    getLinkedEntities: () => [],
    addLinkedEntity: () => notModelled(`${path}.addLinkedEntity`, recorder),
  }, recorder);
}
