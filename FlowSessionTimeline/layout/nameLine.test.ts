import * as fc from "fast-check";
import { INDENT_PX, NAME_SIGNS, NameLine, nameLine, NameParts, NameText } from "./nameLine";

/** px that a character takes, in each face. */
const CHARACTER = { name: 7, nameBold: 8, small: 6 } as const;
const lineOf = (parts: Partial<NameParts>, widthPx = 330): NameLine =>
  nameLine({ label: "Invoices", secondary: "VM-1", trailing: "3 min", level: 1, expanded: null, dimmed: false, mark: "ok", ...parts }, { widthPx, measure: (text, face) => text.length * CHARACTER[face] });

const width = ({ text, face }: NameText): number => text.length * CHARACTER[face];
const fromPx = (text: NameText): number => (text.isAtEnd ? text.startPx - width(text) : text.startPx);
const said = ({ texts }: NameLine): string[] => [...texts].sort((a, b) => fromPx(a) - fromPx(b)).map(({ text }) => text);

describe("what the label column shows of a row", () => {
  it("is its sign, then name, machine and duration, the last two at the end", () => {
    const { texts, sign, twisty } = lineOf({});
    expect(said({ texts, sign, twisty })).toEqual(["Invoices", "VM-1", "3 min"]);
    expect([sign, twisty]).toEqual([{ name: "ok", startPx: 26 }, null]);
    expect(texts.find(({ text }) => text === "3 min")).toMatchObject({ startPx: 322, isAtEnd: true, face: "small", color: "text" });
    expect(texts.find(({ text }) => text === "VM-1")).toMatchObject({ color: "textFaint" });
  });

  it("is indented by its level, with the twisty before the sign", () => {
    const [root, child] = [lineOf({ expanded: true }), lineOf({ expanded: false, level: 2 })];
    expect([root.twisty, child.twisty]).toEqual([{ isOpen: true, startPx: 6 }, { isOpen: false, startPx: 6 + INDENT_PX }]);
    expect((child.sign?.startPx ?? 0) - (root.sign?.startPx ?? 0)).toBe(INDENT_PX);
  });

  it("gives up the machine before it cuts the name", () => {
    const long = { label: "A name of thirty characters !!", secondary: "VM-PRODUCTION-7" };
    expect([600, 344, 260].map((widthPx) => said(lineOf(long, widthPx)))).toEqual([
      ["A name of thirty characters !!", "VM-PRODUCTION-7", "3 min"], ["A name of thirty characters !!", "3 min"], ["A name of thirty c…", "3 min"],
    ]);
  });

  it("is the name alone in a column that has room for no more", () => expect(said(lineOf({}, 160))).toEqual(["Invoices"]));

  it("stands out where it is a track, and steps back where it does not match", () => {
    const track = lineOf({ mark: "track", secondary: "2 failed", expanded: true });
    expect(track.sign).toBeNull();
    expect(track.texts.map(({ text, face, color }) => [text, face, color])).toEqual([["3 min", "small", "text"], ["2 failed", "small", "failedText"], ["Invoices", "nameBold", "text"]]);
    expect(lineOf({ dimmed: true }).texts.map(({ color }) => color)).toEqual(["textFaint", "textFaint", "textFaint"]);
    expect(lineOf({ mark: "lanes", expanded: true })).toMatchObject({ sign: null, twisty: null });
  });

  it("knows of each text which way it runs", () => {
    const rtl = Object.fromEntries(lineOf({ label: "חשבוניות", secondary: "VM-1", trailing: "٣ د" }).texts.map(({ text, isRtl }) => [text, isRtl]));
    expect(rtl).toEqual({ חשבוניות: true, "VM-1": false, "٣ د": true });
  });

  it("never overlaps itself, nor leaves the column, whatever it says", () => {
    const parts: fc.Arbitrary<NameParts> = fc.record({
      label: fc.string({ maxLength: 60 }), secondary: fc.string({ maxLength: 30 }), trailing: fc.string({ maxLength: 14 }), level: fc.integer({ min: 1, max: 6 }),
      expanded: fc.constantFrom(true, false, null), dimmed: fc.boolean(), mark: fc.constantFrom(...NAME_SIGNS, "track" as const, "lanes" as const),
    });
    fc.assert(fc.property(parts, fc.integer({ min: 160, max: 900 }), (some, widthPx) => {
      const { texts } = lineOf(some, widthPx);
      const boxes = texts.map((text) => [fromPx(text), fromPx(text) + width(text)]).sort((a, b) => a[0] - b[0]);
      for (const [at, [from, to]] of boxes.entries()) {
        expect(to).toBeLessThanOrEqual(Math.min(widthPx - 8, boxes[at + 1]?.[0] ?? Infinity));
        if (at === 0 && texts.length > 0) expect(from).toBeGreaterThanOrEqual(0);
      }
    }));
  });
});
