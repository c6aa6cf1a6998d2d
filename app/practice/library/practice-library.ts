import type { Rubric } from "../rubric.ts";
import type { Scenario } from "../scenario.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import {
  RUBRIC_FRAME,
  SCENARIO_FRAME,
  type LibraryRubric,
  type LibraryScenario,
  type LibraryTexts,
} from "./frame.ts";
import type { PracticeLanguage } from "./practice-languages.ts";

/** What every workspace begins with, in one language and in the library's order. */
export interface PracticeLibrary {
  rubrics: readonly Rubric[];
  scenarios: readonly Scenario[];
}

export function libraryIn(language: PracticeLanguage): PracticeLibrary {
  return LIBRARIES[language];
}

const LIBRARIES: Readonly<Record<PracticeLanguage, PracticeLibrary>> = {
  en: libraryOf(english),
  de: libraryOf(german),
};

function libraryOf(texts: LibraryTexts): PracticeLibrary {
  const rubrics = (Object.keys(RUBRIC_FRAME) as LibraryRubric[]).map((key): Rubric => {
    const { discipline, points } = RUBRIC_FRAME[key];
    const { name, points: said } = texts.rubrics[key];
    const texted: Readonly<Record<string, { act: string; why: string }>> = said;
    return {
      key,
      discipline,
      name,
      points: points.map((point) => ({ key: point, act: "", why: "", ...texted[point] })),
    };
  });
  const scenarios = (Object.keys(SCENARIO_FRAME) as LibraryScenario[]).map((key): Scenario => ({
    key,
    ...SCENARIO_FRAME[key],
    ...texts.scenarios[key],
  }));
  return { rubrics, scenarios };
}
