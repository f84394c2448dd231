import { foldText } from "./foldText";

/** Distinct texts, each kept once and named by a number; index 0 is "". */
export class StringTable {
  private texts: string[] = [""];
  private indices = new Map<string, number>([["", 0]]);
  /** As far as they were asked for. */
  private folded: string[] = [];

  /** Numbers of texts are below this. */
  public get size(): number {
    return this.texts.length;
  }

  /** The index of the text, which is entered if it is new. */
  public indexOf(text: string): number {
    const known = this.indices.get(text);
    if (known !== undefined) return known;
    const index = this.texts.push(text) - 1;
    this.indices.set(text, index);
    return index;
  }

  public text(index: number): string {
    return this.texts[index];
  }

  /** The text as a search sees it; folded once. To be asked for in ascending order, the first time. */
  public foldedText(index: number): string {
    while (this.folded.length <= index) this.folded.push(foldText(this.texts[this.folded.length]));
    return this.folded[index];
  }

  /** Lets go of the texts that nothing names any more. Their numbers are not given to other texts: what was kept by number stays right. */
  public keep(isUsed: Uint8Array): void {
    for (let index = 1; index < this.texts.length; index++) {
      if (isUsed[index] === 1 || this.texts[index] === "") continue;
      this.indices.delete(this.texts[index]);
      this.texts[index] = "";
      if (index < this.folded.length) this.folded[index] = "";
    }
  }

  public clear(): void {
    this.texts = [""];
    this.folded = [];
    this.indices = new Map([["", 0]]);
  }
}
