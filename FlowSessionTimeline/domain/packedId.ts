import { hashText, ID_WORDS, normaliseId, packGuid } from "./recordId";

/** An id as an index keeps it, to be set again for each row: a GUID in four words; any other text as its hash, with the text beside it. */
export class PackedId {
  public readonly words = new Uint32Array(ID_WORDS);
  /** The normalised text of an id that is no GUID. */
  public text: string | undefined;
  /** True if there is no id: "" or blanks. */
  public isNone = true;

  /** Holds no id. */
  public clear(): void {
    this.text = "";
    this.isNone = true;
  }

  /** Takes an id in any case, with or without braces. */
  public set(raw: string): void {
    this.text = undefined;
    this.isNone = false;
    if (packGuid(raw, this.words)) return;
    const text = normaliseId(raw);
    if (packGuid(text, this.words)) return;
    hashText(text, this.words);
    this.text = text;
    this.isNone = text === "";
  }
}
