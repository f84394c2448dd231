import * as fc from "fast-check";
import { NameLine } from "../layout/nameLine";
import { NameScene, ShownName } from "../layout/nameScene";
import { NameReader, NameWriter } from "./nameMessage";

const LINES = ["Invoices", "Orders", "Reminders"].map((text): NameLine => ({ texts: [{ text, startPx: 46, isAtEnd: false, face: "name", color: "text", isRtl: false }], sign: null, twisty: null }));
const someName: fc.Arbitrary<ShownName> = fc.record({ line: fc.constantFrom(...LINES), topPx: fc.nat(900), heightPx: fc.constantFrom(30, 270), ground: fc.constantFrom(null, "rowHover" as const), isRinged: fc.boolean() });
const someScene: fc.Arbitrary<NameScene> = fc.record({ widthPx: fc.constant(300), isRtl: fc.boolean(), scrollPx: fc.nat(900), names: fc.array(someName, { maxLength: 4 }) });

describe("a label column that was sent", () => {
  it("is the one that was written, and a line that stays is the same object", () => {
    fc.assert(fc.property(fc.array(someScene, { minLength: 1, maxLength: 6 }), (scenes) => {
      const [writer, reader] = [new NameWriter(), new NameReader()];
      let before = new Map<NameLine, NameLine>();
      for (const scene of scenes) {
        const read = reader.read(structuredClone(writer.write(scene)));
        expect(read).toEqual(scene);
        const now = new Map(scene.names.map(({ line }, at) => [line, read.names[at].line]));
        now.forEach((line, own) => expect([own, before.get(own) ?? line]).toEqual([own, line]));
        for (const [own, line] of before) if (now.has(own)) expect(now.get(own)).toBe(line);
        before = now;
      }
    }));
  });

  it("sends a line once while it stays in view", () => {
    const writer = new NameWriter();
    const sent = (...lines: readonly NameLine[]): number =>
      writer.write({ widthPx: 300, isRtl: false, scrollPx: 0, names: lines.map((line, at) => ({ line, topPx: 30 * at, heightPx: 30, ground: null, isRinged: false })) }).newLines.length;
    expect([sent(LINES[0], LINES[1]), sent(LINES[1], LINES[2], LINES[1]), sent(LINES[1]), sent(LINES[0])]).toEqual([2, 1, 0, 1]);
  });
});
