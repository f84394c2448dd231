import { ChoiceTable } from "./choiceTable";
import { IdIndex } from "./idIndex";
import { ParentTable } from "./parentTable";
import { ReferenceTable } from "./referenceTable";
import { StringTable } from "./stringTable";

/** The distinct values of a store, each kept once: the columns hold their numbers. */
export class RunTables {
  /** Slots by the ids of runs. */
  public readonly ids = new IdIndex();
  public readonly parents = new ParentTable(this.ids);
  public readonly strings = new StringTable();
  public readonly references = new ReferenceTable();
  public readonly choices = new ChoiceTable();

  public clear(): void {
    this.ids.clear();
    this.parents.clear();
    this.strings.clear();
    this.references.clear();
    this.choices.clear();
  }
}
