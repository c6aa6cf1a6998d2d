import type { PracticeLanguage } from "../library/practice-languages.ts";
import type { Skill, SkillAct } from "../skill.ts";
import type { WrittenRule } from "../written-rules/written-language.ts";
import { germanSkillRules } from "./de.ts";
import { englishSkillRules } from "./en.ts";
import type { SkillRules } from "./skill-language.ts";

const RULES: Readonly<Record<PracticeLanguage, SkillRules>> = { en: englishSkillRules, de: germanSkillRules };

export function skillRulesIn(
  language: PracticeLanguage,
  skill: Skill,
): Readonly<Record<string, WrittenRule>> {
  return RULES[language][skill];
}

/** What an act of a skill did, in one sentence. */
export function didInSkill(language: PracticeLanguage, act: SkillAct): string {
  const skill = act.slice(0, act.indexOf("/")) as Skill;
  return skillRulesIn(language, skill)[act]?.because ?? "";
}
