const FACES = '"Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif';

/** The picture's font, 12 px, and its semibold face: the shell's stylesheet names the same faces. */
export const FONT = `12px ${FACES}`;
export const BOLD_FONT = `600 12px ${FACES}`;
