import { Palette } from "./palette";
import { FAMILY_SIGNS, SIGN_PX } from "./signPaths";

/** The signs from left to right; the stylesheet shows each by its place. */
export const SIGNS = Object.keys(FAMILY_SIGNS) as (keyof typeof FAMILY_SIGNS)[];

/**
 * The status marks of the DOM side by side in a palette's colours, as a CSS variable. An image, because each masked colour would be a layer
 * of its own to the browser; only one, because it keeps a document for each.
 */
export function signVariables({ color }: Palette): Readonly<Record<string, string>> {
  const placed = SIGNS.map((sign, place) => `<path transform="translate(${place * SIGN_PX})" fill="${color[sign]}" fill-rule="evenodd" d="${FAMILY_SIGNS[sign]}"/>`).join("");
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIGNS.length * SIGN_PX}" height="${SIGN_PX}">${placed}</svg>`;
  return { "--fst-signs": `url("data:image/svg+xml,${encodeURIComponent(image)}")` };
}
