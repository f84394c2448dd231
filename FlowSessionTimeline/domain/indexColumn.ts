/** Cells by slot: to be read only, and replaced when their column grows or widens. */
export type IndexCells = Uint8Array | Uint16Array | Uint32Array;

/** A column of small numbers, most of them table indices, kept in the narrowest array that can hold the largest of them. */
export class IndexColumn {
  private cells: IndexCells = new Uint8Array(0);
  private highest = 0xff;

  public get values(): IndexCells {
    return this.cells;
  }

  public at(slot: number): number {
    return this.cells[slot];
  }

  public put(slot: number, index: number): void {
    if (index > this.highest) this.widen(index);
    this.cells[slot] = index;
  }

  /** Puts an index that every cell can hold into the slots from one up to another. */
  public fill(index: number, from: number, to: number): void {
    this.cells.fill(index, from, to);
  }

  public grow(capacity: number): void {
    const { cells } = this;
    this.cells = this.room(capacity);
    this.cells.set(cells);
  }

  private widen(index: number): void {
    this.highest = index > 0xffff ? 0xffffffff : 0xffff;
    this.grow(this.cells.length);
  }

  private room(capacity: number): IndexCells {
    if (this.highest === 0xff) return new Uint8Array(capacity);
    return this.highest === 0xffff ? new Uint16Array(capacity) : new Uint32Array(capacity);
  }
}
