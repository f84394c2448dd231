import { invariant } from "../base/assert";
import { GROWTH, moved } from "./column";
import { GuidPart } from "./guidPart";
import { PackedId } from "./packedId";
import { ID_WORDS, unpackGuid } from "./recordId";

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
  private readonly sought = new PackedId();

  /** The index of the id (any case, braces allowed), or -1. */
  public find(id: string): number {
    this.sought.set(id);
    return this.findPacked(this.sought);
  }

  public findPacked(id: PackedId): number {
    return this.seek(id.words, 0, id.text);
  }

  /** The index of the id that another table holds under an index, or -1. */
  public findSame(other: IdIndex, index: number): number {
    return this.seek(other.words, index * ID_WORDS, other.texts.get(index));
  }

  /** True if the id was entered under the index. */
  public holds(index: number, id: PackedId): boolean {
    return this.isSame(index, id.words, 0, id.text);
  }

  /** Enters an id that `find` does not know under an index that is not in use. */
  public put(index: number, id: PackedId): void {
    if ((index + 1) * ID_WORDS > this.words.length) this.reserve(Math.ceil((index + 1) * GROWTH));
    const { words } = this;
    const at = index * ID_WORDS;
    words[at] = id.words[0];
    words[at + 1] = id.words[1];
    words[at + 2] = id.words[2];
    words[at + 3] = id.words[3];
    if (id.text !== undefined) this.texts.set(index, id.text);
    this.place(index);
  }

  /** Writes packed GUIDs under an index and those after it, none of which is in use, and for which there is room; nothing finds them before `enterAll`. */
  public writeAll(index: number, words: Uint32Array): void {
    this.words.set(words, index * ID_WORDS);
  }

  /** Enters the GUIDs that were written under the indices from one up to another. @returns the first that is known already: it is not entered, nor are those after it */
  public enterAll(from: number, to: number): number {
    const { words, cells } = this;
    const mask = cells.length - 1;
    for (let index = from; index < to; index++) {
      const at = index * ID_WORDS;
      let cell = mix(words, at) & mask;
      for (; cells[cell] !== 0; cell = (cell + 1) & mask) if (this.isSame(cells[cell] - 1, words, at, undefined)) return index;
      cells[cell] = index + 1;
    }
    return to;
  }

  /** Makes room for so many ids at once, so that it need not be made again and again. */
  public reserve(size: number): void {
    if (size * ID_WORDS > this.words.length) this.words = moved(this.words, new Uint32Array(size * ID_WORDS));
    let cells = this.cells.length;
    while (size * 4 > cells * 3) cells *= 2;
    if (cells === this.cells.length) return;
    const entered = this.cells;
    this.cells = new Int32Array(cells);
    for (const entry of entered) if (entry !== 0) this.place(entry - 1);
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
  }

  /** The normalised id that was entered under the index. */
  public id(index: number): string {
    return this.texts.get(index) ?? unpackGuid(this.words, index * ID_WORDS);
  }

  /** True if the id under the index is no GUID. */
  public isText(index: number): boolean {
    return this.texts.size > 0 && this.texts.has(index);
  }

  /** True if a part of a GUID occurs in the id, which must be one. */
  public includes(index: number, part: GuidPart): boolean {
    return part.occursIn(this.words, index * ID_WORDS);
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
  }

  private seek(words: Uint32Array, at: number, text: string | undefined): number {
    const mask = this.cells.length - 1;
    for (let cell = mix(words, at) & mask; ; cell = (cell + 1) & mask) {
      const index = this.cells[cell] - 1;
      if (index < 0) return -1;
      if (this.isSame(index, words, at, text)) return index;
    }
  }

  private isSame(index: number, words: Uint32Array, at: number, text: string | undefined): boolean {
    const own = index * ID_WORDS;
    if (this.words[own] !== words[at] || this.words[own + 1] !== words[at + 1]) return false;
    if (this.words[own + 2] !== words[at + 2] || this.words[own + 3] !== words[at + 3]) return false;
    return this.texts.size === 0 ? text === undefined : this.texts.get(index) === text;
  }

  private place(index: number): void {
    const mask = this.cells.length - 1;
    let cell = mix(this.words, index * ID_WORDS) & mask;
    while (this.cells[cell] !== 0) cell = (cell + 1) & mask;
    this.cells[cell] = index + 1;
  }
}
