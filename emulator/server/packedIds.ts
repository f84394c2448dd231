/** GUIDs of a table's rows, 16 bytes each: four words of 32 bits. */

const GUID = /^\{?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\}?$/i;
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export type IdWords = readonly [number, number, number, number];

/** @returns the four words of a GUID, with or without braces, in any case; null for any other text. */
export function idWords(id: string): IdWords | null {
  const match = GUID.exec(id);
  if (!match) return null;
  const digits = match.slice(1).join("");
  const word = (place: number): number => Number.parseInt(digits.slice(place * 8, place * 8 + 8), 16);
  return [word(0), word(1), word(2), word(3)];
}

const bytes = (word: number): [string, string, string, string] =>
  [hex[word >>> 24] ?? "", hex[(word >>> 16) & 255] ?? "", hex[(word >>> 8) & 255] ?? "", hex[word & 255] ?? ""];

function idText([first, second, third, fourth]: IdWords): string {
  const [a, b, c, d] = bytes(second);
  const [e, f, g, h] = bytes(third);
  return `${bytes(first).join("")}-${a}${b}-${c}${d}-${e}${f}-${g}${h}${bytes(fourth).join("")}`;
}

export class PackedIds {
  private words = new Uint32Array(0);

  reserve(rows: number): void {
    if (rows * 4 <= this.words.length) return;
    const grown = new Uint32Array(rows * 4);
    grown.set(this.words);
    this.words = grown;
  }

  /** @throws TypeError if the id is no GUID. */
  set(row: number, id: string): void {
    const words = idWords(id);
    if (!words) throw new TypeError(`the id of a row must be a GUID, not "${id}"`);
    this.words.set(words, row * 4);
  }

  setWords(row: number, first: number, second: number, third: number, fourth: number): void {
    const at = row * 4;
    this.words[at] = first;
    this.words[at + 1] = second;
    this.words[at + 2] = third;
    this.words[at + 3] = fourth;
  }

  copy(from: number, to: number): void {
    this.words.copyWithin(to * 4, from * 4, from * 4 + 4);
  }

  /** A lower-case GUID without braces. */
  get(row: number): string {
    return idText(this.wordsAt(row));
  }

  wordsAt(row: number): IdWords {
    const at = row * 4;
    const { words } = this;
    return [words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0, words[at + 3] ?? 0];
  }

  equals(row: number, [first, second, third, fourth]: IdWords): boolean {
    const at = row * 4;
    const { words } = this;
    return words[at + 3] === fourth && words[at + 2] === third && words[at + 1] === second && words[at] === first;
  }

  /** @returns whether a row's id is one of these: nearly every other is told by the last bits alone. */
  oneOf(wanted: readonly IdWords[]): (row: number) => boolean {
    const { words } = this;
    const ends = new Uint8Array(0x10000);
    for (const [, , , last] of wanted) ends[last & 0xffff] = 1;
    return row => ends[words[row * 4 + 3] & 0xffff] === 1 && wanted.some(id => this.equals(row, id));
  }

  /** The empty GUID, which stands for none. */
  isEmpty(row: number): boolean {
    return this.equals(row, [0, 0, 0, 0]);
  }

  /** The order of the ids' texts. */
  compare(left: number, right: number): number {
    const { words } = this;
    for (let place = 0; place < 4; place++) {
      const difference = (words[left * 4 + place] ?? 0) - (words[right * 4 + place] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  compareWith(row: number, other: IdWords): number {
    for (let place = 0; place < 4; place++) {
      const difference = (this.words[row * 4 + place] ?? 0) - (other[place] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** Spreads ids over 32 bits; ids that count up differ in one word only. */
  hash(row: number): number {
    return hashOf(this.wordsAt(row));
  }
}

export function hashOf(words: IdWords): number {
  let hash = 0x9e3779b9;
  for (const word of words) {
    hash = Math.imul(hash ^ word, 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
