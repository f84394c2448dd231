import { Reference } from "../domain/run";
import { Navigation } from "../view/ports";

type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** Opens records: a run of the dataset by the dataset, so that the host's own command runs; anything else by its form. */
export function hostNavigation(context: () => ComponentFramework.Context<object>, dataset: () => DataSet): Navigation {
  const openForm = (entityName: string, entityId: string): void => {
    // It resolves when the page has navigated away, with us on it: nothing is awaited, and a refusal is the host's to show.
    void context().navigation.openForm({ entityName, entityId }).catch(() => undefined);
  };
  return {
    openRun: (id) => {
      const record = recordOf(dataset(), id);
      if (record) dataset().openDatasetItem(record.getNamedReference());
      else openForm(dataset().getTargetEntityType(), id);
    },
    openReference: (reference: Reference) => openForm(reference.table, reference.id),
  };
}

/** The dataset's record of a normalised id: the host's own ids may differ in case and braces. */
export function recordOf(dataset: DataSet, id: string): ComponentFramework.PropertyHelper.DataSetApi.EntityRecord | undefined {
  const key = [id, id.toUpperCase(), `{${id}}`, `{${id.toUpperCase()}}`].find((one) => Object.prototype.hasOwnProperty.call(dataset.records, one));
  return key === undefined ? undefined : dataset.records[key];
}
