/** Tests of rows, a block of a column at a time: that is what makes millions of rows quick. */

/** A byte for each row: 1 where it passes. */
export type Mask = Uint8Array;

/** Rows that are tested at once; what fails a whole block is not tested further. */
export const BLOCK = 4096;

/** Writes for each row from `from` up to, not including, `to`; the first one's byte is mask[0]. At most `BLOCK` rows. */
export type RowTest = (from: number, to: number, mask: Mask) => void;

/** @param passes decides for one row. */
export function eachRow(passes: (row: number) => boolean): RowTest {
  return (from, to, mask) => {
    for (let row = from; row < to; row++) mask[row - from] = passes(row) ? 1 : 0;
  };
}

/** Every row passes no tests at all. */
export function allOf([first, ...others]: readonly RowTest[]): RowTest {
  if (!first) return (from, to, mask) => { mask.fill(1, 0, to - from); };
  if (others.length === 0) return first;
  const other = new Uint8Array(BLOCK);
  return (from, to, mask) => {
    first(from, to, mask);
    const rows = to - from;
    for (const test of others) {
      if (!holds(mask, rows, 1)) return;
      test(from, to, other);
      for (let place = 0; place < rows; place++) mask[place] &= other[place];
    }
  };
}

/** An empty choice lets every row pass, as an empty filter does. */
export function anyOf([first, ...others]: readonly RowTest[]): RowTest {
  if (!first || others.length === 0) return allOf(first ? [first] : []);
  const other = new Uint8Array(BLOCK);
  return (from, to, mask) => {
    first(from, to, mask);
    const rows = to - from;
    for (const test of others) {
      if (!holds(mask, rows, 0)) return;
      test(from, to, other);
      for (let place = 0; place < rows; place++) mask[place] |= other[place];
    }
  };
}

function holds(mask: Mask, rows: number, value: number): boolean {
  const place = mask.indexOf(value);
  return place >= 0 && place < rows;
}

/** @param visit gets each row that passes, the first or the last ones first; returns false to stop. */
export function forEachPassing(test: RowTest, rowCount: number, visit: (row: number) => boolean, backwards = false): void {
  const mask = new Uint8Array(BLOCK);
  const blocks = Math.ceil(rowCount / BLOCK);
  for (let block = 0; block < blocks; block++) {
    const from = (backwards ? blocks - 1 - block : block) * BLOCK;
    const to = Math.min(from + BLOCK, rowCount);
    test(from, to, mask);
    for (let place = 0; place < to - from; place++) {
      const row = backwards ? to - 1 - place : from + place;
      if (mask[row - from] === 1 && !visit(row)) return;
    }
  }
}
