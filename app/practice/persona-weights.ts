import type { Persona, Plot } from "./persona.ts";
import type { Act } from "./said.ts";
import { isSkill, SKILL_FRAME, type Skill } from "./skill.ts";

/** How much an act moves this persona, up or down. */
export function weightOf({ plot, weighs }: Persona, act: Act): number {
  return weighs[act] ?? (isSkill(plot) ? skillWeights(plot) : WEIGHTS[plot])[act] ?? 0;
}

type Weights = Partial<Readonly<Record<Act, number>>>;

/** What they wait for weighs most. */
function skillWeights(skill: Skill): Weights {
  const { first, last, also } = SKILL_FRAME[skill];
  return {
    hears: 1,
    owns: 1,
    keepsOpen: 1,
    ...Object.fromEntries([...also, ...last].map((point) => [point, 1])),
    ...Object.fromEntries(first.map((point) => [point, 2])),
    [`${skill}/spoils`]: -4,
  };
}

const WEIGHTS: Readonly<Record<Exclude<Plot, Skill>, Weights>> = {
  ask: {
    value: 2,
    gratitude: 1,
    introduction: 1,
    whom: 2,
    picture: 1,
    reason: 2,
    next: 1,
    freedom: 1,
    ease: 1,
    care: 1,
    gains: 1,
    trouble: 1,
    gives: 1,
    owns: 1,
    apology: -1,
    hedge: -1,
    anyone: -2,
    gift: -2,
    why: -1,
  },
  no: {
    hears: 2,
    echo: 1,
    thanks: 2,
    accepts: 2,
    keepsOpen: 2,
    gives: 2,
    later: 1,
    introduction: -3,
    anyone: -2,
    why: -2,
    gift: -3,
    apology: -1,
  },
};
