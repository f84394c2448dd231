import { EpochMs, epochMs } from "../base/brand";
import { ChoiceTable } from "./choiceTable";
import { IndexColumn } from "./indexColumn";
import { ParsedRow } from "./parseRun";
import { ProblemCount } from "./problem";
import { ProblemTally } from "./problemTally";
import { isOlder } from "./reading";
import { Repeats } from "./repeats";
import { ReferenceTable } from "./referenceTable";
import { Run } from "./run";
import { RunColumns } from "./runColumns";
import { StatusTable } from "./status";
import { StringTable } from "./stringTable";

export interface MergeOutcome {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

const FIRST_CAPACITY = 64;

/**
 * All loaded runs in columns. A run keeps its slot while it is in the store; a slot that is used again has a higher generation.
 * Columns are replaced by larger ones when they grow: read them through the store each time, and never write them.
 */
export class RunStore {
  private readonly columns: RunColumns;
  private live = new Uint8Array(0);
  /** Survives `clear`, so that a reference to a run of before is never mistaken for one of after. */
  private generations = new Uint32Array(0);
  private freeSlots: number[] = [];
  private readonly repeats = new Repeats();
  private sizeNow = 0;
  private slots = 0;
  private changes = 0;
  private problemsAt: { readonly version: number; readonly list: readonly ProblemCount[] } | null = null;

  public constructor(public readonly statuses: StatusTable) {
    this.columns = new RunColumns(statuses);
  }

  /** How many runs there are. */
  public get size(): number { return this.sizeNow; }
  /** Columns are valid for slots below this; some of these slots may be dead. */
  public get slotCount(): number { return this.slots; }
  /** Grows with every change that a picture or its data notes could show, and only then. */
  public get version(): number { return this.changes; }
  public get fromMs(): Float64Array { return this.columns.times.fromMs; }
  public get toMs(): Float64Array { return this.columns.times.toMs; }
  public get waitFromMs(): Float64Array { return this.columns.times.waitFromMs; }
  /** Indices in SHAPES. */
  public get shape(): Uint8Array { return this.columns.times.shape; }
  /** Indices in STATUS_FAMILIES. */
  public get family(): Uint8Array { return this.columns.family; }
  public get statusCode(): Int32Array { return this.columns.statusCode; }
  /** This and the next three: indices in `references`. */
  public get machine(): Uint32Array { return this.columns.machine; }
  public get machineGroup(): Uint32Array { return this.columns.machineGroup; }
  public get flow(): Uint32Array { return this.columns.flow; }
  public get owner(): Uint32Array { return this.columns.owner; }
  /** This and the next two: indices in `strings`. */
  public get name(): Uint32Array { return this.columns.name; }
  public get errorCode(): Uint32Array { return this.columns.errorCode; }
  public get errorMessage(): Uint32Array { return this.columns.errorMessage; }
  /** This and the next: indices in `choices`. */
  public get runMode(): IndexColumn { return this.columns.runMode; }
  public get trigger(): IndexColumn { return this.columns.trigger; }
  public get choices(): ChoiceTable { return this.columns.choices; }
  public get strings(): StringTable { return this.columns.strings; }
  public get references(): ReferenceTable { return this.columns.references; }
  /** How many indices `parentIndex` may give, 0 (no parent) included. */
  public get parentCount(): number { return this.columns.parentSize; }

  /**
   * Takes in rows that were read together. Of rows with the same id the newest wins (reading.ts), else the last; a run that is
   * already stored is updated unless the row is certainly older. `absent: "remove"`: the rows are the whole list, other runs go.
   */
  public merge(rows: readonly ParsedRow[], absent: "keep" | "remove"): MergeOutcome {
    const load = this.enter(rows);
    let updated = 0;
    let notes = this.repeats.setNameless(load.nameless, absent === "remove");
    let added = 0;
    for (let row = 0; row < rows.length; row++) {
      const slot = load.slotOfRow[row];
      if (slot < 0 || load.winner[slot] !== row + 1) continue;
      const { run, problems } = rows[row];
      if (this.live[slot] === 0) {
        this.columns.write(slot, run, problems);
        this.live[slot] = 1;
        added++;
      } else if (!isOlder(run, this.columns.times.read(slot)) && this.columns.write(slot, run, problems)) updated++;
      notes = this.repeats.setSurplus(slot, load.surplus.get(slot) ?? 0) || notes;
    }
    this.sizeNow += added;
    const removed = absent === "remove" ? this.removeUnless(load.winner) : 0;
    const renamed = this.references.settle();
    if (added > 0 || updated > 0 || removed > 0 || notes || renamed) this.changes++;
    return { added, updated, removed };
  }

  /** Forgets every run, text and note. */
  public clear(): void {
    if (this.slots > 0 || this.problems().length > 0) this.changes++;
    for (let slot = 0; slot < this.slots; slot++) if (this.isLive(slot)) this.generations[slot]++;
    this.live.fill(0);
    this.freeSlots = [];
    this.slots = 0;
    this.sizeNow = 0;
    this.columns.clear();
    this.repeats.clear();
  }

  /** The slot of a run by its id in any case, with or without braces; -1 if it is not here. */
  public slotOf(id: string): number { return this.columns.ids.find(id); }
  public isLive(slot: number): boolean { return slot < this.slots && this.live[slot] === 1; }
  /** Grows when the slot's run goes: a (slot, generation) that was kept is stale if this differs. */
  public generation(slot: number): number { return this.generations[slot] ?? 0; }
  public id(slot: number): string { return this.columns.ids.id(slot); }
  /** True if the run's id is no GUID. */
  public hasTextId(slot: number): boolean { return this.columns.ids.isText(slot); }
  /** Orders two live slots by their ids. */
  public compareIds(a: number, b: number): number { return this.columns.ids.compare(a, b); }
  /** The whole run again, for a panel or a tooltip. */
  public run(slot: number): Run { return this.columns.read(slot); }
  /** "" for a root run. */
  public parentId(slot: number): string { return this.columns.parentId(slot); }
  /** A number for the parent's id, equal for runs with the same parent; 0 for a root run. */
  public parentIndex(slot: number): number { return this.columns.parent.at(slot); }

  /** What a row is called: the flow's name, else the run's, else the beginning of the id. */
  public title(slot: number): string {
    const flow = this.references.reference(this.flow[slot]).name;
    return flow || this.strings.text(this.name[slot]) || this.id(slot).slice(0, 8);
  }

  /** What is odd about the rows; relations between runs are the forest's to report. */
  public problems(): readonly ProblemCount[] {
    if (this.problemsAt?.version === this.changes) return this.problemsAt.list;
    const tally = new ProblemTally();
    this.repeats.addTo(tally, (slot) => this.id(slot));
    for (let slot = 0; slot < this.slots; slot++) {
      const bits = this.columns.problems[slot];
      if (bits !== 0) tally.addBits(bits, this.id(slot));
    }
    this.problemsAt = { version: this.changes, list: tally.list() };
    return this.problemsAt.list;
  }

  /** From the first wait or start to the last end; an open run counts with its beginning only. Null if no run has a time. */
  public extent(): { fromMs: EpochMs; toMs: EpochMs } | null {
    let first = Infinity;
    let last = -Infinity;
    for (let slot = 0; slot < this.slots; slot++) {
      const from = this.fromMs[slot];
      if (this.live[slot] === 0 || Number.isNaN(from)) continue;
      const waitFrom = this.waitFromMs[slot];
      const to = this.toMs[slot];
      first = Math.min(first, Number.isNaN(waitFrom) ? from : waitFrom);
      last = Math.max(last, to === Infinity ? from : to);
    }
    return first <= last ? { fromMs: epochMs(first), toMs: epochMs(last) } : null;
  }

  /** Gives every row of a load its slot (-1 without an id) and finds which row of each slot counts. */
  private enter(rows: readonly ParsedRow[]): Load {
    const slotOfRow = new Int32Array(rows.length).fill(-1);
    const winner = new Int32Array(this.slots + rows.length);
    const surplus = new Map<number, number>();
    const nameless: ParsedRow[] = [];
    rows.forEach((row, index) => {
      const { id } = row.run;
      if (id === "") {
        nameless.push(row);
        return;
      }
      const known = this.columns.ids.find(id);
      const slot = known >= 0 ? known : this.allocate(id);
      slotOfRow[index] = slot;
      const rival = winner[slot];
      if (rival > 0) surplus.set(slot, (surplus.get(slot) ?? 0) + 1);
      if (rival === 0 || !isOlder(row.run, rows[rival - 1].run)) winner[slot] = index + 1;
    });
    return { slotOfRow, winner, surplus, nameless };
  }

  private allocate(id: string): number {
    const slot = this.freeSlots.pop() ?? this.slots++;
    if (slot >= this.columns.capacity) this.grow(Math.max(FIRST_CAPACITY, this.columns.capacity * 2));
    this.columns.ids.put(slot, id);
    return slot;
  }

  private grow(capacity: number): void {
    this.columns.grow(capacity);
    const live = new Uint8Array(capacity);
    live.set(this.live);
    this.live = live;
    const generations = new Uint32Array(capacity);
    generations.set(this.generations);
    this.generations = generations;
  }

  private removeUnless(winner: Int32Array): number {
    let removed = 0;
    for (let slot = 0; slot < this.slots; slot++) {
      if (this.live[slot] === 0 || winner[slot] > 0) continue;
      this.live[slot] = 0;
      this.generations[slot]++;
      this.columns.erase(slot);
      this.repeats.setSurplus(slot, 0);
      this.freeSlots.push(slot);
      removed++;
    }
    this.sizeNow -= removed;
    return removed;
  }
}

/** What one load of rows is to the store. `winner`: by slot, 1 + the row that counts, or 0. `surplus`: further rows of a slot. */
interface Load {
  readonly slotOfRow: Int32Array;
  readonly winner: Int32Array;
  readonly surplus: ReadonlyMap<number, number>;
  readonly nameless: readonly ParsedRow[];
}
