import { invariant } from "./assert";
import { fail, ok, Result } from "./result";

describe("assertions", () => {
  it("pass what holds and throw what does not, with its sentence", () => {
    expect(() => invariant(true, "holds")).not.toThrow();
    expect(() => invariant(false, "rows are ordered")).toThrow("Broken invariant: rows are ordered");
  });
});

describe("results", () => {
  it("carry a value or an error, told apart by ok", () => {
    const results: Result<number, string>[] = [ok(1), fail("offline")];
    expect(results.map((result) => (result.ok ? result.value : result.error))).toEqual([1, "offline"]);
  });
});
