/** Width of a text in CSS px, in the picture's font; `bold` in its semibold face. */
export type MeasureText = (text: string, bold?: boolean) => number;
