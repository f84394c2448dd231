/** As the shell's stylesheet has it, and Fluent's theme. */
export const FONT_FAMILY = '"Segoe UI", -apple-system, "Helvetica Neue", Arial, sans-serif';

/** The picture's fonts: texts of the plot, 12 px, and names of rows, 14 px, each with its semibold face. */
export const FONTS = { small: `12px ${FONT_FAMILY}`, smallBold: `600 12px ${FONT_FAMILY}`, name: `14px ${FONT_FAMILY}`, nameBold: `600 14px ${FONT_FAMILY}` } as const;
export type Face = keyof typeof FONTS;
export const FACES = Object.keys(FONTS) as readonly Face[];
