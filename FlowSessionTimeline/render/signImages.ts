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
const RING = "M6 .75a5.25 5.25 0 1 1 0 10.5A5.25 5.25 0 0 1 6 .75Z";
const TWISTIES = { closed: "M6 4l4 4-4 4", "closed-rtl": "M10 4l-4 4 4 4", opened: "M4 6l4 4 4-4" } as const;

const image = (side: number, path: string): string => `url("data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path ${path}/></svg>`)}")`;

/** Images of status marks and twisties in a palette's colours, as CSS variables. Images, because each masked colour would be a layer of its own to the browser. */
export function signVariables({ color }: Palette): Readonly<Record<string, string>> {
  const families = (Object.keys(CUT_OUT) as (keyof typeof CUT_OUT)[]).map((family) => [`--fst-sign-${family}`, image(12, `fill="${color[family]}" fill-rule="evenodd" d="${DISC}${CUT_OUT[family]}"`)]);
  const ghost = image(12, `fill="none" stroke="${color.textFaint}" stroke-width="1.3" stroke-dasharray="2 1.6" d="${RING}"`);
  const twisties = Object.entries(TWISTIES).map(([name, path]) => [`--fst-twisty-${name}`, image(16, `fill="none" stroke="${color.textFaint}" stroke-width="1.5" d="${path}"`)]);
  return Object.fromEntries([...families, ["--fst-sign-ghost", ghost], ...twisties]) as Record<string, string>;
}
