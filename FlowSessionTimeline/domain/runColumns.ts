import { ChoiceTable } from "./choiceTable";
import { moved, put } from "./column";
import { IdIndex } from "./idIndex";
import { IndexColumn } from "./indexColumn";
import { ReferenceTable } from "./referenceTable";
import { Run } from "./run";
import { spanOf } from "./span";
import { STATUS_FAMILIES, StatusTable } from "./status";
import { StringTable } from "./stringTable";
import { TimeColumns } from "./timeColumns";

/** The cells of all runs by slot: about 130 bytes a run beside the distinct texts, and no object per run. */
export class RunColumns {
  public capacity = 0;
  public readonly times = new TimeColumns();
  public family = new Uint8Array(0);
  public statusCode = new Int32Array(0);
  public machine = new Uint32Array(0);
  public machineGroup = new Uint32Array(0);
  public flow = new Uint32Array(0);
  public owner = new Uint32Array(0);
  public name = new Uint32Array(0);
  public errorCode = new Uint32Array(0);
  public errorMessage = new Uint32Array(0);
  /** Row problems as bits (problem.ts). */
  public problems = new Uint16Array(0);
  /** Index of the parent's id in `parentIds`; 0 for a root run. */
  public readonly parent = new IndexColumn();
  public readonly ids = new IdIndex();
  public readonly parentIds = new IdIndex();
  public readonly strings = new StringTable();
  public readonly references = new ReferenceTable();
  /** This and the next: indices in `choices`. */
  public readonly runMode = new IndexColumn();
  public readonly trigger = new IndexColumn();
  public readonly choices = new ChoiceTable();
  private parentCount = 1;
  private readonly innerError = new IndexColumn();
  private readonly sessionUser = new IndexColumn();
  private readonly sessionMode = new IndexColumn();
  private readonly subCategory = new IndexColumn();

  public constructor(private readonly statuses: StatusTable) {}

  /** How many indices of parents there are, 0 (no parent) included. */
  public get parentSize(): number {
    return this.parentCount;
  }

  public grow(capacity: number): void {
    this.capacity = capacity;
    this.times.grow(capacity);
    this.family = moved(this.family, new Uint8Array(capacity));
    this.statusCode = moved(this.statusCode, new Int32Array(capacity));
    this.problems = moved(this.problems, new Uint16Array(capacity));
    this.machine = moved(this.machine, new Uint32Array(capacity));
    this.machineGroup = moved(this.machineGroup, new Uint32Array(capacity));
    this.flow = moved(this.flow, new Uint32Array(capacity));
    this.owner = moved(this.owner, new Uint32Array(capacity));
    this.name = moved(this.name, new Uint32Array(capacity));
    this.errorCode = moved(this.errorCode, new Uint32Array(capacity));
    this.errorMessage = moved(this.errorMessage, new Uint32Array(capacity));
    for (const column of this.indexColumns()) column.grow(capacity);
  }

  /** Writes all cells of a run but its id; true if that changed any. */
  public write(slot: number, run: Run, problems: number): boolean {
    let changed = this.times.write(slot, run, spanOf(run, this.statuses));
    changed = put(this.family, slot, STATUS_FAMILIES.indexOf(this.statuses.get(run.statusCode).family)) || changed;
    changed = put(this.statusCode, slot, run.statusCode) || changed;
    changed = put(this.problems, slot, problems) || changed;
    changed = this.parent.put(slot, this.parentIndexOf(run.parentId)) || changed;
    changed = this.writeReferences(slot, run) || changed;
    changed = this.writeTexts(slot, run) || changed;
    return this.writeChoices(slot, run) || changed;
  }

  /** The run in a slot, put together again. */
  public read(slot: number): Run {
    return {
      id: this.ids.id(slot),
      ...this.times.read(slot),
      parentId: this.parentId(slot),
      statusCode: this.statusCode[slot],
      name: this.strings.text(this.name[slot]),
      errorCode: this.strings.text(this.errorCode[slot]),
      errorMessage: this.strings.text(this.errorMessage[slot]),
      innerError: this.strings.text(this.innerError.at(slot)),
      sessionUser: this.strings.text(this.sessionUser.at(slot)),
      machine: this.references.reference(this.machine[slot]),
      machineGroup: this.references.reference(this.machineGroup[slot]),
      flow: this.references.reference(this.flow[slot]),
      owner: this.references.reference(this.owner[slot]),
      runMode: this.choices.choice(this.runMode.at(slot)),
      trigger: this.choices.choice(this.trigger.at(slot)),
      sessionMode: this.choices.choice(this.sessionMode.at(slot)),
      subCategory: this.choices.choice(this.subCategory.at(slot)),
    };
  }

  public parentId(slot: number): string {
    const parent = this.parent.at(slot);
    return parent === 0 ? "" : this.parentIds.id(parent);
  }

  /** Makes a slot empty for whoever scans the columns without asking whether it is live. */
  public erase(slot: number): void {
    this.ids.remove(slot);
    this.times.erase(slot);
    this.problems[slot] = 0;
    this.parent.put(slot, 0);
  }

  /** Empties the tables; cells of slots are left to be written anew. */
  public clear(): void {
    this.ids.clear();
    this.times.clear();
    this.parentIds.clear();
    this.parentCount = 1;
    this.strings.clear();
    this.references.clear();
    this.choices.clear();
  }

  private indexColumns(): readonly IndexColumn[] {
    return [this.parent, this.innerError, this.sessionUser, this.runMode, this.trigger, this.sessionMode, this.subCategory];
  }

  private parentIndexOf(id: string): number {
    if (id === "") return 0;
    const known = this.parentIds.find(id);
    if (known >= 0) return known;
    this.parentIds.put(this.parentCount, id);
    return this.parentCount++;
  }

  private writeReferences(slot: number, run: Run): boolean {
    let changed = put(this.machine, slot, this.references.indexOf(run.machine));
    changed = put(this.machineGroup, slot, this.references.indexOf(run.machineGroup)) || changed;
    changed = put(this.flow, slot, this.references.indexOf(run.flow)) || changed;
    return put(this.owner, slot, this.references.indexOf(run.owner)) || changed;
  }

  private writeTexts(slot: number, run: Run): boolean {
    let changed = put(this.name, slot, this.strings.indexOf(run.name));
    changed = put(this.errorCode, slot, this.strings.indexOf(run.errorCode)) || changed;
    changed = put(this.errorMessage, slot, this.strings.indexOf(run.errorMessage)) || changed;
    changed = this.innerError.put(slot, this.strings.indexOf(run.innerError)) || changed;
    return this.sessionUser.put(slot, this.strings.indexOf(run.sessionUser)) || changed;
  }

  private writeChoices(slot: number, run: Run): boolean {
    let changed = this.runMode.put(slot, this.choices.indexOf(run.runMode));
    changed = this.trigger.put(slot, this.choices.indexOf(run.trigger)) || changed;
    changed = this.sessionMode.put(slot, this.choices.indexOf(run.sessionMode)) || changed;
    return this.subCategory.put(slot, this.choices.indexOf(run.subCategory)) || changed;
  }
}
