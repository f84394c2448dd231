import { HostSelection } from "../view/ports";
import { recordOf } from "./hostNavigation";

type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** The dataset's selection is ours as far as the dataset holds the runs; the host drops it on refresh, so it is applied again (design decision 17). */
export class DatasetSelection implements HostSelection {
  private ids: readonly string[] = [];
  private held = 0;

  public constructor(private readonly dataset: () => DataSet) {}

  public select(ids: readonly string[]): number {
    this.ids = ids;
    return this.apply();
  }

  /** Tells the host again what is selected, if it has something else. @returns how many its command bar can act on */
  public apply(): number {
    const dataset = this.dataset();
    if (dataset.loading) return 0;
    const held = this.ids.map((id) => recordOf(dataset, id)?.getRecordId()).filter((id): id is string => id !== undefined);
    const before = dataset.getSelectedRecordIds();
    if (before.length !== held.length || held.some((id, index) => before[index] !== id)) dataset.setSelectedRecordIds(held);
    this.held = held.length;
    return held.length;
  }

  public actionable(): number {
    return this.held;
  }
}
