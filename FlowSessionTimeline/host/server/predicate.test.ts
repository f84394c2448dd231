/** @jest-environment jsdom */
import * as fc from "fast-check";
import { passes, Row } from "./fetch.testing";
import { append, newFetch } from "./fetchXml";
import { all, any, equals, isBlank, isNoneOf, isOneOf, isSet, Predicate, writePredicate } from "./predicate";

function queryOf(predicate: Predicate): Document {
  const { document, entity } = newFetch("t");
  writePredicate(append(entity, "filter", { type: "and" }), predicate);
  return document;
}

describe("a predicate", () => {
  it("on a column that is not there is settled: blank in every row", () => {
    expect([isBlank(undefined), isSet(undefined), equals(undefined, "x"), isOneOf(undefined, [1]), isNoneOf(undefined, [1])]).toEqual([true, false, false, false, true]);
  });

  it("of no values is settled", () => expect([isOneOf("a", []), isNoneOf("a", []), all(), any()]).toEqual([false, true, true, false]));

  it("counts a blank cell as none of the values", () => {
    expect(passes(queryOf(isNoneOf("a", [1])), {})).toBe(true);
    expect(passes(queryOf(isNoneOf("a", [1])), { a: 1 })).toBe(false);
  });

  it("that no row can fit is no filter", () => expect(() => queryOf(false)).toThrow("Broken invariant"));

  const leaf = fc.tuple(fc.constantFrom("a", "b", undefined), fc.constantFrom("1", "2")).map(([column, value]) => ({ test: equals(column, value), holds: (row: Row) => column !== undefined && row[column] === value }));
  interface Tree { readonly test: Predicate; readonly holds: (row: Row) => boolean }
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof({ depthSize: "medium" }, leaf,
      fc.array(tie("tree"), { maxLength: 3 }).map((parts): Tree => ({ test: all(...parts.map(({ test }) => test)), holds: (row) => parts.every(({ holds }) => holds(row)) })),
      fc.array(tie("tree"), { maxLength: 3 }).map((parts): Tree => ({ test: any(...parts.map(({ test }) => test)), holds: (row) => parts.some(({ holds }) => holds(row)) }))),
  }));

  it("holds for a row exactly if its written filter does", () => {
    fc.assert(fc.property(tree, fc.record({ a: fc.constantFrom("1", "2", "3"), b: fc.constantFrom("1", "2", "3") }, { requiredKeys: [] }), ({ test, holds }, row) => {
      expect(typeof test === "boolean" ? test : passes(queryOf(test), row)).toBe(holds(row));
    }));
  });
});
