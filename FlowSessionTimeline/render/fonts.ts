const FACES = '"Segoe UI", -apple-system, "Helvetica Neue", Arial, sans-serif';

/** The picture's fonts, as the shell's stylesheet has them: texts of the plot, 12 px, and names of rows, 14 px, each with its semibold face. */
export const FONTS = { small: `12px ${FACES}`, smallBold: `600 12px ${FACES}`, name: `14px ${FACES}`, nameBold: `600 14px ${FACES}` } as const;
export type Face = keyof typeof FONTS;
