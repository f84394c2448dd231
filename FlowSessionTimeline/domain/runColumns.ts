import { moved } from "./column";
import { IndexColumn } from "./indexColumn";
import { Run } from "./run";
import { RunDraft } from "./runDraft";
import { RunTables } from "./runTables";
import { TimeColumns } from "./timeColumns";

/** The cells of all runs by slot: about 50 bytes a run beside its id and the distinct texts, and no object per run. */
export class RunColumns {
  public capacity = 0;
  public readonly times = new TimeColumns();
  public family = new Uint8Array(0);
  public readonly machine = new IndexColumn();
  public readonly machineGroup = new IndexColumn();
  public readonly flow = new IndexColumn();
  public readonly owner = new IndexColumn();
  public readonly name = new IndexColumn();
  public readonly errorCode = new IndexColumn();
  public readonly errorMessage = new IndexColumn();
  /** Row problems as bits (problem.ts). */
  public readonly problems = new IndexColumn();
  /** Index in `RunTables.parents`. */
  public readonly parent = new IndexColumn();
  public readonly runMode = new IndexColumn();
  public readonly trigger = new IndexColumn();
  /** One more than the code: NO_STATUS is 0. */
  private readonly status = new IndexColumn();
  private readonly innerError = new IndexColumn();
  private readonly sessionUser = new IndexColumn();
  private readonly sessionMode = new IndexColumn();
  private readonly subCategory = new IndexColumn();
  private readonly narrow: readonly IndexColumn[] = [
    this.machine, this.machineGroup, this.flow, this.owner, this.name, this.errorCode, this.errorMessage, this.problems, this.parent, this.runMode, this.trigger,
    this.status, this.innerError, this.sessionUser, this.sessionMode, this.subCategory,
  ];

  public constructor(private readonly tables: RunTables) {}

  public grow(capacity: number): void {
    this.capacity = capacity;
    this.times.grow(capacity);
    this.family = moved(this.family, new Uint8Array(capacity));
    for (const column of this.narrow) column.grow(capacity);
  }

  public statusCode(slot: number): number {
    return this.status.at(slot) - 1;
  }

  /** True if the slot holds what the row says, its id aside. */
  public equals(slot: number, row: RunDraft): boolean {
    if (this.statusCode(slot) !== row.statusCode || this.problems.at(slot) !== row.problems || this.parent.at(slot) !== row.parent) return false;
    if (this.machine.at(slot) !== row.machine || this.machineGroup.at(slot) !== row.machineGroup || this.flow.at(slot) !== row.flow || this.owner.at(slot) !== row.owner) return false;
    if (this.name.at(slot) !== row.name || this.errorCode.at(slot) !== row.errorCode || this.errorMessage.at(slot) !== row.errorMessage) return false;
    if (this.innerError.at(slot) !== row.innerError || this.sessionUser.at(slot) !== row.sessionUser) return false;
    if (this.runMode.at(slot) !== row.runMode || this.trigger.at(slot) !== row.trigger) return false;
    return this.sessionMode.at(slot) === row.sessionMode && this.subCategory.at(slot) === row.subCategory && this.times.equals(slot, row);
  }

  /** Lets a draft hold what is stored of a run: a row that is read into it says the same, most likely. */
  public expect(slot: number, row: RunDraft): void {
    row.modifiedOn = this.times.modifiedMs(slot);
    row.statusCode = this.statusCode(slot);
    row.parent = this.parent.at(slot);
    row.machine = this.machine.at(slot);
    row.machineGroup = this.machineGroup.at(slot);
    row.flow = this.flow.at(slot);
    row.owner = this.owner.at(slot);
    row.name = this.name.at(slot);
    row.errorCode = this.errorCode.at(slot);
    row.errorMessage = this.errorMessage.at(slot);
    row.innerError = this.innerError.at(slot);
    row.sessionUser = this.sessionUser.at(slot);
  }

  /** Writes all cells of a row but its id. */
  public write(slot: number, row: RunDraft): void {
    this.place(slot, row);
    this.parent.put(slot, row.parent);
    this.times.writeModified(slot, row);
    this.writeTexts(slot, row);
  }

  /** Writes what places a row (rowSource.ts), but for its parent. */
  public place(slot: number, row: RunDraft): void {
    this.times.place(slot, row);
    this.family[slot] = row.family;
    this.status.put(slot, row.statusCode + 1);
    this.problems.put(slot, row.problems);
  }

  /** Writes what is read after the place of a row. @returns whether it is odd in a way that the place was not */
  public writeRest(slot: number, row: RunDraft): boolean {
    const before = this.problems.at(slot);
    this.problems.put(slot, before | row.problems);
    this.times.writeModified(slot, row);
    this.writeTexts(slot, row);
    return (row.problems & ~before) !== 0;
  }

  private writeTexts(slot: number, row: RunDraft): void {
    this.machine.put(slot, row.machine);
    this.machineGroup.put(slot, row.machineGroup);
    this.flow.put(slot, row.flow);
    this.owner.put(slot, row.owner);
    this.name.put(slot, row.name);
    this.errorCode.put(slot, row.errorCode);
    this.errorMessage.put(slot, row.errorMessage);
    this.innerError.put(slot, row.innerError);
    this.sessionUser.put(slot, row.sessionUser);
    this.runMode.put(slot, row.runMode);
    this.trigger.put(slot, row.trigger);
    this.sessionMode.put(slot, row.sessionMode);
    this.subCategory.put(slot, row.subCategory);
  }

  /** By number: 1 for the texts that some slot names. */
  public usedTexts(slots: number): Uint8Array {
    const used = new Uint8Array(this.tables.strings.size);
    for (const { values } of [this.name, this.errorCode, this.errorMessage, this.innerError, this.sessionUser]) for (let slot = 0; slot < slots; slot++) used[values[slot]] = 1;
    return used;
  }

  /** The run in a slot, put together again. */
  public read(slot: number): Run {
    const { ids, parents, strings, references, choices } = this.tables;
    return {
      id: ids.id(slot),
      ...this.times.read(slot),
      modifiedOn: this.times.modifiedOn(slot),
      parentId: parents.id(this.parent.at(slot)),
      statusCode: this.statusCode(slot),
      name: strings.text(this.name.at(slot)),
      errorCode: strings.text(this.errorCode.at(slot)),
      errorMessage: strings.text(this.errorMessage.at(slot)),
      innerError: strings.text(this.innerError.at(slot)),
      sessionUser: strings.text(this.sessionUser.at(slot)),
      machine: references.reference(this.machine.at(slot)),
      machineGroup: references.reference(this.machineGroup.at(slot)),
      flow: references.reference(this.flow.at(slot)),
      owner: references.reference(this.owner.at(slot)),
      runMode: choices.choice(this.runMode.at(slot)),
      trigger: choices.choice(this.trigger.at(slot)),
      sessionMode: choices.choice(this.sessionMode.at(slot)),
      subCategory: choices.choice(this.subCategory.at(slot)),
    };
  }

  /** Makes a slot empty for whoever scans the columns without asking whether it is live. */
  public erase(slot: number): void {
    this.times.erase(slot);
    for (const column of [this.problems, this.parent, this.name, this.errorCode, this.errorMessage, this.innerError, this.sessionUser]) column.put(slot, 0);
  }
}
