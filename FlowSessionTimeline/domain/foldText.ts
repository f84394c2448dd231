const ASCII = /^[\0-\x7f]*$/;

/** Text as a search sees it: without case and accents. */
export function foldText(text: string): string {
  // Most texts have no accents to take off.
  return ASCII.test(text) ? text.toLowerCase() : text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
