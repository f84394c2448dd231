/** Texts of a scene as columns: left edge and vertical middle in CSS px; already cut to the room they have. */
export class Labels {
  public count = 0;
  public readonly text: string[] = [];
  public readonly x: number[] = [];
  public readonly y: number[] = [];
  /** Index in PAINTS: the text's own paint, or with `on` the paint below it. */
  public readonly paint: number[] = [];
  /** True if the text stands on `paint` and takes whatever colour can be read there. */
  public readonly on: boolean[] = [];
  public readonly bold: boolean[] = [];

  public clear(): void {
    this.count = 0;
  }

  public add(text: string, x: number, y: number, paint: number, style: { readonly on?: boolean; readonly bold?: boolean } = {}): void {
    const i = this.count++;
    this.text[i] = text;
    this.x[i] = x;
    this.y[i] = y;
    this.paint[i] = paint;
    this.on[i] = style.on === true;
    this.bold[i] = style.bold === true;
  }
}
