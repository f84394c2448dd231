import { Filter } from "./filter";
import { Label } from "./label";

/** What the control starts with: values of its inputs. */
export interface TimelineInputs {
  readonly firstWindow: "auto" | "hours24" | "days7" | "all";
  readonly firstLayout: "auto" | "tree" | "machine";
}

/** One row of the table of views. */
export interface ViewModel {
  /** Its id stands in the list of ids under `view/KEY`. */
  readonly key: string;
  readonly table: string;
  readonly name: Label;
  readonly description: Label;
  readonly filter: Filter | null;
  /** Newest first by this column. */
  readonly newestBy: string;
  /** Logical name to width in px, in the order of the list. */
  readonly columns: Readonly<Record<string, number>>;
  /** Null for a plain list, which the control knows nothing about. */
  readonly timeline: TimelineInputs | null;
}
