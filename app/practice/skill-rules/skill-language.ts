import type { Skill, SkillActOf } from "../skill.ts";
import type { WrittenRule } from "../written-rules/written-language.ts";

/**
 * What is heard in a talk of each skill. Enough for somebody to react to it: how much of what people say these rules find was never
 * measured, so that what they do not find stands for nothing.
 */
export type SkillRules = { readonly [S in Skill]: Readonly<Record<SkillActOf<S>, WrittenRule>> };
