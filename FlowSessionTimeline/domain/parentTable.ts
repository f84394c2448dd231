import { GROWTH, moved } from "./column";
import { IdIndex } from "./idIndex";
import { PackedId } from "./packedId";

const FIRST_CAPACITY = 64;

/** Distinct ids of parents, each named by a number; 0 is no parent. Knows in which slot each parent lies, so that nobody looks for it. */
export class ParentTable {
  private readonly ids = new IdIndex();
  private count = 1;
  /** By parent: the slot of its run, or -1 while it is not loaded. */
  private slots = new Int32Array(FIRST_CAPACITY).fill(-1);
  /** How many parents are not loaded. */
  private missing = 0;

  public constructor(private readonly runs: IdIndex) {}

  /** How many parents there are, 0 (no parent) included. */
  public get size(): number {
    return this.count;
  }

  /** Slots by parent, valid below `size`; to be read only. */
  public get slotOfParent(): Int32Array {
    return this.slots;
  }

  /** The number of the parent, which is entered if it is new. @param guess the number that it probably has */
  public indexOf(id: PackedId, guess: number): number {
    if (id.isNone) return 0;
    if (guess > 0 && this.ids.holds(guess, id)) return guess;
    const known = this.ids.findPacked(id);
    if (known >= 0) return known;
    const index = this.count++;
    this.ids.put(index, id);
    if (index >= this.slots.length) {
      this.slots = moved(this.slots, new Int32Array(Math.ceil(this.slots.length * GROWTH)).fill(-1));
    }
    this.slots[index] = this.runs.findPacked(id);
    if (this.slots[index] < 0) this.missing++;
    return index;
  }

  /** "" for no parent. */
  public id(index: number): string {
    return index === 0 ? "" : this.ids.id(index);
  }

  /** A run has come, or goes (`slot` -1); the index of runs still holds its id. */
  public setSlot(run: number, slot: number): void {
    if (slot < 0 ? this.count === 1 : this.missing === 0) return;
    const index = this.ids.findSame(this.runs, run);
    if (index < 0) return;
    this.missing += Number(slot < 0) - Number(this.slots[index] < 0);
    this.slots[index] = slot;
  }

  /** All runs from a slot up to another have come, each to the slot of its number. */
  public setSlots(from: number, to: number): void {
    for (let slot = from; this.missing > 0 && slot < to; slot++) this.setSlot(slot, slot);
  }

  public clear(): void {
    this.ids.clear();
    this.count = 1;
    this.missing = 0;
    this.slots = new Int32Array(FIRST_CAPACITY).fill(-1);
  }
}
