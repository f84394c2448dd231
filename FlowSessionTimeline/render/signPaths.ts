/** Outlines in a box of 12 by 12 (twisties: 16 by 16): discs with a sign cut out, a dashed ring for a parent that is not loaded. */
const DISC = "M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0Z";

/** The discs of the status families: to be filled by the even-odd rule. */
export const FAMILY_SIGNS = {
  ok: `${DISC}M5 9l4.5-4.6-1-1L5 6.9 3.5 5.4l-1 1Z`,
  failed: `${DISC}M6 5 4 3 3 4l2 2-2 2 1 1 2-2 2 2 1-1-2-2 2-2-1-1Z`,
  open: `${DISC}M4.5 3v6L9 6Z`,
  stopped: `${DISC}M4 4v4h4V4Z`,
  other: `${DISC}m0 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM5 5h2v2H5Z`,
} as const;

/** To be stroked. */
export const LINE_SIGNS = {
  ghost: "M6 .75a5.25 5.25 0 1 1 0 10.5A5.25 5.25 0 0 1 6 .75Z",
  closed: "M6 4l4 4-4 4",
  closedRtl: "M10 4l-4 4 4 4",
  opened: "M4 6l4 4 4-4",
} as const;

/** Side of a sign's place in an image of several, px. */
export const SIGN_PX = 16;
