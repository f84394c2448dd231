import { Label } from "./label";
import { TimelineInputs } from "./view";

/** A main form. Ids of its parts stand in the list of ids under `form/KEY/…`. */
export interface FormModel {
  readonly key: string;
  readonly table: string;
  readonly name: Label;
  readonly description: Label;
  readonly tabs: readonly TabModel[];
}

/** A tab: its sections by columns of equal width. */
export interface TabModel {
  readonly key: string;
  readonly label: Label;
  readonly columns: readonly (readonly SectionModel[])[];
}

export interface SectionModel {
  readonly key: string;
  readonly label: Label;
  readonly content: readonly FieldModel[] | SubgridModel;
}

/** A field, which nobody may write: the platform does. */
export interface FieldModel {
  readonly column: string;
  readonly label: Label;
  /** How many rows of the form it takes. */
  readonly rows: number;
}

/** The records on the many side of one of the table's relationships. */
export interface SubgridModel {
  readonly key: string;
  readonly relationship: string;
  readonly target: string;
  /** Key of a view of the target. */
  readonly view: string;
  /** Null for a plain list. */
  readonly timeline: TimelineInputs | null;
}

export const field = (column: string, label: Label, rows = 1): FieldModel => ({ column, label, rows });
