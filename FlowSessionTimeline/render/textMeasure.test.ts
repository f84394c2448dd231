import { FONTS } from "./fonts";
import { RecordingContext } from "./recording.testing";
import { TextMeasure } from "./textMeasure";

describe("measuring text", () => {
  it("asks the context once per text and face", () => {
    const recorder = new RecordingContext();
    const asked: string[] = [];
    const { measureText } = recorder;
    recorder.measureText = (text) => {
      asked.push(`${recorder.font} ${text}`);
      return measureText.call(recorder, text);
    };
    const measure = new TextMeasure(recorder.context);
    expect([measure.width("ab"), measure.width("ab"), measure.ofPlot("ab", true)]).toEqual([13, 13, 14]);
    expect(asked).toEqual([`${FONTS.small} ab`, `${FONTS.smallBold} ab`]);
  });

  it("does not remember without bound", () => {
    const recorder = new RecordingContext();
    const measure = new TextMeasure(recorder.context);
    for (let n = 0; n < 20_000; n++) measure.width(String(n));
    const remembered = (measure as unknown as { widths: { readonly small: ReadonlyMap<string, number> } }).widths.small;
    expect(remembered.size).toBeLessThanOrEqual(5000);
  });
});
