/** A column of table indices, kept in the narrowest array that can hold the largest of them. */
export class IndexColumn {
  private values: Uint8Array | Uint16Array | Uint32Array = new Uint8Array(0);

  public at(slot: number): number {
    return this.values[slot];
  }

  /** Writes an index; true if that changed the cell. */
  public put(slot: number, index: number): boolean {
    if (index > 0xff && this.values.BYTES_PER_ELEMENT === 1) this.values = Uint16Array.from(this.values);
    if (index > 0xffff && this.values.BYTES_PER_ELEMENT === 2) this.values = Uint32Array.from(this.values);
    if (this.values[slot] === index) return false;
    this.values[slot] = index;
    return true;
  }

  public grow(capacity: number): void {
    const kind = this.values.BYTES_PER_ELEMENT;
    const larger = kind === 1 ? new Uint8Array(capacity) : kind === 2 ? new Uint16Array(capacity) : new Uint32Array(capacity);
    larger.set(this.values);
    this.values = larger;
  }
}
