/** Texts remembered before the memory is emptied: labels of a long session must not pile up. */
const MAX_REMEMBERED = 5_000;

/** Widths of texts in CSS px, remembered: measuring costs more than drawing. */
export class TextMeasure {
  private readonly widths = new Map<string, number>();

  /** @param font a CSS font; @param boldFont the same in its semibold face */
  public constructor(private readonly context: CanvasRenderingContext2D, private readonly font: string, private readonly boldFont: string) {}

  public width(text: string, bold = false): number {
    const key = bold ? `b${text}` : `n${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    if (this.widths.size >= MAX_REMEMBERED) this.widths.clear();
    this.context.font = bold ? this.boldFont : this.font;
    const { width } = this.context.measureText(text);
    this.widths.set(key, width);
    return width;
  }
}
