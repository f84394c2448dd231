/** Finds a row by its id: open addressing over row numbers, filled when first asked. */
import { hashOf, type IdWords, type PackedIds } from "./packedIds";

const FREE = 0;
const DELETED = 0xffffffff;

export class IdIndex {
  /** Row number plus one, FREE or DELETED. */
  private slots = new Uint32Array(16);
  private used = 0;
  private indexed = 0;

  constructor(private readonly ids: PackedIds) {}

  /** @returns the row, -1 if there is none. @param rowCount rows of the table now; new ones are indexed first. @throws Error if two rows share an id. */
  find(words: IdWords, rowCount: number): number {
    this.catchUp(rowCount);
    const slot = this.slotOf(words);
    return slot < 0 ? -1 : (this.slots[slot] ?? 0) - 1;
  }

  /** The row leaves, and the last row takes its place. Call before the ids move. */
  replaceByLast(row: number, rowCount: number): void {
    this.catchUp(rowCount);
    const last = rowCount - 1;
    this.slots[this.slotOfRow(row)] = DELETED;
    if (last !== row) this.slots[this.slotOfRow(last)] = row + 1;
    this.indexed = last;
  }

  private catchUp(rowCount: number): void {
    if (this.indexed === rowCount) return;
    if ((this.used + rowCount - this.indexed) * 2 > this.slots.length) {
      this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(rowCount * 2 + 16)));
      this.used = 0;
      this.indexed = 0;
    }
    for (let row = this.indexed; row < rowCount; row++) this.insert(row);
    this.indexed = rowCount;
  }

  private insert(row: number): void {
    const mask = this.slots.length - 1;
    let slot = this.ids.hash(row) & mask;
    for (let entry = this.slots[slot]; entry !== FREE; entry = this.slots[slot]) {
      if (entry !== undefined && entry !== DELETED && this.ids.compare(entry - 1, row) === 0) throw new Error(`two rows have the id ${this.ids.get(row)}`);
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = row + 1;
    this.used++;
  }

  private slotOf(words: IdWords): number {
    return this.probe(hashOf(words), row => this.ids.equals(row, words));
  }

  private slotOfRow(row: number): number {
    return this.probe(this.ids.hash(row), other => other === row);
  }

  private probe(hash: number, isWanted: (row: number) => boolean): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let entry = this.slots[slot]; entry !== FREE; entry = this.slots[slot]) {
      if (entry !== undefined && entry !== DELETED && isWanted(entry - 1)) return slot;
      slot = (slot + 1) & mask;
    }
    return -1;
  }
}
