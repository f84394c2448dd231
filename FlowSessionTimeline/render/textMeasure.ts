import { BOLD_FONT, FONT } from "./fonts";

/** Texts remembered before the memory is emptied: labels of a long session must not pile up. */
const MAX_REMEMBERED = 5_000;

/** Widths of texts in CSS px in the picture's fonts, remembered: measuring costs more than drawing. */
export class TextMeasure {
  private readonly widths = new Map<string, number>();
  private readonly boldWidths = new Map<string, number>();
  /** Font of the pen: to set it again, were it the same, costs about as much as to measure. */
  private font = "";

  /** @param pen nobody else writes with it; of a canvas outside the document, whose styles need not be up to date for it */
  public constructor(private readonly pen: CanvasRenderingContext2D) {}

  public width(text: string, bold = false): number {
    const widths = bold ? this.boldWidths : this.widths;
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (widths.size >= MAX_REMEMBERED) widths.clear();
    const font = bold ? BOLD_FONT : FONT;
    if (font !== this.font) this.pen.font = this.font = font;
    const { width } = this.pen.measureText(text);
    widths.set(text, width);
    return width;
  }
}
