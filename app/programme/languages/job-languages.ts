import type { JobLanguage, JobWords } from "../alignment-job.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";

const WORDS: Readonly<Record<JobLanguage, JobWords>> = { en: english, de: german };

export function jobWords(language: JobLanguage): JobWords {
  return WORDS[language];
}
