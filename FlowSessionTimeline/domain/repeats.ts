import { ProblemTally } from "./problemTally";

/**
 * Rows that do not become a run of their own: those that repeat an id within one load, and those without an id.
 * Both are remembered by what they are, so that reading the same rows again counts nothing twice.
 */
export class Repeats {
  private readonly surplus = new Map<number, number>();
  private readonly nameless = new Set<string>();

  /** Remembers how many surplus rows each run had in the load that was just read; true if that is news. `isNamed`: the load named the slot. */
  public setSurplus(surplus: ReadonlyMap<number, number>, isNamed: (slot: number) => boolean): boolean {
    let isNews = false;
    for (const slot of this.surplus.keys()) if (isNamed(slot) && !surplus.has(slot)) isNews = this.surplus.delete(slot);
    for (const [slot, rows] of surplus) {
      if (this.surplus.get(slot) === rows) continue;
      this.surplus.set(slot, rows);
      isNews = true;
    }
    return isNews;
  }

  /** The slot's run is gone; true if it was repeated. */
  public remove(slot: number): boolean {
    return this.surplus.delete(slot);
  }

  /** Remembers the rows without an id of one load by their contents; true if that is news. `all`: it was the whole list, so others are gone. */
  public setNameless(contents: readonly string[], all: boolean): boolean {
    if (contents.length === 0 && (this.nameless.size === 0 || !all)) return false;
    const before = new Set(this.nameless);
    if (all) this.nameless.clear();
    const inThisLoad = new Map<string, number>();
    for (const content of contents) {
      const nth = (inThisLoad.get(content) ?? 0) + 1;
      inThisLoad.set(content, nth);
      this.nameless.add(`${nth} ${content}`);
    }
    return before.size !== this.nameless.size || [...this.nameless].some((row) => !before.has(row));
  }

  public addTo(tally: ProblemTally, idOf: (slot: number) => string): void {
    if (this.nameless.size > 0) tally.add("missingId", "", this.nameless.size);
    for (const [slot, rows] of this.surplus) tally.add("repeatedId", idOf(slot), rows);
  }

  public clear(): void {
    this.surplus.clear();
    this.nameless.clear();
  }
}
