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
/** Where each of the 32 hex digits of a GUID stands. */
const DIGIT_AT = Array.from({ length: GUID_LENGTH }, (_, at) => at).filter((at) => ![8, 13, 18, 23].includes(at));

/** -1 for what is no hex digit. */
function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** Packs a GUID without braces into four words; false (and undefined words) if the text is none. */
export function packGuid(text: string, words: Uint32Array): boolean {
  if (text.length !== GUID_LENGTH) return false;
  if (text[8] !== "-" || text[13] !== "-" || text[18] !== "-" || text[23] !== "-") return false;
  for (let digit = 0; digit < DIGIT_AT.length; digit++) {
    const value = hexDigit(text.charCodeAt(DIGIT_AT[digit]));
    if (value < 0) return false;
    const word = digit >> 3;
    words[word] = ((digit & 7) === 0 ? 0 : words[word] << 4) | value;
  }
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
  const hex = Array.from(words.subarray(offset, offset + ID_WORDS), hexWord).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
