import { Palette } from "./palette";

/** Outlines in a box of 12 by 12 (twisties: 16 by 16): discs with a sign cut out, a dashed ring for a parent that is not loaded. */
const DISC = "M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0Z";
const CUT_OUT = {
  ok: "M5 9l4.5-4.6-1-1L5 6.9 3.5 5.4l-1 1Z",
  failed: "M6 5 4 3 3 4l2 2-2 2 1 1 2-2 2 2 1-1-2-2 2-2-1-1Z",
  open: "M4.5 3v6L9 6Z",
  stopped: "M4 4v4h4V4Z",
  other: "m0 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM5 5h2v2H5Z",
} as const;
const FAMILIES = Object.keys(CUT_OUT) as (keyof typeof CUT_OUT)[];
const RING = "M6 .75a5.25 5.25 0 1 1 0 10.5A5.25 5.25 0 0 1 6 .75Z";
const TWISTIES = { closed: "M6 4l4 4-4 4", "closed-rtl": "M10 4l-4 4 4 4", opened: "M4 6l4 4 4-4" } as const;

/** Side of a sign's place in the image, px. */
export const SIGN_PX = 16;
/** The signs from left to right; the stylesheet shows each by its place. */
export const SIGNS = [...FAMILIES, "ghost", ...(Object.keys(TWISTIES) as (keyof typeof TWISTIES)[])] as const;

/**
 * All status marks and twisties side by side in a palette's colours, as a CSS variable. An image, because each masked colour would be a layer
 * of its own to the browser; only one, because it keeps a document for each.
 */
export function signVariables({ color }: Palette): Readonly<Record<string, string>> {
  const paths = [
    ...FAMILIES.map((family) => `fill="${color[family]}" fill-rule="evenodd" d="${DISC}${CUT_OUT[family]}"`),
    `fill="none" stroke="${color.textFaint}" stroke-width="1.3" stroke-dasharray="2 1.6" d="${RING}"`,
    ...Object.values(TWISTIES).map((path) => `fill="none" stroke="${color.textFaint}" stroke-width="1.5" d="${path}"`),
  ];
  const placed = paths.map((path, place) => `<path transform="translate(${place * SIGN_PX})" ${path}/>`).join("");
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="${paths.length * SIGN_PX}" height="${SIGN_PX}">${placed}</svg>`;
  return { "--fst-signs": `url("data:image/svg+xml,${encodeURIComponent(image)}")` };
}
