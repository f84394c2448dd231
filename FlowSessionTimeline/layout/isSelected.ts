import { RunStore } from "../domain/runStore";

/** Whether a run is among the selected ones, by their ids: an id is written for each question, so that none is asked of an empty selection. */
export const isSelected = (store: RunStore, selected: ReadonlySet<string>, slot: number): boolean => selected.size > 0 && selected.has(store.id(slot));
