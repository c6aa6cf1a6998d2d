import type { Scenario } from "../scenario.ts";
import type { PracticeLanguage } from "../library/practice-languages.ts";
import type { Line } from "./use-talk.ts";

export interface FarTalk {
  host: string;
  scenario: Scenario;
  language: PracticeLanguage;
}

export function useFarPersona(_scenario: Scenario, _language: PracticeLanguage): FarTalk | null {
  return null;
}

export async function answerFromAfar(
  _far: FarTalk,
  _lines: readonly Line[],
): Promise<{ words: string; over: boolean } | { trouble: string }> {
  return { trouble: "" };
}
