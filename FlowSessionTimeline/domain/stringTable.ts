/** Distinct texts, each kept once and named by a number; index 0 is "". */
export class StringTable {
  private texts: string[] = [""];
  private indices = new Map<string, number>([["", 0]]);

  /** How many distinct texts there are, "" included. */
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

  public clear(): void {
    this.texts = [""];
    this.indices = new Map([["", 0]]);
  }
}
