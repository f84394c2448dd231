import * as fc from "fast-check";
import { ID_WORDS, isGuid, normaliseId, packGuid, unpackGuid } from "./recordId";

describe("record ids", () => {
  it("are one id in any case, with braces and blanks", () => {
    const id = "8ef3a619-47a7-ec11-983f-000d3a59a197";
    expect(normaliseId(` {${id.toUpperCase()}} `)).toBe(id);
    expect(normaliseId(id)).toBe(id);
  });

  it("keep the case of what is no GUID", () => {
    expect(normaliseId(" Run-17 ")).toBe("Run-17");
    expect(normaliseId("{x}")).toBe("{x}");
    expect(isGuid("8ef3a61947a7ec11983f000d3a59a197")).toBe(false);
  });

  it("survive packing, whatever GUID they are", () => {
    fc.assert(fc.property(fc.uuid({ version: [1, 4] }), fc.boolean(), (id, upper) => {
      const words = new Uint32Array(ID_WORDS);
      expect(packGuid(upper ? id.toUpperCase() : id, words)).toBe(true);
      expect(unpackGuid(words, 0)).toBe(id);
    }));
  });

  it.each(["", "8ef3a619-47a7-ec11-983f-000d3a59a19", "8ef3a619-47a7-ec11-983f-000d3a59a19g", "8ef3a619047a7-ec11-983f-000d3a59a197"])(
    "are not packed if they are no GUID: %p", (text) => {
      expect(packGuid(text, new Uint32Array(ID_WORDS))).toBe(false);
    },
  );
});
