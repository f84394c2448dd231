/** Sums of fractions are not exact: without it, what lies halfway between two pixels goes to the one or the other as the picture scrolls. */
const HALFWAY = 1e-6;

/** The edge between two device pixels that is nearest to a place in CSS px, as a whole number; halfway ones go up, wherever the picture is scrolled to. */
export const devicePx = (px: number, ratio: number): number => Math.round(px * ratio + HALFWAY);
