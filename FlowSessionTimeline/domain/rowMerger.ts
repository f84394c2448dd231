import { Work } from "../base/work";
import { GROWTH } from "./column";
import { PackedId } from "./packedId";
import { isOlder } from "./reading";
import { removeRun } from "./removeRuns";
import { RestOfRows } from "./restOfRows";
import { ROWS_PER_STEP } from "./rowBlock";
import { RowPlacer } from "./rowPlacer";
import { PartedRows, RowSource } from "./rowSource";
import { RunDraft } from "./runDraft";
import { makeRoom, StoreParts } from "./storeParts";

/** Slots looked at between two looks at the clock. */
const SLOTS_PER_STEP = 16_384;
const FIRST_CAPACITY = 64;

/** Takes rows into a store, from which nothing may be left to read then; `RunStore.mergeInSlices` says how. */
export class RowMerger {
  private readonly load: number;
  /** By slot: of the rows that differ from what is stored, the one that counts. */
  private readonly pending = new Map<number, RunDraft>();
  /** By slot: how many rows repeat it. */
  private readonly surplus = new Map<number, number>();
  /** Contents of rows without an id. */
  private readonly nameless: string[] = [];
  /** The highest `modifiedon` of the rows that were read in full. */
  private newestMs = -Infinity;
  /** A list is mostly in the order in which it came before. */
  private lastSlot = -1;

  public constructor(private readonly parts: StoreParts) {
    this.load = parts.slots.begin();
  }

  /** @param first rows below it were placed into an empty store */
  public *run(rows: RowSource, absent: "keep" | "remove", first = 0): Work<void> {
    const { slots, columns, repeats, changes, tables } = this.parts;
    // Asked once: it goes through three objects to the host's list.
    const { length } = rows;
    changes.seal();
    // A first load fills an empty store: room is made once. Later ones bring few new runs.
    if (slots.size === 0) makeRoom(this.parts, length);
    const draft = new RunDraft();
    for (let row = first; row < length; row++) {
      if (row % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield* this.pause();
      if (rows.seek(row, draft)) this.take(rows, draft);
    }
    let written = 0;
    for (const [slot, row] of this.pending) {
      const isNewer = slots.isNew(slot) || !isOlder(row, columns.times.reading(slot));
      if (isNewer && !columns.equals(slot, row)) this.update(slot, row);
      if (++written % ROWS_PER_STEP === 0) yield* this.pause();
    }
    if (absent === "remove" && first === 0) yield* this.removeUnnamed();
    if (rows.isOneFetch) this.parts.stamps.readWith(this.newestMs);
    if (tables.references.settle()) changes.anything();
    const isNews = repeats.setSurplus(this.surplus, (slot) => slots.isNamed(slot));
    if (repeats.setNameless(this.nameless, absent === "remove") || isNews) changes.notes();
    changes.seal();
  }

  /** The same, but a first load is only placed (rowPlacer.ts), up to a row that cannot be: that one and those after it are read in full. */
  public *place(rows: PartedRows, absent: "keep" | "remove", rest: RestOfRows): Work<void> {
    const placed = this.parts.slots.count === 0 ? yield* new RowPlacer(this.parts, rest, this.load).run(rows) : 0;
    if (placed < rows.length) yield* rest.finish();
    yield* this.run(rows, absent, placed);
  }

  private *pause(): Work<void> {
    this.parts.changes.seal();
    yield;
    this.parts.slots.goOn(this.load);
  }

  /** New runs are stored at once; what differs from a stored run waits until all rows are known, for a later row may count. */
  private take(rows: RowSource, row: RunDraft): void {
    const { columns, slots, stamps } = this.parts;
    const slot = this.slotOf(row.id);
    if (slot >= 0) {
      columns.expect(slot, row);
      if (stamps.covers(row.modifiedOn) && slots.wasNamed(slot) && rows.repeats(row)) return void slots.name(slot);
    }
    rows.read(row);
    if (row.modifiedOn > this.newestMs) this.newestMs = row.modifiedOn;
    if (row.id.isNone) this.nameless.push(row.content());
    else if (slot < 0) this.add(row);
    else this.compare(slot, row);
  }

  /** -1 for a run that is not stored, and for none. */
  private slotOf(id: PackedId): number {
    if (id.isNone) return -1;
    const { slots, tables } = this.parts;
    const next = this.lastSlot + 1;
    const slot = slots.isLive(next) && tables.ids.holds(next, id) ? next : tables.ids.findPacked(id);
    if (slot >= 0) this.lastSlot = slot;
    return slot;
  }

  private compare(slot: number, row: RunDraft): void {
    const { slots, columns } = this.parts;
    const isFirst = slots.name(slot);
    if (!isFirst) this.surplus.set(slot, (this.surplus.get(slot) ?? 0) + 1);
    const rival = this.pending.get(slot);
    if (rival !== undefined ? !isOlder(row, rival) : !columns.equals(slot, row) && (isFirst || !isOlder(row, columns.times.reading(slot)))) this.pending.set(slot, row.copy());
  }

  private add(row: RunDraft): void {
    const { tables, slots, columns, changes, extent } = this.parts;
    if (slots.size === slots.count && slots.count === columns.capacity) makeRoom(this.parts, Math.max(FIRST_CAPACITY, columns.capacity * GROWTH));
    const slot = slots.take();
    tables.ids.put(slot, row.id);
    tables.parents.setSlot(slot, slot);
    columns.write(slot, row);
    extent.include(columns.times, slot);
    changes.slot(slot, true);
    if (row.problems !== 0) changes.notes();
  }

  private update(slot: number, row: RunDraft): void {
    const { columns, changes, extent } = this.parts;
    const { times } = columns;
    const isMoved = columns.parent.at(slot) !== row.parent || times.isMoved(slot, row);
    if (columns.problems.at(slot) !== row.problems) changes.notes();
    extent.exclude(times, slot);
    columns.write(slot, row);
    extent.include(times, slot);
    changes.slot(slot, isMoved);
  }

  private *removeUnnamed(): Work<void> {
    const { slots } = this.parts;
    for (let slot = 0; slot < slots.count; slot++) {
      if (slot % SLOTS_PER_STEP === SLOTS_PER_STEP - 1) yield* this.pause();
      if (slots.live[slot] === 1 && !slots.isNamed(slot)) removeRun(this.parts, slot);
    }
  }
}
