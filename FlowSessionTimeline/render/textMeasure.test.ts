import { FONTS } from "./fonts";
import { RecordingContext } from "./recording.testing";
import { TextMeasure } from "./textMeasure";

describe("measuring text", () => {
  it("asks once per text and face, and sets each face's font once", () => {
    const asked: string[] = [];
    const measure = new TextMeasure(() => {
      const recorder = new RecordingContext();
      const { measureText } = recorder;
      recorder.measureText = (text) => {
        asked.push(`${recorder.font} ${text}`);
        return measureText.call(recorder, text);
      };
      const fonts: string[] = [];
      Object.defineProperty(recorder, "font", { get: () => fonts[0] ?? "", set: (font: string) => expect(fonts.push(font)).toBe(1) });
      return recorder.context;
    });
    expect([measure.width("ab"), measure.width("ab"), measure.ofPlot("ab", true), measure.width("abc")]).toEqual([13, 13, 14, 19.5]);
    expect(asked).toEqual([`${FONTS.small} ab`, `${FONTS.smallBold} ab`, `${FONTS.small} abc`]);
  });

  it("does not remember without bound", () => {
    const measure = new TextMeasure(() => new RecordingContext().context);
    for (let n = 0; n < 20_000; n++) measure.width(String(n));
    const remembered = (measure as unknown as { widths: { readonly small: ReadonlyMap<string, number> } }).widths.small;
    expect(remembered.size).toBeLessThanOrEqual(5000);
  });
});
