import { german } from "./de.ts";
import { english } from "./en.ts";
import type { PageLanguage } from "./language.ts";

const LANGUAGES: readonly PageLanguage[] = [english, german];

/** The first one where a page's own is not known. */
export function pageLanguage(code: string): PageLanguage {
  return LANGUAGES.find((each) => each.code === code) ?? english;
}
