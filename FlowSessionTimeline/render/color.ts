/** Red, green and blue, 0 to 255. */
type Rgb = readonly [number, number, number];

/** Reads #rgb, #rrggbb and rgb(r, g, b) (which is what computed styles hold); anything else is black. */
export function rgb(color: string): Rgb {
  const hex = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(color.trim());
  if (hex) {
    const digits = hex[2] ?? hex[1].replace(/./g, "$&$&");
    return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) as unknown as Rgb;
  }
  const [red = 0, green = 0, blue = 0] = color.startsWith("rgb") ? (color.match(/[\d.]+/g) ?? []).map(Number) : [];
  return [red, green, blue];
}

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminance(color: string): number {
  const [red, green, blue] = rgb(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** A colour laid over a ground with so much of its strength, 0 to 1; as #rrggbb. */
export function mix(color: string, ground: string, strength: number): string {
  const below = rgb(ground);
  return `#${rgb(color).map((value, i) => Math.round(value * strength + below[i] * (1 - strength)).toString(16).padStart(2, "0")).join("")}`;
}

/** Whichever of the colours contrasts most with a ground. */
export const mostReadable = (ground: string, ...colors: readonly string[]): string =>
  colors.reduce((best, color) => (contrast(color, ground) > contrast(best, ground) ? color : best));
