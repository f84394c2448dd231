/** The languages of the control's texts, with the platform's number for each. */
export const LANGUAGES = [["en", "1033"], ["de", "1031"]] as const;

/** A text in every language. */
export type Label = Readonly<Record<(typeof LANGUAGES)[number][0], string>>;

export const label = (en: string, de: string): Label => ({ en, de });
