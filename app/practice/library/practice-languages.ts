/** In which the library is written; the first one holds where none was chosen. */
export const PRACTICE_LANGUAGES = ["en", "de"] as const;
export type PracticeLanguage = (typeof PRACTICE_LANGUAGES)[number];

/** Each in its own language. */
export const LANGUAGE_NAMES: Readonly<Record<PracticeLanguage, string>> = { en: "English", de: "Deutsch" };
