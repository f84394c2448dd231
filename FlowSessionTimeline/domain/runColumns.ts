import { moved } from "./column";
import { IndexColumn } from "./indexColumn";
import { Run } from "./run";
import { RunDraft } from "./runDraft";
import { RunTables } from "./runTables";
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
  /** Index in `RunTables.parents`. */
  public readonly parent = new IndexColumn();
  public readonly runMode = new IndexColumn();
  public readonly trigger = new IndexColumn();
  private readonly innerError = new IndexColumn();
  private readonly sessionUser = new IndexColumn();
  private readonly sessionMode = new IndexColumn();
  private readonly subCategory = new IndexColumn();

  public constructor(private readonly tables: RunTables) {}

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
    for (const column of [this.parent, this.innerError, this.sessionUser, this.runMode, this.trigger, this.sessionMode, this.subCategory]) column.grow(capacity);
  }

  /** True if the slot holds what the row says, its id aside. */
  public equals(slot: number, row: RunDraft): boolean {
    if (this.statusCode[slot] !== row.statusCode || this.problems[slot] !== row.problems || this.parent.at(slot) !== row.parent) return false;
    if (this.machine[slot] !== row.machine || this.machineGroup[slot] !== row.machineGroup || this.flow[slot] !== row.flow || this.owner[slot] !== row.owner) return false;
    if (this.name[slot] !== row.name || this.errorCode[slot] !== row.errorCode || this.errorMessage[slot] !== row.errorMessage) return false;
    if (this.innerError.at(slot) !== row.innerError || this.sessionUser.at(slot) !== row.sessionUser) return false;
    if (this.runMode.at(slot) !== row.runMode || this.trigger.at(slot) !== row.trigger) return false;
    return this.sessionMode.at(slot) === row.sessionMode && this.subCategory.at(slot) === row.subCategory && this.times.equals(slot, row);
  }

  /** Lets a draft hold what is stored of a run: a row that is read into it says the same, most likely. */
  public expect(slot: number, row: RunDraft): void {
    row.parent = this.parent.at(slot);
    row.machine = this.machine[slot];
    row.machineGroup = this.machineGroup[slot];
    row.flow = this.flow[slot];
    row.owner = this.owner[slot];
    row.name = this.name[slot];
    row.errorCode = this.errorCode[slot];
    row.errorMessage = this.errorMessage[slot];
    row.innerError = this.innerError.at(slot);
    row.sessionUser = this.sessionUser.at(slot);
  }

  /** Writes all cells of a row but its id. */
  public write(slot: number, row: RunDraft): void {
    this.times.write(slot, row);
    this.family[slot] = row.family;
    this.statusCode[slot] = row.statusCode;
    this.problems[slot] = row.problems;
    this.machine[slot] = row.machine;
    this.machineGroup[slot] = row.machineGroup;
    this.flow[slot] = row.flow;
    this.owner[slot] = row.owner;
    this.name[slot] = row.name;
    this.errorCode[slot] = row.errorCode;
    this.errorMessage[slot] = row.errorMessage;
    this.parent.put(slot, row.parent);
    this.innerError.put(slot, row.innerError);
    this.sessionUser.put(slot, row.sessionUser);
    this.runMode.put(slot, row.runMode);
    this.trigger.put(slot, row.trigger);
    this.sessionMode.put(slot, row.sessionMode);
    this.subCategory.put(slot, row.subCategory);
  }

  /** The run in a slot, put together again. */
  public read(slot: number): Run {
    const { ids, parents, strings, references, choices } = this.tables;
    return {
      id: ids.id(slot),
      ...this.times.read(slot),
      parentId: parents.id(this.parent.at(slot)),
      statusCode: this.statusCode[slot],
      name: strings.text(this.name[slot]),
      errorCode: strings.text(this.errorCode[slot]),
      errorMessage: strings.text(this.errorMessage[slot]),
      innerError: strings.text(this.innerError.at(slot)),
      sessionUser: strings.text(this.sessionUser.at(slot)),
      machine: references.reference(this.machine[slot]),
      machineGroup: references.reference(this.machineGroup[slot]),
      flow: references.reference(this.flow[slot]),
      owner: references.reference(this.owner[slot]),
      runMode: choices.choice(this.runMode.at(slot)),
      trigger: choices.choice(this.trigger.at(slot)),
      sessionMode: choices.choice(this.sessionMode.at(slot)),
      subCategory: choices.choice(this.subCategory.at(slot)),
    };
  }

  /** Makes a slot empty for whoever scans the columns without asking whether it is live. */
  public erase(slot: number): void {
    this.times.erase(slot);
    this.problems[slot] = 0;
    this.parent.put(slot, 0);
  }
}
