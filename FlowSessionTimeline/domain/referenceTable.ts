import { NO_REFERENCE, Reference } from "./run";

/** Distinct references, each kept once and named by a number; index 0 is NO_REFERENCE. */
export class ReferenceTable {
  private references: Reference[] = [NO_REFERENCE];
  private readonly byId = new Map<string, number>();
  private readonly byName = new Map<string, number>();
  /** What is known anew of references, until `settle`. */
  private readonly news = new Map<number, Reference>();

  /** How many distinct references there are, NO_REFERENCE included. */
  public get size(): number {
    return this.references.length;
  }

  /**
   * The index of the reference, which is entered if it is new. Equal ids are one reference, as are equal names without an id.
   * A later name (that is not just the id again) and a later table replace what was known, when the rows have settled: names change,
   * and some rows carry none.
   */
  public indexOf(reference: Reference): number {
    const { id, name } = reference;
    if (id === "" && name === "") return 0;
    const index = id === "" ? this.byName.get(name) : this.byId.get(id);
    if (index === undefined) return this.enter(reference);
    const known = this.newest(index);
    const newName = name === "" || name === id ? known.name || name : name;
    const newTable = reference.table || known.table;
    if (newName !== known.name || newTable !== known.table) this.news.set(index, { id, name: newName, table: newTable });
    return index;
  }

  /** True if this is what is known of the reference already. The id may be as the host writes it: if it is not normalised, it is not known. */
  public says(index: number, id: unknown, name: unknown, table: unknown): boolean {
    const known = this.newest(index);
    return known.name === name && known.table === table && known.id === id;
  }

  /** True if a row that calls the reference so says nothing new. */
  public isCalled(index: number, name: unknown, table: unknown): boolean {
    const known = this.newest(index);
    return known.name === name && known.table === table;
  }

  public reference(index: number): Reference {
    return this.references[index];
  }

  /** A text that tells this reference from all others in the table: `#id`, or `=name` where there is no id. */
  public key(index: number): string {
    const { id, name } = this.reference(index);
    return id === "" ? `=${name}` : `#${id}`;
  }

  /** Takes over the names that were given since the last call; true if a reference is now called otherwise. */
  public settle(): boolean {
    let changed = false;
    for (const [index, now] of this.news) {
      const old = this.references[index];
      if (now.name === old.name && now.table === old.table) continue;
      this.references[index] = now;
      changed = true;
    }
    this.news.clear();
    return changed;
  }

  public clear(): void {
    this.references = [NO_REFERENCE];
    this.byId.clear();
    this.byName.clear();
    this.news.clear();
  }

  private newest(index: number): Reference {
    const known = this.references[index];
    return this.news.size === 0 ? known : this.news.get(index) ?? known;
  }

  private enter(reference: Reference): number {
    const index = this.references.push(reference) - 1;
    if (reference.id === "") this.byName.set(reference.name, index);
    else this.byId.set(reference.id, index);
    return index;
  }
}
