/** Texts remembered before the memory is emptied: labels of a long session must not pile up. */
const MAX_REMEMBERED = 5_000;

/** Widths of texts in CSS px, remembered: measuring costs more than drawing. */
export class TextMeasure {
  private readonly widths = new Map<string, number>();
  private readonly boldWidths = new Map<string, number>();

  /** @param font a CSS font; @param boldFont the same in its semibold face */
  public constructor(private readonly context: CanvasRenderingContext2D, private readonly font: string, private readonly boldFont: string) {}

  public width(text: string, bold = false): number {
    const widths = bold ? this.boldWidths : this.widths;
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (widths.size >= MAX_REMEMBERED) widths.clear();
    this.context.font = bold ? this.boldFont : this.font;
    const { width } = this.context.measureText(text);
    widths.set(text, width);
    return width;
  }
}
