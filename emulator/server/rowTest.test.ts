import fc from "fast-check";
import { allOf, anyOf, BLOCK, eachRow, forEachPassing, type RowTest } from "./rowTest";

const passing = (test: RowTest, rowCount: number, backwards = false): readonly number[] => {
  const rows: number[] = [];
  forEachPassing(test, rowCount, row => rows.push(row) > 0, backwards);
  return rows;
};

/** A filter to combine and the same by one row at a time: rows below a bound, of a remainder, or by and and or of others. */
interface Both { readonly test: RowTest; readonly passes: (row: number) => boolean }
const leaf = (passes: (row: number) => boolean): Both => ({ test: eachRow(passes), passes });
const { filter } = fc.letrec<{ filter: Both }>(tie => ({
  filter: fc.oneof({ maxDepth: 4 },
    fc.nat(BLOCK * 3).map(bound => leaf(row => row < bound)), fc.nat(BLOCK * 3).map(bound => leaf(row => row >= bound)),
    fc.integer({ min: 2, max: 5 }).map(divisor => leaf(row => row % divisor === 0)),
    fc.array(tie("filter"), { minLength: 1, maxLength: 3 }).map((parts): Both => ({ test: allOf(parts.map(({ test }) => test)), passes: row => parts.every(({ passes }) => passes(row)) })),
    fc.array(tie("filter"), { minLength: 1, maxLength: 3 }).map((parts): Both => ({ test: anyOf(parts.map(({ test }) => test)), passes: row => parts.some(({ passes }) => passes(row)) }))),
}));

describe("tests of rows by blocks", () => {
  it("pass the same rows as one row at a time, over the borders of blocks, from either end", () => {
    fc.assert(fc.property(filter, fc.integer({ min: 0, max: BLOCK * 2 + 100 }), ({ test, passes }, rowCount) => {
      const expected = Array.from({ length: rowCount }, (_, row) => row).filter(passes);
      expect(passing(test, rowCount)).toEqual(expected);
      expect(passing(test, rowCount, true)).toEqual(expected.reverse());
    }));
  });

  it("pass every row without a test", () => {
    expect(passing(allOf([]), 3)).toEqual([0, 1, 2]);
    expect(passing(anyOf([]), 3)).toEqual([0, 1, 2]);
  });

  it("stop when they are told, and test no block beyond", () => {
    const tested: number[] = [];
    const test: RowTest = (from, to, mask) => { tested.push(from); mask.fill(1, 0, to - from); };
    const seen: number[] = [];
    forEachPassing(test, BLOCK * 3, row => seen.push(row) < 3);
    expect([seen, tested]).toEqual([[0, 1, 2], [0]]);
  });

  it("leave out what cannot change a block", () => {
    let asked = 0;
    const counted: RowTest = (from, to, mask) => { asked++; mask.fill(1, 0, to - from); };
    passing(allOf([eachRow(() => false), counted]), BLOCK * 2);
    passing(anyOf([eachRow(() => true), counted]), BLOCK * 2);
    expect(asked).toBe(0);
    passing(allOf([eachRow(row => row === BLOCK), counted]), BLOCK * 2);
    expect(asked).toBe(1);
  });
});
