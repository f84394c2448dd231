import * as fc from "fast-check";
import { cutText } from "./cutText";

const measure = (text: string): number => [...text].length;

describe("cutting a text", () => {
  it.each([
    ["Post invoice", 12, "Post invoice"], ["Post invoice", 11, "Post invoi…"], ["Post invoice", 6, "Post…"], ["Post invoice", 4, "Pos…"], ["Post invoice", 3, ""], ["", 0, ""],
    ["😀😀😀😀😀", 4, "😀😀😀…"],
  ])("%s in %d", (text, room, expected) => expect(cutText(text, room, measure)).toBe(expected));

  it("never takes more than its room", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.nat(30), (text, room) => expect(measure(cutText(text, room, measure))).toBeLessThanOrEqual(room)));
  });
});
