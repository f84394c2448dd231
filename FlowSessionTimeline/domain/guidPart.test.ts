import * as fc from "fast-check";
import { GuidPart } from "./guidPart";
import { ID_WORDS, packGuid } from "./recordId";

const packed = (id: string): Uint32Array => {
  const words = new Uint32Array(ID_WORDS);
  packGuid(id, words);
  return words;
};

describe("a part of a GUID", () => {
  it("is found in packed ids where it occurs in their texts", () => {
    const slice = fc.tuple(fc.uuid(), fc.nat(35), fc.integer({ min: 1, max: 36 })).map(([id, from, length]) => [id, id.slice(from, from + length)] as const);
    const other = fc.tuple(fc.uuid(), fc.string({ unit: fc.constantFrom(..."0123456789abcdef-"), minLength: 1, maxLength: 6 }));
    fc.assert(fc.property(fc.oneof(slice, other), ([id, text]) => {
      expect(new GuidPart(text).occursIn(packed(id), 0)).toBe(id.includes(text));
    }), { numRuns: 2000 });
  });

  it.each(["", "g", "0-0-0", "--", "A", "0".repeat(13), "00000000-0000-4000-8000-0000000000000"])("cannot be %p", (text) => {
    expect(new GuidPart(text).isPossible).toBe(false);
  });
});
