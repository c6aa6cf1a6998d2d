import type { CardLanguageCode } from "../questionnaire.ts";
import type { CardLanguage } from "./card-language.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";

const LANGUAGES: Record<CardLanguageCode, CardLanguage> = { en: english, de: german };

/** English where there is none of its own. */
export function cardLanguage(code: string): CardLanguage {
  return code === "de" ? LANGUAGES.de : LANGUAGES.en;
}
