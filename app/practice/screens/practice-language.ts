import { useState } from "react";
import { PRACTICE_LANGUAGES, type PracticeLanguage } from "../library/practice-languages.ts";

const KEY = "askwell-practice-language";

/** In which language this device rehearses. */
export function usePracticeLanguage(): [PracticeLanguage, (language: PracticeLanguage) => void] {
  const [language, setLanguage] = useState(readKept);
  return [
    language,
    (next) => {
      setLanguage(next);
      keep(next);
    },
  ];
}

// Where nothing can be kept, each page begins in the first language.
function readKept(): PracticeLanguage {
  try {
    const kept = localStorage.getItem(KEY);
    return PRACTICE_LANGUAGES.find((each) => each === kept) ?? PRACTICE_LANGUAGES[0];
  } catch {
    return PRACTICE_LANGUAGES[0];
  }
}

function keep(language: PracticeLanguage): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // It holds until the page is left.
  }
}
