import { ID_WORDS } from "./recordId";

const GUID_LENGTH = 36;
const DASHES: ReadonlySet<number> = new Set([8, 13, 18, 23]);
const PART = /^[0-9a-f-]{1,36}$/;
/** Digits of a word. */
const DIGITS = 8;

/** A part of a GUID's text, to be looked for in packed ids without writing them out. */
export class GuidPart {
  /** For each place where it may begin: which bits of the four words it takes, then what they must be. */
  private readonly places: Int32Array;

  /** @param text in lower case */
  public constructor(text: string) {
    const places: number[] = [];
    if (PART.test(text)) for (let start = 0; start + text.length <= GUID_LENGTH; start++) places.push(...bitsAt(text, start));
    this.places = Int32Array.from(places);
  }

  /** False if no GUID can hold it. */
  public get isPossible(): boolean {
    return this.places.length > 0;
  }

  /** Whether it occurs in the GUID whose words begin at the offset. */
  public occursIn(words: Uint32Array, at: number): boolean {
    const { places } = this;
    const a = words[at] | 0;
    const b = words[at + 1] | 0;
    const c = words[at + 2] | 0;
    const d = words[at + 3] | 0;
    for (let place = 0; place < places.length; place += 2 * ID_WORDS) {
      if ((a & places[place]) !== places[place + 4] || (b & places[place + 1]) !== places[place + 5]) continue;
      if ((c & places[place + 2]) === places[place + 6] && (d & places[place + 3]) === places[place + 7]) return true;
    }
    return false;
  }
}

/** Masks and values of the four words for a text that begins at a character of the GUID; nothing if its dashes stand elsewhere. */
function bitsAt(text: string, start: number): readonly number[] {
  const bits = new Int32Array(2 * ID_WORDS);
  let digit = start - [...DASHES].filter((dash) => dash < start).length;
  for (let i = 0; i < text.length; i++) {
    if (DASHES.has(start + i) !== (text[i] === "-")) return [];
    if (text[i] === "-") continue;
    const shift = 4 * (DIGITS - 1 - (digit % DIGITS));
    const word = Math.floor(digit / DIGITS);
    bits[word] |= 0xf << shift;
    bits[ID_WORDS + word] |= parseInt(text[i], 16) << shift;
    digit++;
  }
  return [...bits];
}
