import { sameValues } from "../base/sameValues";

/** Values remembered before the memory is emptied: rows of a long session must not pile up. */
const MAX_REMEMBERED = 1_000;

/** What was made for a row or a run, kept until what it was made from is another: a frame of scrolling makes only what comes into view. */
export class Remembered<Value> {
  private readonly values = new Map<number, { readonly value: Value; readonly second: number }>();
  private basis: readonly unknown[] = [];

  /** Forgets everything if one of what the values are made from is not the same as before. @returns true if all is the same */
  public rest(...basis: readonly unknown[]): boolean {
    if (sameValues(basis, this.basis)) return true;
    this.basis = basis;
    this.values.clear();
    return false;
  }

  /** Forgets the values of some keys. */
  public forget(isStale: (key: number) => boolean): void {
    for (const key of this.values.keys()) if (isStale(key)) this.values.delete(key);
  }

  /** @param second the second for which it holds, or -1 for what does not change with time */
  public of(key: number, second: number, make: () => Value): Value {
    const known = this.values.get(key);
    if (known?.second === second) return known.value;
    if (this.values.size >= MAX_REMEMBERED) this.values.clear();
    const value = make();
    this.values.set(key, { value, second });
    return value;
  }
}
