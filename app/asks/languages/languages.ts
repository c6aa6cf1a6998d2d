import { german } from "./de.ts";
import { english } from "./en.ts";
import type { Language } from "./language.ts";

/** The first one reads a line that two understand equally well. */
export const LANGUAGES: readonly Language[] = [english, german];
