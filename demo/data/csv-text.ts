/** Bytes to text: what spreadsheet programs save, and a refusal of what is no text. */

export type DecodedText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** UTF-8 or UTF-16 with or without a byte order mark, else Windows-1252, as Excel saves "CSV". */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  const text = utf16 ? new TextDecoder(utf16).decode(bytes) : decodeNarrow(bytes);
  // Control characters other than tab and line ends do not occur in a CSV.
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return { ok: false, message: "This is not a text file. Save the data as CSV (text with a header line) and try again." };
  return { ok: true, text };
}

function decodeNarrow(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
