import { invariant } from "../base/assert";
import { moved } from "./column";
import { IndexColumn } from "./indexColumn";

/** A load has two marks: this one for slots that it has named, the next for those that it has taken. */
const STEP = 2;
const LAST_MARK = 254;

/** Which slots hold runs, and which of them the load under way has named. A slot that is used again has a higher generation. */
export class RunSlots {
  /** 1 for slots that hold a run. */
  public live = new Uint8Array(0);
  /** How many runs there are. */
  public size = 0;
  /** Slots below this were used. */
  public count = 0;
  /** Survives `clear`, so that a reference to a run of before is never mistaken for one of after. */
  private readonly generations = new IndexColumn();
  /** By slot: what the last load that came upon it has left there. */
  private marks = new Uint8Array(0);
  private mark = 0;
  private loads = 0;
  private free: number[] = [];

  public isLive(slot: number): boolean { return slot < this.count && this.live[slot] === 1; }
  public generation(slot: number): number { return this.generations.at(slot) ?? 0; }

  /** Begins a load, of which no slot is named yet. @returns its number, for `goOn` */
  public begin(): number {
    this.mark += STEP;
    if (this.mark >= LAST_MARK) {
      this.marks.fill(0);
      this.mark = STEP;
    }
    return ++this.loads;
  }

  /** Two loads may not be under way at once: the older one has to be dropped when the newer one begins. */
  public goOn(load: number): void {
    invariant(load === this.loads, "a load that was dropped does not go on");
  }

  /** The load has come upon a slot; true if for the first time. */
  public name(slot: number): boolean {
    if (this.isNamed(slot)) return false;
    this.marks[slot] = this.mark;
    return true;
  }

  public isNamed(slot: number): boolean { return this.marks[slot] === this.mark || this.isNew(slot); }
  /** True if the load before has named the slot, and the one under way has not yet; where marks began anew, it is not known and false. */
  public wasNamed(slot: number): boolean {
    const before = this.mark - STEP;
    return before > 0 && (this.marks[slot] === before || this.marks[slot] === before + 1);
  }

  /** True if the load under way has brought the run. */
  public isNew(slot: number): boolean { return this.marks[slot] === this.mark + 1; }

  /** A slot for another run; there must be room for it. */
  public take(): number {
    const slot = this.free.pop() ?? this.count++;
    this.live[slot] = 1;
    this.marks[slot] = this.mark + 1;
    this.size++;
    return slot;
  }

  /** All slots up to one, none of which was used before: there must be room for them. */
  public takeAll(to: number): void {
    this.live.fill(1, this.count, to);
    this.marks.fill(this.mark + 1, this.count, to);
    this.size += to - this.count;
    this.count = to;
  }

  public release(slot: number): void {
    this.live[slot] = 0;
    this.age(slot);
    this.free.push(slot);
    this.size--;
  }

  public grow(capacity: number): void {
    this.live = moved(this.live, new Uint8Array(capacity));
    this.marks = moved(this.marks, new Uint8Array(capacity));
    this.generations.grow(capacity);
  }

  public clear(): void {
    for (let slot = 0; slot < this.count; slot++) if (this.live[slot] === 1) this.age(slot);
    this.live.fill(0);
    this.marks.fill(0);
    this.loads++;
    this.free = [];
    this.count = 0;
    this.size = 0;
  }

  private age(slot: number): void {
    this.generations.put(slot, this.generations.at(slot) + 1);
  }
}
