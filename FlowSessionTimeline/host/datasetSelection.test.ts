import { guid } from "../domain/run.testing";
import { DatasetSelection } from "./datasetSelection";

type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** As much of a dataset as the selection needs; ids as the host writes them. */
function datasetOf(ids: readonly string[]): { readonly dataset: DataSet; readonly told: string[][]; state: { loading: boolean; ids: readonly string[]; selected: string[] } } {
  const state = { loading: false, ids, selected: [] as string[] };
  const told: string[][] = [];
  const dataset = {
    get loading() { return state.loading; },
    get records() { return Object.fromEntries(state.ids.map((id) => [id, { getRecordId: () => id }])); },
    getSelectedRecordIds: () => state.selected,
    setSelectedRecordIds: (selected: string[]) => {
      told.push(selected);
      state.selected = selected;
    },
  };
  return { dataset: dataset as unknown as DataSet, told, state };
}

describe("the dataset's selection", () => {
  it("is ours as far as the dataset holds the runs", () => {
    const { dataset, told } = datasetOf([guid(1), guid(2)]);
    expect(new DatasetSelection(() => dataset).select([guid(2), guid(9)])).toBe(1);
    expect(told).toEqual([[guid(2)]]);
  });

  it("is written in the host's own way of writing ids", () => {
    const braced = `{${guid(10).toUpperCase()}}`;
    const { dataset, told } = datasetOf([braced]);
    new DatasetSelection(() => dataset).select([guid(10)]);
    expect(told).toEqual([[braced]]);
  });

  it("is not told again what the host knows already, so that no pass follows another", () => {
    const { dataset, told } = datasetOf([guid(1)]);
    const selection = new DatasetSelection(() => dataset);
    selection.select([guid(1)]);
    selection.apply();
    selection.apply();
    expect(told).toHaveLength(1);
  });

  it("is applied again after a refresh has dropped it, with the runs that are held by then", () => {
    const { dataset, told, state } = datasetOf([guid(1)]);
    const selection = new DatasetSelection(() => dataset);
    selection.select([guid(1), guid(2)]);
    state.loading = true;
    state.selected = [];
    expect(selection.apply()).toBe(0);
    state.loading = false;
    state.ids = [guid(1), guid(2)];
    expect(selection.apply()).toBe(2);
    expect(told).toEqual([[guid(1)], [guid(1), guid(2)]]);
  });

  it("is emptied with ours", () => {
    const { dataset, told } = datasetOf([guid(1)]);
    const selection = new DatasetSelection(() => dataset);
    selection.select([guid(1)]);
    selection.select([]);
    expect(told).toEqual([[guid(1)], []]);
  });
});
