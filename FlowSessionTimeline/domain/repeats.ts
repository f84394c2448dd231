import { ParsedRow } from "./parseRun";
import { ProblemTally } from "./problemTally";

/**
 * Rows that do not become a run of their own: those that repeat an id within one load, and those without an id.
 * Both are remembered by what they are, so that reading the same rows again counts nothing twice.
 */
export class Repeats {
  private readonly surplus = new Map<number, number>();
  private readonly nameless = new Set<string>();

  /** Remembers how many surplus rows a run had in the load that was just read; true if that is news. */
  public setSurplus(slot: number, rows: number): boolean {
    if ((this.surplus.get(slot) ?? 0) === rows) return false;
    if (rows === 0) this.surplus.delete(slot);
    else this.surplus.set(slot, rows);
    return true;
  }

  /** Remembers the rows without an id of one load; true if that is news. `all`: it was the whole list, so others are gone. */
  public setNameless(rows: readonly ParsedRow[], all: boolean): boolean {
    const before = new Set(this.nameless);
    if (all) this.nameless.clear();
    const inThisLoad = new Map<string, number>();
    for (const { run } of rows) {
      const content = JSON.stringify(run);
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
