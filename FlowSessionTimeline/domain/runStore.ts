import { runToEnd, Work } from "../base/work";
import { ChoiceTable } from "./choiceTable";
import { IndexCells, IndexColumn } from "./indexColumn";
import { ProblemCount } from "./problem";
import { ProblemTally } from "./problemTally";
import { ReferenceTable } from "./referenceTable";
import { Repeats } from "./repeats";
import { removeRuns } from "./removeRuns";
import { RowMerger } from "./rowMerger";
import { RestOfRows } from "./restOfRows";
import { PartedRows, RowSource } from "./rowSource";
import { Run } from "./run";
import { RunChanges, StoreChanges } from "./runChanges";
import { RunColumns } from "./runColumns";
import { Extent, RunExtent } from "./runExtent";
import { ParsedRow, RunRows } from "./runRows";
import { RunSlots } from "./runSlots";
import { RunTables } from "./runTables";
import { StatusTable } from "./status";
import { StoreParts } from "./storeParts";
import { StringTable } from "./stringTable";
import { RunTimes } from "./timeColumns";
import { TrustedStamps } from "./trustedStamps";

/**
 * All loaded runs in columns. A run keeps its slot while it is in the store; a slot that is used again has a higher generation.
 * Columns are replaced by larger ones when they grow: read them through the store each time, and never write them.
 */
export class RunStore {
  /** The distinct values of the runs: what a reader of rows names them by. */
  public readonly tables = new RunTables();
  private readonly columns = new RunColumns(this.tables);
  private readonly slots = new RunSlots();
  private readonly repeats = new Repeats();
  private readonly changes = new RunChanges();
  private readonly spread = new RunExtent();
  private readonly stamps = new TrustedStamps();
  private readonly parts: StoreParts = {
    tables: this.tables, columns: this.columns, slots: this.slots, repeats: this.repeats, changes: this.changes, extent: this.spread, stamps: this.stamps,
  };
  private readonly rest = new RestOfRows(this.parts);
  private problemsAt: { readonly version: number; readonly list: readonly ProblemCount[] } | null = null;

  public constructor(public readonly statuses: StatusTable) {}

  /** How many runs there are. */
  public get size(): number { return this.slots.size; }
  /** Columns are valid for slots below this; some of these slots may be dead. */
  public get slotCount(): number { return this.slots.count; }
  /** Grows with every change that a picture or its data notes could show, and only then. */
  public get version(): number { return this.changes.version; }
  public get fromMs(): Float64Array { return this.columns.times.fromMs; }
  public get toMs(): Float64Array { return this.columns.times.toMs; }
  /** Since when runs wait or run; NaN without a time. */
  public get beginMs(): Float64Array { return this.columns.times.beginMs; }
  /** Indices in SHAPES. */
  public get shape(): Uint8Array { return this.columns.times.shape; }
  /** Indices in STATUS_FAMILIES. */
  public get family(): Uint8Array { return this.columns.family; }
  /** This and the next three: indices in `references`. */
  public get machine(): IndexCells { return this.whole.machine.values; }
  public get machineGroup(): IndexCells { return this.whole.machineGroup.values; }
  public get flow(): IndexCells { return this.whole.flow.values; }
  public get owner(): IndexCells { return this.whole.owner.values; }
  /** This and the next two: indices in `strings`. */
  public get name(): IndexCells { return this.whole.name.values; }
  public get errorCode(): IndexCells { return this.whole.errorCode.values; }
  public get errorMessage(): IndexCells { return this.whole.errorMessage.values; }
  /** This and the next: indices in `choices`. */
  public get runMode(): IndexColumn { return this.whole.runMode; }
  public get trigger(): IndexColumn { return this.whole.trigger; }
  public get choices(): ChoiceTable { return this.tables.choices; }
  /** Numbers of parents in `tables.parents`, 0 for a root run. */
  public get parent(): IndexCells { return this.columns.parent.values; }
  /** 1 for slots that hold a run; for loops over `slotCount` slots. */
  public get live(): Uint8Array { return this.slots.live; }
  public get strings(): StringTable { return this.tables.strings; }
  public get references(): ReferenceTable { return this.tables.references; }

  /**
   * Takes in rows that were read together, in slices: runs come and change one by one, and whoever reads the store meanwhile sees each
   * run either as it was or as it is. Of rows with the same id the newest counts (reading.ts), else the last; a run that is already
   * stored is updated unless the row is certainly older. `absent: "remove"`: the rows are the whole list, other runs go.
   * Work that is dropped leaves what it has taken in; it must not go on after another merge has begun.
   */
  public *mergeInSlices(rows: RowSource, absent: "keep" | "remove"): Work<void> {
    yield* this.rest.finish();
    yield* new RowMerger(this.parts).run(rows, absent);
  }

  /** The same, but of a first load no more is read than what places its runs: the rest is left to `readRest`. */
  public *placeInSlices(rows: PartedRows, absent: "keep" | "remove"): Work<void> {
    yield* this.rest.finish();
    yield* new RowMerger(this.parts).place(rows, absent, this.rest);
  }

  /** Whether `readRest` has something to do. */
  public get isRestDue(): boolean { return this.rest.isDue; }

  /**
   * Reads what a first load has left, in slices. To be done by whoever needs a column of texts, references or choices whole: these are read
   * at once, however long it takes, when they are asked for before. What is asked of one run is read for that run.
   */
  public readRest(): Work<void> { return this.rest.readAll(); }

  /** Lets go of texts that only forgotten runs had: for after many were forgotten. */
  public releaseTexts(): void {
    this.tables.strings.keep(this.columns.usedTexts(this.slotCount));
  }

  /** The same for runs that are there already, at once. */
  public merge(rows: readonly ParsedRow[], absent: "keep" | "remove"): void {
    runToEnd(this.mergeInSlices(new RunRows(rows, this.tables, this.statuses), absent));
  }

  /** Forgets these runs, in slices: those that the server no longer has, or that memory is needed for. The same holds as for a merge. */
  public *removeInSlices(slots: Iterable<number>): Work<void> {
    yield* this.rest.finish();
    yield* removeRuns(this.parts, slots);
  }

  /** Which slots changed after a version; null if that is no longer known, or if they are more than a few. */
  public changesSince(version: number): StoreChanges | null { return this.changes.since(version); }

  /** The slots of the few runs that changed after a version, if they are where they were among the others; else null. */
  public changedSlots(version: number): readonly number[] | null {
    const changes = this.changes.since(version);
    return changes === null || changes.structure ? null : changes.slots;
  }

  /** Forgets every run, text and note. */
  public clear(): void {
    if (this.slots.count > 0 || this.problems().length > 0) {
      this.changes.anything();
      this.changes.notes();
      this.changes.seal();
    }
    this.slots.clear();
    this.tables.clear();
    this.columns.times.clear();
    this.repeats.clear();
    this.spread.clear();
    this.stamps.clear();
    this.rest.forget();
  }

  /** The slot of a run by its id in any case, with or without braces; -1 if it is not here. */
  public slotOf(id: string): number { return this.tables.ids.find(id); }
  public isLive(slot: number): boolean { return this.slots.isLive(slot); }
  /** Since when the run waited before it started, in epoch ms; NaN where no wait is known. Never after `fromMs`. */
  public waitFromMs(slot: number): number { return this.columns.times.waitFromMs(slot); }
  /** NO_STATUS where there is none. */
  public statusCode(slot: number): number { return this.columns.statusCode(slot); }
  /** Grows when the slot's run goes: a (slot, generation) that was kept is stale if this differs. */
  public generation(slot: number): number { return this.slots.generation(slot); }
  public id(slot: number): string { return this.tables.ids.id(slot); }
  /** Orders two live slots by their ids. */
  public compareIds(a: number, b: number): number { return this.tables.ids.compare(a, b); }
  /** The times that place a run, as they are stored. */
  public times(slot: number): RunTimes { return this.columns.times.read(slot); }
  /** When the row was written last, in epoch ms; NaN where that is not known. */
  public modifiedMs(slot: number): number { return this.completed(slot).times.modifiedMs(slot); }
  /** The whole run again, for a panel or a tooltip. */
  public run(slot: number): Run { return this.completed(slot).read(slot); }
  /** The slot of a run's parent; -1 for a root run and for a parent that is not here. */
  public parentSlot(slot: number): number { return this.tables.parents.slotOfParent[this.columns.parent.at(slot)]; }
  /** "" for a root run. */
  public parentId(slot: number): string { return this.tables.parents.id(this.columns.parent.at(slot)); }

  /** What a row is called: the flow's name, else the run's, else the beginning of the id. */
  public title(slot: number): string {
    const { flow, name } = this.completed(slot);
    return this.references.reference(flow.at(slot)).name || this.strings.text(name.at(slot)) || this.id(slot).slice(0, 8);
  }

  /** "" where there is none; so is the next. */
  public machineName(slot: number): string { return this.references.reference(this.completed(slot).machine.at(slot)).name; }
  public errorCodeText(slot: number): string { return this.strings.text(this.completed(slot).errorCode.at(slot)); }

  /** What is odd about the rows; relations between runs are the forest's to report. */
  public problems(): readonly ProblemCount[] {
    const version = this.changes.notesVersion;
    if (this.problemsAt?.version === version) return this.problemsAt.list;
    const tally = new ProblemTally();
    this.repeats.addTo(tally, (slot) => this.id(slot));
    const problems = this.columns.problems.values;
    for (let slot = 0; slot < this.slotCount; slot++) if (problems[slot] !== 0) tally.addBits(problems[slot], () => this.id(slot));
    this.problemsAt = { version, list: tally.list() };
    return this.problemsAt.list;
  }

  /** Null if no run has a time. */
  public extent(): Extent | null {
    const { times } = this.columns;
    return this.spread.read(() => {
      for (let slot = 0; slot < this.slotCount; slot++) this.spread.include(times, slot);
    });
  }

  /** The columns, with all that is known of one run. */
  private completed(slot: number): RunColumns {
    this.rest.complete(slot);
    return this.columns;
  }

  /** The columns, with all that is known of all runs. */
  private get whole(): RunColumns {
    if (this.rest.isDue) runToEnd(this.rest.readAll());
    return this.columns;
  }
}
