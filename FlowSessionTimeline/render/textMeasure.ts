import { MeasureText } from "../layout/measureText";
import { Face, FACES, FONTS } from "./fonts";
import { Pen } from "./penOf";

/** Texts remembered before the memory is emptied: labels of a long session must not pile up. */
const MAX_REMEMBERED = 5_000;

/** Widths of texts in CSS px in the picture's fonts, remembered: measuring costs more than drawing. */
export class TextMeasure {
  private readonly widths = Object.fromEntries(FACES.map((face) => [face, new Map()])) as Record<Face, Map<string, number>>;
  /** Each face has its own: to change a pen's font costs about as much as to measure. */
  private readonly pens: Partial<Record<Face, Pen>> = {};

  /** @param newPen with which nobody else writes; of a canvas outside the document, whose styles need not be up to date for it */
  public constructor(private readonly newPen: () => Pen) {}

  /** Widths in the plot's faces. */
  public readonly ofPlot: MeasureText = (text, bold) => this.width(text, bold === true ? "smallBold" : "small");

  public width(text: string, face: Face = "small"): number {
    const widths = this.widths[face];
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (widths.size >= MAX_REMEMBERED) widths.clear();
    const { width } = this.penOf(face).measureText(text);
    widths.set(text, width);
    return width;
  }

  private penOf(face: Face): Pen {
    const known = this.pens[face];
    if (known) return known;
    const pen = this.newPen();
    pen.font = FONTS[face];
    return (this.pens[face] = pen);
  }
}
