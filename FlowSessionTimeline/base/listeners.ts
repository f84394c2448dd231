/** Those who want to be told that something has changed. */
export class Listeners {
  private readonly all = new Set<() => void>();

  /** @returns how to stop */
  public add(listener: () => void): () => void {
    this.all.add(listener);
    return () => this.all.delete(listener);
  }

  /** Tells all who listen when it begins and still do when it is their turn: what one does may take another down. */
  public tell(): void {
    for (const listener of [...this.all]) if (this.all.has(listener)) listener();
  }

  public clear(): void {
    this.all.clear();
  }
}
