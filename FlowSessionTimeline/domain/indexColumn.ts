/** A column of table indices, kept in the narrowest array that can hold the largest of them. */
export class IndexColumn {
  private cells: Uint8Array | Uint16Array | Uint32Array = new Uint8Array(0);

  /** The cells by slot: to be read only, and replaced when the column grows or widens. */
  public get values(): Uint8Array | Uint16Array | Uint32Array {
    return this.cells;
  }

  public at(slot: number): number {
    return this.cells[slot];
  }

  public put(slot: number, index: number): void {
    if (index > 0xff && this.cells.BYTES_PER_ELEMENT === 1) this.cells = new Uint16Array(this.cells);
    if (index > 0xffff && this.cells.BYTES_PER_ELEMENT === 2) this.cells = new Uint32Array(this.cells);
    this.cells[slot] = index;
  }

  public grow(capacity: number): void {
    const kind = this.cells.BYTES_PER_ELEMENT;
    const larger = kind === 1 ? new Uint8Array(capacity) : kind === 2 ? new Uint16Array(capacity) : new Uint32Array(capacity);
    larger.set(this.cells);
    this.cells = larger;
  }
}
