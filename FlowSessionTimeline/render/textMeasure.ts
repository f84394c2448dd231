import { MeasureText } from "../layout/measureText";
import { Face, FONTS } from "./fonts";

/** Texts remembered before the memory is emptied: labels of a long session must not pile up. */
const MAX_REMEMBERED = 5_000;

/** Widths of texts in CSS px in the picture's fonts, remembered: measuring costs more than drawing. */
export class TextMeasure {
  private readonly widths = Object.fromEntries(Object.keys(FONTS).map((face) => [face, new Map()])) as Record<Face, Map<string, number>>;
  /** Font of the pen: to set it again, were it the same, costs about as much as to measure. */
  private face: Face | undefined;

  /** @param pen nobody else writes with it; of a canvas outside the document, whose styles need not be up to date for it */
  public constructor(private readonly pen: CanvasRenderingContext2D) {}

  /** Widths in the plot's faces. */
  public readonly ofPlot: MeasureText = (text, bold) => this.width(text, bold === true ? "smallBold" : "small");

  public width(text: string, face: Face = "small"): number {
    const widths = this.widths[face];
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (widths.size >= MAX_REMEMBERED) widths.clear();
    if (face !== this.face) this.pen.font = FONTS[(this.face = face)];
    const { width } = this.pen.measureText(text);
    widths.set(text, width);
    return width;
  }
}
