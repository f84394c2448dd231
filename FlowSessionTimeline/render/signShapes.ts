import { FAMILY_SIGNS } from "./signPaths";

/**
 * The outlines of the status marks of the DOM as CSS variables; their colours are those of the palette. Clipped grounds, because the browser
 * would keep a document for an image and a layer for each mask.
 */
export const SIGN_VARIABLES: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(FAMILY_SIGNS).map(([family, outline]) => [`--fst-sign-${family}`, `path(evenodd,"${outline}")`]));
