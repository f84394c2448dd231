import { invariant } from "../base/assert";
import { hashText, ID_WORDS, normaliseId, packGuid, unpackGuid } from "./recordId";

const FIRST_CAPACITY = 64;

/** A home cell for four words; GUIDs of one server share most of their digits, so all words take part. */
function mix(words: Uint32Array, at: number): number {
  let hash = Math.imul(words[at], 0x9e3779b1) ^ Math.imul(words[at + 1], 0x85ebca6b);
  hash ^= Math.imul(words[at + 2], 0xc2b2ae35) ^ Math.imul(words[at + 3], 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/**
 * Finds an index by record id and back: 16 bytes per id and an open-addressing hash, no object per id.
 * Ids that are no GUIDs are packed as a hash, their texts kept aside, so that two of them never pass for one.
 */
export class IdIndex {
  private words = new Uint32Array(FIRST_CAPACITY * ID_WORDS);
  /** index + 1 in the cell where its probing ended; 0 is an empty cell. */
  private cells = new Int32Array(FIRST_CAPACITY * 2);
  private readonly texts = new Map<number, string>();
  private count = 0;
  private readonly sought = new Uint32Array(ID_WORDS);

  /** The index of the id (any case, braces allowed), or -1. */
  public find(id: string): number {
    const text = this.seek(id);
    const mask = this.cells.length - 1;
    for (let cell = mix(this.sought, 0) & mask; ; cell = (cell + 1) & mask) {
      const index = this.cells[cell] - 1;
      if (index < 0) return -1;
      if (this.holds(index, text)) return index;
    }
  }

  /** Enters an id that `find` does not know under an index that is not in use. */
  public put(index: number, id: string): void {
    const text = this.seek(id);
    this.reserve(index);
    this.words.set(this.sought, index * ID_WORDS);
    if (text !== undefined) this.texts.set(index, text);
    this.count++;
    if (this.count * 4 > this.cells.length * 3) this.widen();
    this.place(index);
  }

  /** Takes an index out, closing the gap in its run of cells so that no tombstones gather. */
  public remove(index: number): void {
    const mask = this.cells.length - 1;
    let gap = mix(this.words, index * ID_WORDS) & mask;
    while (this.cells[gap] !== index + 1) {
      invariant(this.cells[gap] !== 0, "an index that is removed was entered");
      gap = (gap + 1) & mask;
    }
    for (let cell = (gap + 1) & mask; this.cells[cell] !== 0; cell = (cell + 1) & mask) {
      const home = mix(this.words, (this.cells[cell] - 1) * ID_WORDS) & mask;
      if (((cell - home) & mask) < ((cell - gap) & mask)) continue;
      this.cells[gap] = this.cells[cell];
      gap = cell;
    }
    this.cells[gap] = 0;
    this.texts.delete(index);
    this.count--;
  }

  /** The normalised id that was entered under the index. */
  public id(index: number): string {
    return this.texts.get(index) ?? unpackGuid(this.words, index * ID_WORDS);
  }

  /** True if the id under the index is no GUID. */
  public isText(index: number): boolean {
    return this.texts.has(index);
  }

  /** Orders two indices by their ids, as texts. */
  public compare(a: number, b: number): number {
    if (this.texts.size > 0 && (this.texts.has(a) || this.texts.has(b))) {
      const [idA, idB] = [this.id(a), this.id(b)];
      return idA < idB ? -1 : idA > idB ? 1 : 0;
    }
    for (let word = 0; word < ID_WORDS; word++) {
      const difference = this.words[a * ID_WORDS + word] - this.words[b * ID_WORDS + word];
      if (difference !== 0) return difference;
    }
    return 0;
  }

  public clear(): void {
    this.words = new Uint32Array(FIRST_CAPACITY * ID_WORDS);
    this.cells = new Int32Array(FIRST_CAPACITY * 2);
    this.texts.clear();
    this.count = 0;
  }

  /** Packs the id into `sought`; gives its text back if it is no GUID. */
  private seek(id: string): string | undefined {
    if (packGuid(id, this.sought)) return undefined;
    const text = normaliseId(id);
    if (packGuid(text, this.sought)) return undefined;
    hashText(text, this.sought);
    return text;
  }

  private holds(index: number, text: string | undefined): boolean {
    for (let word = 0; word < ID_WORDS; word++) if (this.words[index * ID_WORDS + word] !== this.sought[word]) return false;
    return this.texts.get(index) === text;
  }

  private place(index: number): void {
    const mask = this.cells.length - 1;
    let cell = mix(this.words, index * ID_WORDS) & mask;
    while (this.cells[cell] !== 0) cell = (cell + 1) & mask;
    this.cells[cell] = index + 1;
  }

  private widen(): void {
    const entered = this.cells;
    this.cells = new Int32Array(entered.length * 2);
    for (const entry of entered) if (entry !== 0) this.place(entry - 1);
  }

  private reserve(index: number): void {
    if ((index + 1) * ID_WORDS <= this.words.length) return;
    const larger = new Uint32Array(Math.max(this.words.length * 2, (index + 1) * ID_WORDS));
    larger.set(this.words);
    this.words = larger;
  }
}
