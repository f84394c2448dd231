const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** True for a GUID with dashes, in any case, with or without braces. */
export const isGuid = (text: string): boolean => GUID.test(text);

/** Trims, strips braces and lower-cases a GUID; any other text is only trimmed (hosts give GUIDs in all these forms). */
export function normaliseId(raw: string): string {
  const text = raw.trim();
  const guid = GUID.exec(text)?.[1];
  return guid === undefined ? text : guid.toLowerCase();
}

/** How many 32-bit words one packed id takes. */
export const ID_WORDS = 4;

const GUID_LENGTH = 36;
const DASH = 45;
/** What a character of ASCII is as a hex digit; for what is none, a number that turns every sum of shifted digits negative. */
const DIGITS = Int32Array.from({ length: 128 }, (_, code) => {
  const digit = parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? -0x10000 : digit;
});

/** Four digits as a number; negative if one of them is none. */
function hex4(text: string, at: number): number {
  const a = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  const c = text.charCodeAt(at + 2);
  const d = text.charCodeAt(at + 3);
  return (a | b | c | d) > 127 ? -1 : (DIGITS[a] << 12) | (DIGITS[b] << 8) | (DIGITS[c] << 4) | DIGITS[d];
}

/** Packs a GUID, with or without braces, into four words from an offset on; false (and words as they were) if the text is none. */
export function packGuid(text: string, words: Uint32Array, at = 0): boolean {
  const from = text.length === GUID_LENGTH ? 0 : text.length === GUID_LENGTH + 2 && text.startsWith("{") && text.endsWith("}") ? 1 : -1;
  if (from < 0) return false;
  const dashes = text.charCodeAt(from + 8) === DASH && text.charCodeAt(from + 13) === DASH;
  if (!dashes || text.charCodeAt(from + 18) !== DASH || text.charCodeAt(from + 23) !== DASH) return false;
  const a = hex4(text, from);
  const b = hex4(text, from + 4);
  const c = hex4(text, from + 9);
  const d = hex4(text, from + 14);
  const e = hex4(text, from + 19);
  const f = hex4(text, from + 24);
  const g = hex4(text, from + 28);
  const h = hex4(text, from + 32);
  if ((a | b | c | d | e | f | g | h) < 0) return false;
  words[at] = (a << 16) | b;
  words[at + 1] = (c << 16) | d;
  words[at + 2] = (e << 16) | f;
  words[at + 3] = (g << 16) | h;
  return true;
}

/** Four words of hash for an id that is no GUID. Equal words do not prove equal texts. */
export function hashText(text: string, words: Uint32Array): void {
  for (let word = 0; word < ID_WORDS; word++) {
    let hash = 0x811c9dc5 ^ Math.imul(word + 1, 0x9e3779b1);
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    words[word] = hash ^ (hash >>> 15);
  }
}

const hexWord = (word: number): string => word.toString(16).padStart(8, "0");

/** The lower-case GUID whose words begin at the offset. */
export function unpackGuid(words: Uint32Array, offset: number): string {
  const [second, third] = [hexWord(words[offset + 1]), hexWord(words[offset + 2])];
  return `${hexWord(words[offset])}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${hexWord(words[offset + 3])}`;
}
